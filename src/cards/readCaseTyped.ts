import type { Case } from '../helpdesk/cases/case.ts';
import type { CaseAction } from './caseActions.ts';
import { normalise } from './normalise.ts';
import type { Texts } from './text/en.ts';
import { agentName } from './views/requests/agentName.ts';

/** What can be meant, and what is said for it. */
interface Meaning {
  readonly action: CaseAction;
  readonly words: readonly string[];
}

/** A longer text is nothing that stands alone, in characters. */
const LONGEST = 200;

/**
 * What a typed text means for the person's case, as it stands: only a whole text counts, so that nothing said within a
 * sentence is taken for it. Null for everything else, which is for the bot, or for the agent who hears them.
 */
export function readCaseTyped(current: Case | null, text: string, texts: Texts): CaseAction | null {
  if (text.length > LONGEST) return null;
  const said = normalise(text);
  if (said === '') return null;
  const meanings = [...anywhere(texts), ...(current === null ? [] : ofCase(current, texts))];
  return meanings.find(({ words }) => words.some((each) => normalise(each) === said))?.action ?? null;
}

function anywhere({ words, requests }: Texts): Meaning[] {
  return [{ action: { verb: 'my-requests' }, words: [...words.myRequests, requests.actions.myRequests] }];
}

function ofCase(current: Case, texts: Texts): Meaning[] {
  const { words, requests } = texts;
  const of = { case: current.id };
  const solved: Meaning = { action: { verb: 'my-solved', ...of }, words: words.caseSolved };
  const own: Meaning[] = [
    { action: { verb: 'my-request', ...of }, words: [...words.myRequest, current.id] },
    { action: { verb: 'my-stuck', ...of }, words: words.stuck },
    { action: { verb: 'my-withdraw', ...of }, words: words.withdraw },
  ];
  switch (current.status) {
    case 'waiting':
      return [...own, solved];
    case 'claimed': {
      const backToBot: Meaning = { action: { verb: 'my-listener', ...of, who: 'bot' }, words: words.backToBot };
      // Whoever talks to an agent may say anything else to them.
      if (current.hears === 'agent') return [backToBot, solved];
      const talk = [...words.talkToAgent, requests.actions.talkTo(agentName(texts, current))];
      return [...own, solved, { action: { verb: 'my-listener', ...of, who: 'agent' }, words: talk }];
    }
    case 'solved':
      return [
        { action: { verb: 'my-in', ...of, in: 'yes' }, words: words.isIn },
        { action: { verb: 'my-in', ...of, in: 'no' }, words: words.isOut },
        { action: { verb: 'my-request', ...of }, words: [...words.myRequest, current.id] },
      ];
    case 'closed':
      return [{ action: { verb: 'my-reopen', ...of }, words: words.reopen }];
  }
}
