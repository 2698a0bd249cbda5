import { expect } from 'chai';
import { en } from '../src/cards/text/en.ts';
import { readPack } from '../src/readPack.ts';
import { cardOf, turnChecks, wasPolite, wasTaken } from './dialogs/checkTurn.ts';
import { noticesOf, turnsOver } from './dialogs/playTurn.ts';
import { type Damage, type Damageable, DRAFT_DAMAGE, STACK_DAMAGE } from './fixtures/states/damage.ts';
import { playStates } from './fixtures/states/playStates.ts';
import { POSITIONS } from './fixtures/states/positions.ts';
import { newestSavedVersion, type SavedState, savedStates, savedVersions } from './fixtures/states/savedState.ts';
import { shapeOf } from './fixtures/states/shapeOf.ts';

const pack = await readPack('lync-online-meeting-join');
const turns = turnsOver(pack, { hasDesk: true });
const { says, clicks, showsAgain } = turns;
const { isUsable, leadsOn, keepsAnswers } = turnChecks(pack, turns);
const { updated, oldCard } = en.notices;

/** What takes answers back, or asks for them anew. */
const TAKES_BACK: readonly unknown[] = ['restart', 'cancel', 'change', 'back', 'start'];

const newest = newestSavedVersion();

const ADVICE = `What is stored has changed since the states of ${newest} were kept, and people’s chats of then have to go on.
If ${newest} is released: raise the version in package.json. If not: delete test/fixtures/states/v${newest}.
Then run \`node --import tsx test/fixtures/states/write.ts\`, which keeps what is stored now, and this test goes on from it.
`;

describe('what this version stores', () => {
  let played: Readonly<Record<string, SavedState>>;
  before(async function () {
    this.timeout(60_000);
    played = await playStates();
  });

  for (const [name, saved] of Object.entries(savedStates(newest))) {
    it(`has the shape of what is kept of ${newest}: ${name}`, () => {
      const state = played[name];

      expect(state && shapeOf(state), ADVICE).to.deep.equal(shapeOf(saved));
    });
  }
});

for (const version of savedVersions()) {
  const saved = Object.entries(savedStates(version));

  describe(`a conversation that ${/^\d/.test(version) ? `version ${version}` : `a version ${version.replace('-', ' ')}`} left`, () => {
    it('is kept for every kind of place', () => {
      const names = saved.map(([name]) => name);

      if (version === newest) expect(names, ADVICE).to.include.members(Object.keys(POSITIONS));
      expect(names).to.include('hello');
    });

    for (const [name, { state, card }] of saved) {
      it(`goes on from ${name}, whatever is tapped on the card of then`, async () => {
        for (const { label, data } of card.offers) {
          const turn = await clicks(state, data);

          isUsable(turn, `[${label}]`);
          expect(wasTaken(turn) || wasPolite(turn), `[${label}] is taken, or said not to be`).to.equal(true);
          if (state.draft['version'] === pack.version) expect(wasTaken(turn), `[${label}] is taken`).to.equal(true);
          if (!TAKES_BACK.includes(data['verb'])) keepsAnswers(state, turn, data);
          await leadsOn(turn);
        }
      });

      it(`goes on from ${name} by typing, and shows its card again`, async () => {
        const shown = await showsAgain(state);
        const help = await says(shown.state, 'help');

        // A join link isn't kept, so its card comes back as the one that asks for it.
        expect(cardOf(shown).view.title).to.equal(name === 'way-in-with-link' ? en.wayIn.title : card.title);
        expect(cardOf(help).view.title).to.equal(en.help.title);
        keepsAnswers(state, help);
      });
    }
  });
}

/** Enough of a case for every damage to hit something. */
const BUSY = ['question-location', 'step-later', 'step-after-warning', 'changing', 'branch', 'list-for-another'];

for (const [part, table] of [
  ['dialog stack', STACK_DAMAGE],
  ['draft', DRAFT_DAMAGE],
] as const) {
  describe(`a stored ${part} with`, () => {
    for (const [what, befall] of table) {
      it(`${what} still leads on, with the answers kept`, async () => {
        for (const name of BUSY) {
          const state = damaged(name, [what, befall]);

          const said = await says(state, 'qwertz');
          const shown = await showsAgain(state);
          const tapped = await clicks(state, { verb: 'back', card: openCardOf(state) });

          for (const turn of [said, shown, tapped]) isUsable(turn, name);
          for (const turn of [said, shown]) keepsAnswers(state, turn);
          await leadsOn(said);
          await leadsOn(shown);
        }
      });
    }
  });
}

describe('a stored state that can’t be gone on with', () => {
  for (const [what, state] of [
    ['another pack', { ...savedState('step'), draft: { ...savedState('step').draft, pack: 'another' } }],
    ['no draft', { dialogStack: savedState('step').dialogStack }],
    ['a list for a draft', { draft: [], dialogStack: [] }],
    ['an empty draft', { draft: {}, dialogStack: savedState('step').dialogStack }],
    ['nothing', null],
    ['a word', 'state'],
  ] as const) {
    it(`begins anew with ${what}`, async () => {
      const turn = await says(state, 'inside');

      isUsable(turn, what);
      expect(turn.state.draft.answers).to.deep.equal({});
      await leadsOn(turn);
    });
  }
});

describe('a card that was shown for another place', () => {
  const moved = damaged('step-later', ['', (state) => openFrameOf(state, { place: 'step client/dance' })]);
  const tap = (verb: string, more = {}) => clicks(moved, { verb, ...more, card: openCardOf(moved) });

  it('doesn’t have its tap taken for the step that is there now', async () => {
    const turn = await tap('step', { outcome: 'fixed' });

    expect(noticesOf(cardOf(turn))).to.deep.equal([updated]);
    expect(turn.state.draft.outcomes).to.deep.equal({ 'client/windows-update': 'still-broken' });
    expect(turn.closed).to.deep.equal([]);
  });

  it('doesn’t have what is typed taken for the step that is there now', async () => {
    const turn = await says(moved, 'fixed it');

    expect(noticesOf(cardOf(turn))).to.deep.equal([updated]);
    expect(turn.state.draft.outcomes).to.deep.equal({ 'client/windows-update': 'still-broken' });
  });

  it('says so once; then it is clicked on an old card', async () => {
    const first = await tap('step', { outcome: 'fixed' });
    const second = await clicks(first.state, { verb: 'step', outcome: 'fixed', card: openCardOf(moved) });

    expect(noticesOf(cardOf(second))).to.deep.equal([oldCard]);
  });

  for (const [verb, title] of [
    ['escalate', en.person.title],
    ['workaround', en.wayIn.title],
  ] as const) {
    it(`still has its [${verb}], which means the same anywhere`, async () => {
      const turn = await tap(verb);

      expect(cardOf(turn).view.title).to.equal(title);
    });
  }

  it('still understands what means the same anywhere', async () => {
    const titles = await Promise.all(['agent', 'help', 'restart'].map((text) => says(moved, text)));

    expect(titles.map((turn) => cardOf(turn).view.title)).to.deep.equal([
      en.person.title,
      en.help.title,
      'How many people can’t join?',
    ]);
  });
});

function savedState(name: string): SavedState['state'] {
  const saved = savedStates('0.1.0')[name];
  if (!saved) throw new Error(`no state ${name}`);
  return saved.state;
}

function damaged(name: string, [, befall]: Damage): Damageable {
  const state = structuredClone(savedState(name)) as unknown as Damageable;
  befall(state);
  return JSON.parse(JSON.stringify(state)) as Damageable;
}

function openFrameOf({ dialogStack }: Damageable, more: object): void {
  const frame = dialogStack.at(-1) as { state: object };
  frame.state = { ...frame.state, ...more };
}

function openCardOf({ dialogStack }: { readonly dialogStack: readonly unknown[] }): unknown {
  const frame = dialogStack.at(-1) as { state?: { card?: unknown } } | null | undefined;
  return frame?.state?.card;
}
