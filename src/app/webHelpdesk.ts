import type { WebHelpdesk } from '../channels/web/helpdeskPort.ts';
import { canReopen } from '../helpdesk/cases/canReopen.ts';
import { CASE_LIMITS } from '../helpdesk/cases/caseLimits.ts';
import { decideForPerson } from '../helpdesk/cases/decideForPerson.ts';
import type { Desk } from './desk.ts';

/** A person's newest cases, among which the one is looked for that an answer belongs to. */
const NEWEST = 20;

/** What the chat page asks of the helpdesk. */
export function webHelpdesk({ stores, turns, setting, mintSecret }: Desk): WebHelpdesk {
  return {
    links: {
      find: (hash) => stores.links.find(hash, new Date(setting().at.getTime() - CASE_LIMITS.reopenMs)),
    },
    files: stores.files,
    async mintCaseLink(session, id) {
      const found = await stores.cases.get(id);
      if (found?.requester.person !== `web:${session}`) return null;
      return found.closed === null || canReopen(found, setting().at) ? mintSecret(id) : null;
    },
    async onRead(session, entry) {
      const own = await stores.cases.ofPerson(`web:${session}`, NEWEST);
      const answered = own.find(({ lastAnswer }) => lastAnswer?.entry === entry && lastAnswer.readAt === null);
      if (answered === undefined) return;
      await turns.runUnasked({ case: answered.id, delivery: null }, (current) =>
        decideForPerson(current, { do: 'read', entry }, setting()),
      );
    },
  };
}
