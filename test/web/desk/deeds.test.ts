import { expect } from 'chai';
import { Deeds } from '../../../web/desk/deeds.ts';
import type { Deed, DeskAnswer } from '../../../web/desk/deskTypes.ts';
import type { Reply } from '../../../web/desk/reply.ts';

const ANSWER: DeskAnswer = { cards: [], said: 'done', show: null, isRefused: false };
const DONE: Reply<DeskAnswer> = { end: 'done', value: ANSWER };
const LOST: Reply<DeskAnswer> = { end: 'again', why: 'lost', after: null };
const NOTE: Deed = { case: 'UN-1', text: 'a note' };

/** Deeds that are answered as listed, and what was sent and waited for. */
function deeds(...replies: readonly Reply<DeskAnswer>[]) {
  const sent: string[] = [];
  const waits: string[] = [];
  const left = [...replies];
  let ids = 0;
  const it = new Deeds({
    act: async (id) => {
      sent.push(id);
      return left.shift() ?? DONE;
    },
    onWait: (why, after) => waits.push(`${why} ${after}`),
    pause: async () => undefined,
    newId: () => {
      ids += 1;
      return `d${ids}`;
    },
    random: () => 1,
  });
  return { it, sent, waits };
}

describe('a deed at the desk', () => {
  it('is sent once while it is on its way, however often it is clicked', async () => {
    const { it, sent } = deeds();

    const ends = await Promise.all([it.send(NOTE), it.send({ ...NOTE })]);

    expect(sent).to.deep.equal(['d1']);
    expect(ends).to.deep.equal([
      { end: 'done', answer: ANSWER },
      { end: 'done', answer: ANSWER },
    ]);
  });

  it('is tried again under the same id while the connection is gone, and given back after four times', async () => {
    const { it, sent, waits } = deeds(LOST, LOST, LOST, LOST);

    const end = await it.send(NOTE);

    expect(sent).to.deep.equal(['d1', 'd1', 'd1', 'd1']);
    expect(waits).to.deep.equal(['lost 1000', 'lost 2000', 'lost 4000']);
    expect(end).to.deep.equal({ end: 'lost' });
  });

  it('keeps its id when it is done once more after that, so that it counts once', async () => {
    const { it, sent } = deeds(LOST, LOST, LOST, LOST);

    await it.send(NOTE);
    const end = await it.send(NOTE);

    expect(new Set(sent)).to.deep.equal(new Set(['d1']));
    expect(end).to.deep.equal({ end: 'done', answer: ANSWER });
  });

  it('has an id of its own when it says something else, or is done again after an answer', async () => {
    const { it, sent } = deeds();

    await it.send(NOTE);
    await it.send(NOTE);
    await it.send({ ...NOTE, text: 'another note' });

    expect(sent).to.deep.equal(['d1', 'd2', 'd3']);
  });

  it('waits as long as the server asks for, and says why', async () => {
    const { it, sent, waits } = deeds(
      { end: 'again', why: 'too-fast', after: 5_000 },
      { end: 'again', why: 'busy', after: 3_000 },
    );

    await it.send(NOTE);

    expect(waits).to.deep.equal(['too-fast 5000', 'busy 3000']);
    expect(new Set(sent)).to.deep.equal(new Set(['d1']));
  });

  it('keeps its id over a new sign-in', async () => {
    const { it, sent } = deeds({ end: 'signed-out' });

    const end = await it.send(NOTE);
    await it.send(NOTE);

    expect(end).to.deep.equal({ end: 'signed-out' });
    expect(sent).to.deep.equal(['d1', 'd1']);
  });

  for (const refusal of ['forbidden', 'missing', 'refused'] as const) {
    it(`is given up when it is ${refusal}`, async () => {
      const { it, sent } = deeds({ end: refusal });

      expect(await it.send(NOTE)).to.deep.equal({ end: 'refused' });
      expect(sent).to.have.lengthOf(1);
    });
  }
});
