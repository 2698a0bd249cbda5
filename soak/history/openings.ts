import type { Move, PersonDeed, Step, Which } from './moves.ts';

/** How a history can go on once there is a case, so that what takes several right steps happens in many of them. */
export type Opening = 'plain' | 'kept' | 'unread' | 'taken-back' | 'blocked' | 'handed-on';

const step = (minutes: number, ...moves: readonly Move[]): Step => ({ minutes, moves });
const clicks = (of: Which, verb: string, more: Readonly<Record<string, string>> = {}): Move => ({
  ...{ as: 'agent', who: 0, at: [1] },
  deed: { kind: 'click', of, data: { verb: `desk-${verb}`, ...more } },
});
const does = (who: Which, deed: PersonDeed): Move => ({ as: 'person', who, at: [0], deed });
/** What time and the outbox do meanwhile is seen, and has the time to happen. */
const LOOKS = step(0, { as: 'agent', who: 0, at: [0], deed: { kind: 'look' } });

/** The steps of each, by whose case it is. */
export const OPENINGS: Readonly<Record<Opening, (of: Which) => readonly Step[]>> = {
  plain: () => [],
  // Their claim is asked about after 5, 10 or 25 minutes, by the desk.
  kept: (of) => [
    step(6, clicks(of, 'claim')),
    ...[LOOKS, step(5, clicks(of, 'still'))],
    ...[LOOKS, step(15, clicks(of, 'still'))],
    ...[LOOKS, step(0, clicks(of, 'still'))],
  ],
  // A guest is written to after two minutes.
  unread: (of) => [
    step(0, clicks(of, 'claim')),
    step(3, clicks(of, 'reply', { text: 'Are you there?' })),
    LOOKS,
    LOOKS,
  ],
  // Where the server puts the mail off, the question is taken back before it goes out.
  'taken-back': (of) => [
    step(0, clicks(of, 'claim')),
    step(3, clicks(of, 'solve', { cause: 'network-issue' })),
    step(0, clicks(of, 'reopen')),
    LOOKS,
    LOOKS,
  ],
  blocked: (of) => [
    step(0, clicks(of, 'claim')),
    step(0, does(of, { kind: 'block' })),
    ...[step(0, clicks(of, 'reply', { text: 'Please restart it.' })), LOOKS],
  ],
  'handed-on': (of) => [step(0, clicks(of, 'escalate')), LOOKS, LOOKS],
};
