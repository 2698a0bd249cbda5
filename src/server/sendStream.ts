import type { ServerResponse } from 'node:http';
import type { Answer } from './route.ts';

/** An answer whose bytes are read as they are sent. */
export type StreamedAnswer = Answer & Required<Pick<Answer, 'stream'>>;

/**
 * Sends an answer at the pace at which its client takes it; resolves once all is sent, or the client has gone: then
 * nothing more is read. Rejects with what reading throws; a connection whose answer is not whole has been cut by then.
 */
export async function sendStream(response: ServerResponse, { status, headers, stream }: StreamedAnswer): Promise<void> {
  // More or less than was announced would be taken for the next answer.
  response.strictContentLength = true;
  response.writeHead(status, { ...headers });
  try {
    for await (const chunk of stream) {
      if (isGone(response)) return;
      if (!response.write(chunk)) await untilTaken(response);
      if (isGone(response)) return;
    }
    response.end();
  } catch (error) {
    response.destroy();
    throw error;
  }
}

function isGone(response: ServerResponse): boolean {
  return response.destroyed || response.req.socket.destroyed;
}

function untilTaken(response: ServerResponse): Promise<void> {
  const { socket } = response.req;
  return new Promise((resolve) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle);
      // An answer that still waits behind another of its connection isn't told when that closes.
      socket.off('close', settle);
      resolve();
    };
    response.on('drain', settle).on('close', settle);
    socket.on('close', settle);
  });
}
