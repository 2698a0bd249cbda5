import { en } from '../../src/cards/text/en.ts';
import type { SoakResult } from '../soakRun.ts';
import type { Call } from './call.ts';
import type { Known } from './known.ts';

/** Nobody in the desk’s channel is told of a fault, unless the channel didn’t take what they were to be told instead. */
export function judgeHands({ calls, channel, book, heard }: Known): SoakResult {
  const written = [...book.of('reply'), ...book.of('note')];
  const answers = calls.filter(
    ({ conversation, operation }) => operation === 'reply' && `${conversation};`.startsWith(`${channel};`),
  );
  const faults = answers.filter(
    (call) => call.shown !== '' && faultIn(call) !== null && !isOfChannel(answers, call, heard),
  );
  return {
    counts: { 'faults told at the desk': faults.length },
    failures: faults.map((call) => {
      const found = written.find(({ messages }) => messages.includes(call.about));
      return `${found?.by ?? 'somebody at the desk'} was told${found ? ` of ${found.mark}` : ''}: ${faultIn(call)}`;
    }),
  };
}

function faultIn({ card: { title }, line }: Call): string | null {
  return [en.faults.title, en.notices.tooFast].find((said) => said === title || said === line) ?? null;
}

/**
 * Something else was to be said before, and failed. Where all that is said in a thread is heard, answers go into it and a
 * fault is told to one alone: of both no more is known than the thread.
 */
function isOfChannel(answers: readonly Call[], { about, conversation, at }: Call, heard: Known['heard']): boolean {
  const isSame = (call: Call) => (heard === 'all' ? call.conversation === conversation : call.about === about);
  return answers.some((call) => isSame(call) && call.at <= at && call.fate !== 'taken' && faultIn(call) === null);
}
