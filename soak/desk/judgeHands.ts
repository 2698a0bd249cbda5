import { en } from '../../src/cards/text/en.ts';
import type { SoakResult } from '../soakRun.ts';
import type { Call } from './call.ts';
import { isWithin } from './isWithin.ts';
import type { Known } from './known.ts';

/** Nobody in the desk’s channel is told of a fault, unless the channel didn’t take what they were to be told instead. */
export function judgeHands({ calls, channel, book, heard }: Known): SoakResult {
  const written = [...book.of('reply'), ...book.of('note')];
  const answers = calls.filter(
    ({ conversation, operation }) => operation === 'reply' && isWithin(conversation, channel),
  );
  const faults = answers.filter(
    (call) => call.shown !== '' && isJudgedHere(call, heard) && !isOfChannel(answers, call),
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

/** In Slack nothing says what a fault is about: there `judgeFaults` has one card for each that was not taken. */
function isJudgedHere(call: Call, heard: Known['heard']): boolean {
  const fault = faultIn(call);
  return heard === 'all' ? fault === en.notices.tooFast : fault !== null;
}

/** Something else was to be said before, and failed. */
function isOfChannel(answers: readonly Call[], { about, at }: Call): boolean {
  return answers.some(
    (call) => call.about === about && call.at <= at && call.fate !== 'taken' && faultIn(call) === null,
  );
}
