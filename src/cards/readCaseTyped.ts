import type { Case } from '../helpdesk/cases/case.ts';
import type { PersonClick } from './caseActions.ts';
import { normalise } from './normalise.ts';
import type { Texts } from './text/en.ts';
import { agentName } from './views/requests/agentName.ts';

/** What is meant: something that is done to a case, or to `reopen` the one of theirs that was closed last. */
export type CaseTyped = PersonClick | 'reopen';

/** What can be meant, and what is said for it. */
interface Meaning {
  readonly meant: CaseTyped;
  readonly words: readonly string[];
}

/** A longer text is nothing that stands alone, in characters. */
const LONGEST = 200;

/**
 * What a typed text means for the person's case, as it stands: only a whole text counts, so that nothing said within a
 * sentence is taken for it. Null for everything else, which is for the bot, or for the agent who hears them.
 */
export function readCaseTyped(current: Case | null, text: string, texts: Texts): CaseTyped | null {
  if (text.length > LONGEST) return null;
  const said = normalise(text);
  if (said === '') return null;
  const { words, requests } = texts;
  const list: Meaning = { meant: { verb: 'my-requests' }, words: [...words.myRequests, requests.actions.myRequests] };
  const meanings = current === null || current.status === 'closed' ? ofNone(texts) : ofCase(current, texts);
  return [list, ...meanings].find((each) => each.words.some((word) => normalise(word) === said))?.meant ?? null;
}

/** While no case is open. */
function ofNone({ words }: Texts): Meaning[] {
  return [
    { meant: { verb: 'my-requests' }, words: words.myRequest },
    { meant: { verb: 'my-go-on' }, words: words.backToBot },
    { meant: 'reopen', words: words.reopen },
  ];
}

function ofCase(current: Case, texts: Texts): Meaning[] {
  const { words } = texts;
  const of = { case: current.id };
  const backToBot: Meaning = { meant: { verb: 'my-listener', ...of, who: 'bot' }, words: words.backToBot };
  const solved: Meaning = { meant: { verb: 'my-solved', ...of }, words: words.caseSolved };
  // Whoever talks to an agent may say anything else to them.
  if (current.hears === 'agent') return [backToBot, solved];
  return [
    backToBot,
    ...(current.status === 'solved' ? areYouIn(current, texts) : [solved]),
    ...talkTo(current, texts),
    // What was sent is there already.
    {
      meant: { verb: 'my-request', ...of },
      words: [...words.myRequest, ...words.send, texts.actions.send],
    },
    { meant: { verb: 'my-stuck', ...of }, words: words.stuck },
    { meant: { verb: 'my-withdraw', ...of }, words: words.withdraw },
    { meant: { verb: 'my-reopen', ...of }, words: words.reopen },
  ];
}

/** The answers to that question, in the words of the fix, too. */
function areYouIn({ id }: Case, { words }: Texts): Meaning[] {
  return [
    { meant: { verb: 'my-in', case: id, in: 'yes' }, words: words.isIn },
    { meant: { verb: 'my-in', case: id, in: 'no' }, words: words.isOut },
  ];
}

/** Once they have said that it is solved, there is only the case to be seen. While nobody has it, that is the answer. */
function talkTo(current: Case, texts: Texts): Meaning[] {
  const words = [...texts.words.talkToAgent, texts.requests.actions.talkTo(agentName(texts, current))];
  const of = { case: current.id };
  return [
    current.status === 'solved'
      ? { meant: { verb: 'my-request', ...of }, words }
      : { meant: { verb: 'my-listener', ...of, who: 'agent' }, words },
  ];
}
