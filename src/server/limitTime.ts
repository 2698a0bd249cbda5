import type { IncomingMessage } from 'node:http';

/**
 * Calls `onLate` when a request has not come whole after so many milliseconds. Node has one limit for all requests,
 * which has to be that of the slowest; this is the one for all others.
 */
export function limitTime(request: IncomingMessage, milliseconds: number, onLate: () => void): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  // Without a body it is whole as soon as its headers are there.
  if (encoding === undefined && Number(length ?? 0) === 0) return;
  const timer = setTimeout(() => {
    if (!request.complete) onLate();
  }, milliseconds).unref();
  const stop = () => clearTimeout(timer);
  request.once('end', stop).once('close', stop);
}
