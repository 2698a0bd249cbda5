import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port that nobody has at this moment: for an address that has to be known before the start. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
