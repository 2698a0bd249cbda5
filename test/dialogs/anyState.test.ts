import fc from 'fast-check';
import { readPack } from '../../src/readPack.ts';
import { savedStates } from '../fixtures/states/savedState.ts';
import { turnChecks } from './checkTurn.ts';
import { turnsOver } from './playTurn.ts';

const pack = await readPack('lync-online-meeting-join');
const turns = turnsOver(pack);
const { isUsable, leadsOn, keepsAnswers } = turnChecks(pack, turns);
const saved = Object.values(savedStates('0.1.0'));
const states = saved.map(({ state }) => state);
const taps = saved.flatMap(({ card }) => card.offers.map(({ data }) => data));

const RUNS = { seed: 20_260_105, numRuns: 600, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true };

/** What may stand in the place of something else: anything, and above all what stands elsewhere in a state. */
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    'card',
    'main',
    'client/windows-update',
    'fixed',
    'help',
    'way-in',
    'unknown',
    'single',
    -1,
    {},
  ),
);

/** Something done to one place in some JSON: the place is found by counting, however large the JSON is. */
const mutation = fc.record({
  place: fc.nat({ max: 10_000 }),
  how: fc.constantFrom('replace', 'remove', 'add', 'rename'),
  key: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('__proto__', 'constructor', 'id', 'state', 'draft')),
  value,
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

const mutated = fc
  .tuple(fc.constantFrom(...states), fc.array(mutation, { minLength: 1, maxLength: 6 }))
  .map(([state, mutations]) => mutations.reduce<unknown>(mutate, structuredClone(state)));

describe('a stored state, whatever became of it', () => {
  it('is shown again as a card that leads on, with the answers kept that are still valid', () =>
    fc.assert(
      fc.asyncProperty(mutated, fc.nat(), async (state, which) => {
        const shown = await turns.showsAgain(state);

        isUsable(shown, 'showing it again');
        if (isOfThisPack(state)) keepsAnswers(state, shown);
        await leadsOn(shown, which);
      }),
      RUNS,
    )).timeout(30_000);

  it('answers whatever is said with a card that leads on', () =>
    fc.assert(
      fc.asyncProperty(mutated, fc.constantFrom('hello', 'inside', '1', 'back', 'no'), async (state, text) => {
        const said = await turns.says(state, text);

        isUsable(said, text);
        await leadsOn(said);
      }),
      RUNS,
    )).timeout(30_000);

  it('answers whatever is tapped with a card that leads on', () =>
    fc.assert(
      fc.asyncProperty(mutated, fc.nat(), async (state, which) => {
        const tapped = await turns.clicks(state, taps[which % taps.length]);

        isUsable(tapped, 'a tap');
        await leadsOn(tapped);
      }),
      RUNS,
    )).timeout(30_000);
});

/** A state that is still one, of a case of this pack: the answers of any other mean nothing. */
function isOfThisPack(state: unknown): boolean {
  const { draft, dialogStack } = (state ?? {}) as {
    draft?: { pack?: unknown; answers?: unknown };
    dialogStack?: unknown;
  };
  return draft?.pack === pack.id && Array.isArray(dialogStack) && !Array.isArray(draft);
}

function mutate(json: unknown, { place, how, key, value }: Mutation): unknown {
  const places = placesIn(json);
  const at = places[place % places.length];
  if (at === undefined) return value;
  const own = Array.isArray(at.parent) ? Number(at.key) : at.key;
  const parent = at.parent as Record<string | number, unknown>;
  switch (how) {
    case 'replace':
      parent[own] = value;
      break;
    case 'remove':
      delete parent[own];
      break;
    case 'add':
      Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
      break;
    case 'rename':
      Object.defineProperty(parent, key, { value: parent[own], enumerable: true, configurable: true, writable: true });
      delete parent[own];
  }
  return json;
}

function placesIn(json: unknown): { parent: object; key: string }[] {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, inner]) => [{ parent: json, key }, ...placesIn(inner)]);
}
