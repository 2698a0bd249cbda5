import type { Case } from '../../helpdesk/cases/case.ts';
import type { CardView } from '../model.ts';
import { plain, rich } from '../richText.ts';
import type { Texts } from '../text/en.ts';
import { button, primary, standing } from './buttons.ts';
import { agentName } from './requests/agentName.ts';
import type { ViewContext } from './viewContext.ts';

/** What the bot can do and what may be typed. */
export function helpView(context: ViewContext): CardView {
  const { draft, texts } = context;
  const { text, typed, words } = helpFor(context);
  return {
    title: texts.help.title,
    blocks: [
      { kind: 'text', text: plain(text) },
      { kind: 'text', text: plain(typed) },
      ...words.map((line) => ({ kind: 'text', text: rich(line) }) as const),
    ],
    actions: [
      primary(texts, 'goOn', { verb: 'back' }),
      draft.audience === 'helper'
        ? button(texts, 'forMyself', { verb: 'audience', audience: 'user' })
        : button(texts, 'helping', { verb: 'audience', audience: 'helper' }),
      button(texts, 'startOver', { verb: 'restart' }),
      button(texts, 'stop', { verb: 'cancel' }),
    ],
    standing: standing(texts),
    more: [],
  };
}

/** What is passed on to whom, and the words that count as the person stands with the helpdesk. */
interface Help {
  readonly text: string;
  /** Before the words. */
  readonly typed: string;
  readonly words: readonly string[];
}

function helpFor({ texts, desk }: ViewContext): Help {
  const { help } = texts;
  if (desk === null) return { text: help.text, typed: help.typed, words: [...help.words, help.toPerson] };
  if (desk.live !== null) return helpWithCase(texts, desk.live);
  return { text: help.textWithDesk, typed: help.typed, words: [...help.words, help.toPerson, help.toRequests] };
}

function helpWithCase(texts: Texts, live: Case): Help {
  const { help } = texts;
  const agent = agentName(texts, live);
  if (live.hears === 'agent') {
    const { text, typed, words } = help.withAgent;
    return { text: text(agent, live.id), typed, words: [...words, help.toRequests] };
  }
  const { text, words, toAgent, areYouIn } = help.withCase;
  const ofState = { waiting: [], claimed: [toAgent(agent)], solved: [areYouIn], closed: [] }[live.status];
  return {
    text: text(live.id),
    typed: help.typed,
    words: [...help.words, ...ofState, ...words, help.toRequests],
  };
}
