import { expect } from 'chai';
import { deskNotes } from '../../src/app/deskNotes.ts';
import type { DeskPlace } from '../../src/helpdesk/desk/deskPlace.ts';

const SAID = 'teams:t:ana';
const [HERE, DESK_CHANNEL, ESCALATE_TO] = [
  'say “desk here” in a channel, or add the bot again where it was and mention it there',
  'add the bot there again and mention it there, or set DESK_CHANNEL to another channel and start the bot again',
  'add the bot there again and mention it there, or set ESCALATE_TO to another channel and start the bot again',
];

describe('what is said of the desk to whoever watches the process', () => {
  for (const { name, line, setBy, lost, notes } of [
    { name: 'is nothing while it can be posted to', line: 'first', setBy: SAID, lost: null, notes: [] },
    { name: 'is to move the desk', line: 'first', setBy: SAID, lost: 'removed', notes: [HERE] },
    {
      name: 'is what to set, where that says where it is',
      line: 'first',
      setBy: null,
      lost: 'removed',
      notes: [DESK_CHANNEL],
    },
    { name: 'is what to set for the next line', line: 'next', setBy: null, lost: 'status-404', notes: [ESCALATE_TO] },
  ] as const) {
    it(name, async () => {
      const place: DeskPlace = {
        ...{ line, setBy, lost, key: 'teams:t:19:desk', channel: 'msteams', reference: {} },
        setAt: '2026-03-02T08:00:00.000Z',
      };

      const told = await deskNotes({ get: async (asked) => (asked === line ? place : null) });

      expect(told).to.deep.equal(
        notes.map((advice) => `desk: nothing can be posted to the ${line} line (${lost}); ${advice}`),
      );
    });
  }
});
