import { en } from '../../src/cards/text/en.ts';
import type { SoakResult } from '../soakRun.ts';
import type { Call } from './call.ts';
import type { Known } from './known.ts';

/** Nobody in the desk’s channel is told of a fault, unless the channel didn’t take what they were to be told instead. */
export function judgeHands({ calls, channel, book }: Known): SoakResult {
  const written = [...book.of('reply'), ...book.of('note')];
  const answers = calls.filter(
    ({ conversation, operation }) => operation === 'reply' && `${conversation};`.startsWith(`${channel};`),
  );
  const faults = answers.filter((call) => call.shown !== '' && faultIn(call) !== null && !isOfChannel(answers, call));
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

/** Something else was to be said before, and failed. */
function isOfChannel(answers: readonly Call[], { about, at }: Call): boolean {
  return answers.some(
    (call) => call.about === about && call.at <= at && call.fate !== 'taken' && faultIn(call) === null,
  );
}
