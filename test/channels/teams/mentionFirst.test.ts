import { expect } from 'chai';
import { mentionFirst } from '../../../src/channels/teams/mentionFirst.ts';

const BEA = { id: '29:bea', name: 'Bea Lind', aadObjectId: '0f0f0f0f-1111-4222-8333-444444444444' };

describe('a post in Teams that mentions people', () => {
  it('has their names first, and who is meant by each', () => {
    const post = mentionFirst({ type: 'message', textFormat: 'plain', text: 'A new case' }, [
      BEA,
      { id: '29:lee', name: 'on call 2' },
    ]);

    expect(JSON.stringify(post)).to.equal(
      JSON.stringify({
        type: 'message',
        text: '<at>Bea Lind</at> <at>on call 2</at> A new case',
        entities: [
          { type: 'mention', text: '<at>Bea Lind</at>', mentioned: BEA },
          { type: 'mention', text: '<at>on call 2</at>', mentioned: { id: '29:lee', name: 'on call 2' } },
        ],
      }),
    );
  });

  it('keeps what stands in it from being markup', () => {
    const { text } = mentionFirst({ text: '<at>All</at> & *now* [here](x) _#1_' }, [BEA]);

    expect(text).to.equal('<at>Bea Lind</at> &lt;at&gt;All&lt;/at&gt; &amp; \\*now\\* \\[here\\]\\(x\\) \\_\\#1\\_');
  });

  it('is their names alone where it has no text', () => {
    expect(mentionFirst({}, [BEA]).text).to.equal('<at>Bea Lind</at>');
  });
});
