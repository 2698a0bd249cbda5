import { Agent } from 'undici';
import { fetchSigningKeys } from '../../src/channels/teams/fetchSigningKeys.ts';
import { createSigningKeys } from '../../src/channels/teams/signingKeys.ts';
import { teamsClouds } from '../../src/channels/teams/teamsCloud.ts';
import { createVerifyToken, type VerifyToken } from '../../src/channels/teams/verifyToken.ts';
import { startFakeIdentity } from '../../test/support/fakeIdentity.ts';
import { APP_ID, SERVICE_URL } from './authDoor.ts';

const ROUNDS = 5;
const TOKENS = 200;
const TIMES = 5_000;

/** What verifying a token takes, in microseconds, medians of rounds: one that comes for the first time, and one known. */
export async function verifyCost(): Promise<{ readonly anew: number; readonly known: number }> {
  const identity = await startFakeIdentity({ appId: APP_ID, serviceUrl: SERVICE_URL });
  const dispatcher = new Agent();
  const source = { url: identity.keysUrl, dispatcher, within: 5_000, signal: new AbortController().signal };
  const now = () => new Date();
  const keys = createSigningKeys({ fetchKeys: () => fetchSigningKeys(source), now, onFault: () => undefined });
  const verify = createVerifyToken({ keys, issuers: teamsClouds.public.tokenIssuers, audience: APP_ID, now });
  const anew: number[] = [];
  const known: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const tokens = Array.from({ length: TOKENS }, (_, number) =>
      identity.authorization({ claims: { number: round * TOKENS + number } }),
    );
    anew.push(await costOf(verify, tokens));
    known.push(
      await costOf(
        verify,
        Array.from({ length: TIMES }, () => tokens[0] ?? ''),
      ),
    );
  }
  await dispatcher.close();
  await identity.close();
  return { anew: median(anew), known: median(known) };
}

async function costOf(verify: VerifyToken, tokens: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  for (const token of tokens) {
    const { kind } = await verify(token);
    if (kind !== 'verified') throw new Error('a good token was refused');
  }
  return ((performance.now() - startedAt) * 1000) / tokens.length;
}

function median(numbers: readonly number[]): number {
  return Math.round([...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0);
}
