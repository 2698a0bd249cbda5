import { expect } from 'chai';
import { deliverFetch } from '../../../src/bots/outbox/deliverFetch.ts';
import type { FetchPayload } from '../../../src/bots/outbox/rowPayload.ts';
import { en } from '../../../src/cards/text/en.ts';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import type { StoredFile } from '../../../src/helpdesk/files/fileStore.ts';
import { caseIn, FILE, minute, OPENED, settingAt } from '../../helpdesk/cases/caseBench.ts';

const { requester } = caseIn('waiting');
const PAYLOAD: FetchPayload = {
  ...{ kind: 'fetch-file', how: 'attached', url: 'https://files.example/a.png', name: 'a.png' },
  ...{ serviceUrl: 'https://smba.example', person: requester.person, conversation: requester.conversation },
  message: { channel: 'msteams', reference: {}, activity: {} },
};
const ROW = {
  ...{ id: 'row-1', queue: 'files:web::luis', person: requester.person, payload: PAYLOAD },
  ...{ since: OPENED, attempt: 2, unheard: 0, failures: 1, mayBeRepeat: false, lease: 'l1', isLast: false },
};

/** Which cases get a file that was kept at that time, when its row is delivered at minute 40. */
async function casesWith(keptAt: Date, current: Case): Promise<string[]> {
  const file: StoredFile = { ...FILE, case: null, person: requester.person, from: 'person', at: keptAt.toISOString() };
  const attached: string[] = [];
  const parts: Parameters<typeof deliverFetch>[0] = {
    fetch: async () => ({ kind: 'kept', file }),
    cases: { openIn: async () => (current.status === 'closed' ? null : current) },
    post: async () => ({ kind: 'delivered', receipt: '' }),
    texts: en,
    setting: () => settingAt(minute(40)),
    turns: {
      async runUnasked({ case: id }, decide) {
        attached.push(id);
        return { kind: 'decided', decision: await decide(current), current };
      },
    },
  };
  expect(await deliverFetch(parts, PAYLOAD, ROW)).to.deep.equal({ kind: 'delivered', receipt: FILE.id });
  return attached;
}

describe('a file that was fetched', () => {
  for (const [what, at, current, has] of [
    ['goes on the case that was open by then', minute(39), caseIn('claimed'), true],
    ['goes on the case that was opened at that moment', OPENED, caseIn('waiting'), true],
    // Perhaps it was left out; if not, it went along, or the row behind this one puts it there.
    ['goes on none that was opened later, while its row was tried again', minute(-1), caseIn('waiting'), false],
    ['goes on none that is over', minute(39), caseIn('closed'), false],
  ] as const) {
    it(what, async () => {
      expect(await casesWith(at, current)).to.deep.equal(has ? [current.id] : []);
    });
  }
});
