import { expect } from 'chai';
import fc from 'fast-check';
import { parseSlack } from '../../../src/channels/slack/parseSlack.ts';
import { payloadOf } from '../../../src/channels/slack/payloadOf.ts';
import type { SlackWay } from '../../../src/channels/slack/slackInput.ts';
import { FIXTURE_BOT, FIXTURE_NAMES, slackFixture, wayOf } from '../../support/slackFixtures.ts';

const WAYS: readonly SlackWay[] = ['events', 'actions', 'commands'];
const KINDS = ['message', 'click', 'submission', 'command', 'shortcut', 'home', 'left', 'nothing'];
/** Of every property here; each failure says it again. */
const SEED = 20_260_302;
const way = fc.constantFrom(...WAYS);

/** What people would rather not find in a field. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(undefined, null, '', 0, -1, true, [], {}, [null], { toString: 1, valueOf: null }, '\ud800'),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'D', '1.1', '<@U0BOT00001>', 'U0BOT00001', '\u0000'),
);

/** Where there is something in a payload: the keys on the way to each value in it. */
function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsIn(inner).map((path) => [key, ...path])]);
}

/** The same payload with something else in one place; left out where that is undefined. */
function withAt(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value).flatMap(([each, inner]) => {
    const next = each === key ? withAt(inner, rest, other) : inner;
    return next === undefined ? [] : [[each, next]];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** What goes into keys must be safe to store. */
function expectInput(from: SlackWay, payload: unknown): void {
  const input = parseSlack(from, payload, FIXTURE_BOT);
  if (input === null) return;
  expect(KINDS).to.include(input.kind);
  if ('delivery' in input) {
    const { delivery, team, user } = input;
    expect([delivery, team, user].every((key) => /^[\x21-\x7e]{1,600}$/.test(key))).to.equal(true);
    // No bot taps anything.
    if (from === 'events') expect(user).to.not.equal(FIXTURE_BOT.user);
  }
}

describe(`whatever comes from Slack (seed ${SEED})`, () => {
  it('never throws, whatever JSON it is', () => {
    fc.assert(
      fc.property(way, anything, (from, payload) => expectInput(from, payload)),
      { seed: SEED, numRuns: 1000 },
    );
  });

  for (const name of FIXTURE_NAMES) {
    it(`is an input, nothing or unreadable with anything else in one or two places: ${name}`, () => {
      const sent = slackFixture(name);
      const path = fc.constantFrom(...pathsIn(sent));
      const places = fc.array(fc.tuple(path, anything), { minLength: 1, maxLength: 2 });

      fc.assert(
        fc.property(places, (changes) => {
          const changed = changes.reduce<unknown>((payload, [at, other]) => withAt(payload, at, other), sent);
          for (const from of wayOf(name) === 'commands' ? WAYS : [wayOf(name)]) expectInput(from, changed);
        }),
        { seed: SEED, numRuns: 200 },
      );
    });
  }

  it('never throws over the bytes of a body', () => {
    const type = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', '');
    const start = fc.constantFrom('', '{', 'payload=', 'payload=%7B');

    fc.assert(
      fc.property(way, type, fc.tuple(start, fc.uint8Array({ maxLength: 200 })), (from, contentType, [text, rest]) => {
        const bytes = Buffer.concat([Buffer.from(text), rest]);

        expectInput(from, payloadOf({ way: from, contentType, bytes }));
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
