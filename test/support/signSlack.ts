import { createHmac } from 'node:crypto';

/** The headers by which Slack signs the raw bytes of a request. */
export function signSlack(secret: string, timestamp: number, rawBody: string | Uint8Array): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(rawBody).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${signature}` };
}
