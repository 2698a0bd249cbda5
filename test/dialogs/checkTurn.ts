import { expect } from 'chai';
import type { OutgoingCard } from '../../src/cards/model.ts';
import { en } from '../../src/cards/text/en.ts';
import type { Draft, Pack } from '../../src/knowledge/index.ts';
import { noticesOf, type PlayedTurn, tapsOf, type turnsOver } from './playTurn.ts';

/** The one card that a turn answered with. */
export function cardOf({ cards }: PlayedTurn): OutgoingCard {
  const [card] = cards;
  if (!card) throw new Error('no card');
  return card;
}

/** A click was taken: its card was closed, and the new one doesn't say that nothing changed. */
export function wasTaken(turn: PlayedTurn): boolean {
  return turn.closed.length === 1 && !wasPolite(turn);
}

/** What was done isn't taken, and the person is told so. */
export function wasPolite(turn: PlayedTurn): boolean {
  const { updated, oldCard } = en.notices;
  return noticesOf(cardOf(turn)).some((said) => said === updated || said === oldCard);
}

/** What a turn over a state of another version has to come to. */
export function turnChecks(pack: Pack, { clicks }: ReturnType<typeof turnsOver>) {
  /** Exactly one card, with an id and at least one way on. */
  const isUsable = (turn: PlayedTurn, what: string): void => {
    expect(turn.cards, `cards after ${what}`).to.have.length(1);
    expect(tapsOf(cardOf(turn)), `ways on after ${what}`).to.not.deep.equal([]);
  };
  return {
    isUsable,
    /** Something on the new card can be tapped, and is taken. */
    async leadsOn(turn: PlayedTurn, which = 0): Promise<void> {
      // What is about a case isn't answered by the dialogs.
      const taps = tapsOf(cardOf(turn)).filter((tap) => !('verb' in tap && /^(link|my-.*)$/.test(String(tap.verb))));
      const next = await clicks(turn.state, taps[which % taps.length]);
      isUsable(next, 'the next tap');
      expect(wasTaken(next), 'the next tap is taken').to.equal(true);
    },
    /** Every stored answer that the pack knows is still there, but for the one that was just given. */
    keepsAnswers(before: unknown, { state }: PlayedTurn, { question }: { question?: unknown } = {}): void {
      const { answers } = (before as { draft: Draft }).draft;
      for (const { id, options } of pack.questions) {
        const answer = (answers as Record<string, unknown> | undefined)?.[id];
        const isValid = answer === 'unknown' || options.some((option) => option.id === answer);
        if (isValid && id !== question) expect(state.draft.answers[id], `the answer to ${id}`).to.equal(answer);
      }
    },
  };
}
