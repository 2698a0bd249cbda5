import { gzipSync } from 'node:zlib';
import type { HostileRequest } from './sendAll.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const PATHS = ['/api/messages', '/web/open', '/web/messages'] as const;

/** What a gzip bomb becomes when somebody opens it, in bytes. */
const BOMB = 150 * 1024 * 1024;

/** Attacks that are known, so many rounds of each on every route that takes a body. */
export function* knownAttacks(rounds: number): Generator<HostileRequest> {
  const bomb = gzipSync(Buffer.alloc(BOMB));
  const part = '--x\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\nhello\r\n--x--\r\n';
  const deep = 100_000;
  const gzip = { ...JSON_TYPE, 'content-encoding': 'gzip' };
  const attacks: readonly Omit<HostileRequest, 'method' | 'path'>[] = [
    { kind: 'gzip bomb', headers: gzip, body: bomb },
    { kind: 'truncated gzip', headers: gzip, body: bomb.subarray(0, 20) },
    { kind: 'multipart', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: part },
    { kind: 'deep JSON', headers: JSON_TYPE, body: `{"a":${'['.repeat(deep)}${']'.repeat(deep)}}` },
    { kind: 'deep JSON', headers: JSON_TYPE, body: `{"a":${'{"a":'.repeat(deep / 4)}` },
    { kind: 'chunked overflow', headers: JSON_TYPE, body: endless },
    { kind: 'too long', headers: JSON_TYPE, body: Buffer.alloc(300 * 1024, 0x20) },
  ];
  for (let round = 0; round < rounds; round++) {
    for (const path of PATHS) for (const attack of attacks) yield { method: 'POST', path, ...attack };
  }
}

/** 16 MB of unknown length. */
async function* endless(): AsyncGenerator<Buffer> {
  const chunk = Buffer.alloc(64 * 1024, 0x78);
  for (let sent = 0; sent < 256; sent++) yield chunk;
}
