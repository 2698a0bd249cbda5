import type { CardView } from '../model.ts';
import { plain, rich } from '../richText.ts';
import { button, primary, standing } from './buttons.ts';
import type { ViewContext } from './viewContext.ts';

/** What the bot can do and what may be typed. */
export function helpView({ draft, texts, desk }: ViewContext): CardView {
  const words = [...texts.help.words, ...(desk === null ? [] : texts.help.wordsWithDesk)];
  return {
    title: texts.help.title,
    blocks: [
      { kind: 'text', text: plain(desk === null ? texts.help.text : texts.help.textWithDesk) },
      { kind: 'text', text: plain(texts.help.typed) },
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
