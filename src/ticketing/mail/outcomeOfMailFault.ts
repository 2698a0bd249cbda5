import type { DeliveryOutcome } from '../../helpdesk/outbox.ts';

/** Who we are, or how we came, is what isn’t liked: somebody may mend that in the time of the attempts. Source: RFC 4954, 6. */
const OF_LOGIN: ReadonlySet<number> = new Set([530, 534, 535, 538]);

/** At which words of the protocol a 5xx is about this mail or its receiver: at all others it is about us, or the server. */
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(['RCPT TO', 'DATA']);

/** Bad sequence of commands: about what was said before, and not about the mail. */
const OUT_OF_STEP = 503;

/**
 * The mail is larger than the server takes: it says so in words of its own, or has said before how much it takes, and
 * then the library doesn’t even ask. After RCPT TO the same number speaks of a full mailbox. Source: RFC 1870, 6.
 */
function isTooLarge({ responseCode, command, code }: Record<string, unknown>): boolean {
  if (responseCode === undefined) return command === 'MAIL FROM' && code === 'EMESSAGE';
  return responseCode === 552 && (command === 'MAIL FROM' || command === 'DATA');
}

/**
 * What a fault of the mail library says about the mail, read by its form. `hasBegun`: the mail itself was under way,
 * so that without an answer nobody can tell whether it was taken.
 */
export function outcomeOfMailFault(fault: unknown, hasBegun: boolean): DeliveryOutcome {
  const { responseCode, command, code, originalCode }: Record<string, unknown> = { ...Object(fault) };
  if (isTooLarge({ responseCode, command, code })) return { kind: 'refused', why: 'too-large' };
  if (typeof responseCode !== 'number') {
    const why = [originalCode, code].find((each) => typeof each === 'string');
    return { kind: hasBegun ? 'unclear' : 'not-taken', why: typeof why === 'string' ? why : 'no-answer' };
  }
  const why = `smtp-${responseCode}`;
  const isFinal = responseCode >= 500 && responseCode !== OUT_OF_STEP && !OF_LOGIN.has(responseCode);
  const isAboutIt = typeof command === 'string' && ABOUT_THE_MAIL.has(command);
  return { kind: isFinal && isAboutIt ? 'refused' : 'not-taken', why };
}
