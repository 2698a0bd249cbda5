import type { FileFault } from './fileFault.ts';
import { isRecord } from './isRecord.ts';

/** How the server answered to a file. Status 0: it couldn't be reached. */
export interface FileAnswer {
  readonly status: number;
  /** When to come back, in milliseconds; null where it doesn't say. */
  readonly after: number | null;
  /** What it sent, as text. */
  readonly body: string;
}

/** What became of a file. `later`: it is to be sent again after so many milliseconds. */
export type FileEnd =
  | { readonly end: 'sent' }
  | { readonly end: 'signed-out' }
  | { readonly end: 'later'; readonly after: number; readonly why: 'too-fast' | 'busy' }
  | { readonly end: 'refused'; readonly fault: FileFault };

/** Reads how the server answered. A proxy in front of it can refuse, too, and says nothing of why. */
export function readFileAnswer({ status, after, body }: FileAnswer): FileEnd {
  if (status >= 200 && status < 300) return { end: 'sent' };
  switch (status) {
    case 0:
      return { end: 'refused', fault: 'lost' };
    case 401:
      return { end: 'signed-out' };
    case 404:
      return { end: 'refused', fault: 'nobody' };
    case 413:
      return { end: 'refused', fault: saidFault(body) ?? 'size' };
    case 415:
      return { end: 'refused', fault: saidFault(body) ?? 'type' };
    case 429:
    case 503:
      if (after === null) return { end: 'refused', fault: 'failed' };
      return { end: 'later', after, why: status === 429 ? 'too-fast' : 'busy' };
    default:
      return { end: 'refused', fault: 'failed' };
  }
}

function saidFault(body: string): FileFault | null {
  try {
    const said: unknown = JSON.parse(body);
    const error = isRecord(said) ? said['error'] : null;
    return error === 'type' || error === 'empty' || error === 'size' ? error : null;
  } catch {
    return null;
  }
}
