import { hashSecret } from '../../src/channels/hashSecret.ts';
import type { WebHelpdesk } from '../../src/channels/web/helpdeskPort.ts';
import { newSessionId } from '../../src/channels/web/sessionId.ts';
import { type MemoryFiles, memoryFiles } from './httpFiles.ts';

/** The helpdesk in memory, as the web channel sees it. */
export interface MemoryHelpdesk extends WebHelpdesk {
  readonly files: MemoryFiles;
  /** What was read, as session and entry. */
  readonly read: readonly string[];
  /** What links were asked for with. */
  readonly asked: readonly { readonly hash: string; readonly closedSince: Date }[];
  /** Gives a case to a person, and a link to it; gives the secret of the link. */
  open(caseId: string, person: string): string;
  /** Closes a case. */
  close(caseId: string, at: Date): void;
}

interface MemoryCase {
  readonly person: string;
  closedAt: Date | null;
}

/** A helpdesk without a case. */
export function memoryHelpdesk(): MemoryHelpdesk {
  const cases = new Map<string, MemoryCase>();
  const links = new Map<string, string>();
  const read: string[] = [];
  const asked: { hash: string; closedSince: Date }[] = [];
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
      cases.set(caseId, { person, closedAt: null });
      return mint(caseId);
    },
    close(caseId, at) {
      const found = cases.get(caseId);
      if (found) found.closedAt = at;
    },
    links: {
      async find(hash, closedSince) {
        asked.push({ hash, closedSince });
        const caseId = links.get(hash) ?? '';
        const found = cases.get(caseId);
        if (found === undefined || (found.closedAt !== null && found.closedAt < closedSince)) return null;
        return { case: caseId, person: found.person };
      },
    },
    mintCaseLink: async (session, caseId) => (cases.get(caseId)?.person === `web:${session}` ? mint(caseId) : null),
    async onRead(session, entry) {
      read.push(`${session} ${entry}`);
    },
  };
}
