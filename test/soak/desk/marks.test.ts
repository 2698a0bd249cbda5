import { expect } from 'chai';
import { createMarks, marksIn, marksOf } from '../../../soak/desk/marks.ts';
import { maskSecrets } from '../../../src/helpdesk/cases/maskSecrets.ts';

describe('the marks of a soak run', () => {
  it('are found again, each once, wherever they stand', () => {
    const marks = createMarks();
    const [sent, reply] = [marks.next('sent'), marks.next('reply')];

    const found = marksIn(`{"text":"It says \\"${sent}\\".\\n${reply}, ${sent}"}`);

    expect(found).to.deep.equal([sent, reply]);
    expect(marksOf('reply', found)).to.deep.equal([reply]);
  });

  it('are no secrets by their looks', () => {
    const text = `Please restart, ${createMarks().next('reply')}.`;

    expect(maskSecrets(text)).to.deep.equal({ text, masked: false });
  });
});
