import { hashSecret } from '../../src/channels/hashSecret.ts';
import type { WebHelpdesk } from '../../src/channels/web/helpdeskPort.ts';
import { newSessionId } from '../../src/channels/web/sessionId.ts';
import { type MemoryFiles, memoryFiles } from './httpFiles.ts';

/** The helpdesk in memory, as the web channel sees it. */
export interface MemoryHelpdesk extends WebHelpdesk {
  readonly files: MemoryFiles;
  /** What was read, as session and entry. */
  readonly read: readonly string[];
  /** The hashes that links were asked for with. */
  readonly asked: readonly string[];
  /** Gives a case to a person, and a link to it; gives the secret of the link. */
  open(caseId: string, person: string): string;
  /** The case was closed so long ago that its links are over. */
  forget(caseId: string): void;
}

/** A helpdesk without a case. */
export function memoryHelpdesk(): MemoryHelpdesk {
  /** Whose each is. */
  const cases = new Map<string, string>();
  const links = new Map<string, string>();
  const read: string[] = [];
  const asked: string[] = [];
  const mint = (caseId: string) => {
    const secret = newSessionId();
    links.set(hashSecret(secret), caseId);
    return secret;
  };
  return {
    files: memoryFiles(),
    read,
    asked,
    open(caseId, person) {
      cases.set(caseId, person);
      return mint(caseId);
    },
    forget: (caseId) => void cases.delete(caseId),
    links: {
      async find(hash) {
        asked.push(hash);
        const caseId = links.get(hash) ?? '';
        const person = cases.get(caseId);
        return person === undefined ? null : { case: caseId, person };
      },
    },
    mintCaseLink: async (session, caseId) => (cases.get(caseId) === `web:${session}` ? mint(caseId) : null),
    async onRead(session, entry) {
      read.push(`${session} ${entry}`);
    },
  };
}
