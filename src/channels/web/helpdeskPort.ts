import type { FileSink, FileSource } from '../filePorts.ts';
import type { WebCaseLinks } from './caseLinkPort.ts';

/** What the page asks of the helpdesk on behalf of a session. All throw `storage-failed`. */
export interface WebHelpdesk {
  readonly links: WebCaseLinks;
  /**
   * The secret of a new link to a case: `newSessionId` makes one, and `hashSecret` what is kept of it. Null where this
   * session has no such case, or it has been closed for so long that its link is over.
   */
  readonly mintCaseLink: (session: string, caseId: string) => Promise<string | null>;
  /** The person has seen this answer. One that isn't theirs is passed over. */
  readonly onRead: (session: string, entry: string) => Promise<void>;
  readonly files: FileSink & FileSource;
}
