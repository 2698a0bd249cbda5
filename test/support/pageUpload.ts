import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { endWith } from './pageStatic.ts';

/** A file that a page has sent. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** The id under which the page knows it. */
  readonly id: string;
  /** The case that it was sent to, at the desk. */
  readonly case: string | null;
}

/** How files are answered: with a status and what is wrong, by cutting the connection, or (null) as usual. */
export type FileAnswer =
  | 'gone'
  | { readonly status: number; readonly error?: string; readonly retryAfter?: number }
  | null;

/** Reads a file that is sent as the body of a request. */
export async function readUpload(request: IncomingMessage, query: URLSearchParams): Promise<SentFile> {
  return {
    name: query.get('name') ?? '',
    type: request.headers['content-type'] ?? '',
    bytes: await buffer(request),
    id: query.get('id') ?? '',
    case: query.get('case'),
  };
}

/** Refuses it as told; false where it is to be taken. */
export function refuseUpload(answer: FileAnswer, request: IncomingMessage, response: ServerResponse): boolean {
  if (answer === null) return false;
  if (answer === 'gone') request.socket.destroy();
  else {
    if (answer.retryAfter !== undefined) response.setHeader('Retry-After', answer.retryAfter);
    endWith(response, answer.status, answer.error === undefined ? undefined : { error: answer.error });
  }
  return true;
}

/** Serves it again, as the real servers do. */
export function serveUpload(file: SentFile | undefined, response: ServerResponse): void {
  if (file === undefined) {
    endWith(response, 404);
    return;
  }
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Disposition', file.type === 'application/pdf' ? 'attachment' : 'inline');
  response.end(file.bytes);
}
