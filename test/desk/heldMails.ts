import { type MailServer, startMailServer } from '../ticketing/mail/mailServer.ts';
import { until } from './until.ts';

/** A mail server whose answers are in a test's hand. */
export interface HeldMails extends MailServer {
  /** Waits until a mail has come to its end and isn't answered yet; then answers it, by null with yes. */
  answer(refusal: Error | null): Promise<void>;
  /** Waits until a mail has come to its end and isn't answered yet. */
  held(): Promise<void>;
}

/** Starts one that answers no mail by itself. */
export async function startHeldMails(): Promise<HeldMails> {
  const waiting: ((refusal: Error | null) => void)[] = [];
  const server = await startMailServer({ judge: () => new Promise((resolve) => waiting.push(resolve)) });
  const held = async () => void (await until('a mail', async () => waiting[0] ?? null));
  return {
    ...server,
    held,
    async answer(refusal) {
      await held();
      waiting.shift()?.(refusal);
    },
  };
}
