import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far Slack's clock and ours may be apart, either way; in milliseconds. As docs.slack.dev asks: five minutes. */
const CLOCK_WITHIN = 300_000;

/** What signatures are checked by. */
export interface SignatureRules {
  /** One, or two while the secret is being changed: either will do. */
  readonly secrets: readonly string[];
  readonly now: Date;
}

/** What was signed, and by what it says so: the two headers as they came. */
export interface SignedBytes {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly bytes: Uint8Array;
}

/** Why something wasn't sent by Slack just now. */
export type SignatureFault = 'signature-missing' | 'signature-malformed' | 'clock' | 'signature';

/**
 * Whether Slack signed these bytes within the last five minutes: HMAC-SHA256 over `v0:<timestamp>:<bytes>`. Takes as
 * long for a signature that is nearly right as for any other. What is sent again within that time is good again: what
 * was done already is known by its delivery, further in. Never throws.
 */
export function verifySignature(rules: SignatureRules, signed: SignedBytes): 'good' | SignatureFault {
  const { timestamp, signature, bytes } = signed;
  if (timestamp === undefined || signature === undefined) return 'signature-missing';
  if (!/^\d+$/.test(timestamp) || !/^v0=[0-9a-f]{64}$/.test(signature)) return 'signature-malformed';
  // What is too long to be a time is infinitely far away.
  if (Math.abs(rules.now.getTime() - Number(timestamp) * 1000) > CLOCK_WITHIN) return 'clock';
  const given = Buffer.from(signature);
  const isBy = (secret: string) => timingSafeEqual(Buffer.from(signatureOf(secret, timestamp, bytes)), given);
  // Each is tried, so that the time doesn't tell which one it was.
  return rules.secrets.map(isBy).includes(true) ? 'good' : 'signature';
}

/** Always 67 characters of ASCII, as the one that it is compared to. */
function signatureOf(secret: string, timestamp: string, bytes: Uint8Array): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(bytes).digest('hex')}`;
}
