import { connect } from 'node:net';

/**
 * Sends these bytes over a connection of their own, which nothing corrects on the way, and gives everything that
 * came back by the time that the server closed it; what hasn't been taken by then counts as not sent.
 */
export function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      answer += text;
    });
    // A server that cuts the line off is what some tests are about; the answer up to then is the result.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(answer));
    socket.write(bytes);
  });
}

/** The status of an answer as `sendRaw` gives it; 0 when there was none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}
