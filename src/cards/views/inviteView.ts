import type { CardAction, CardView } from '../model.ts';
import { plain } from '../richText.ts';
import type { Texts } from '../text/en.ts';

/** What an answer in public says: where to go on in private. */
export interface Invitation {
  readonly texts: Texts;
  /** What to do where there is no private chat yet, and the app's address, where one is known. */
  readonly addApp: { readonly text: string; readonly link: string | undefined };
  /** The private chat already has the first card. */
  readonly opened: boolean;
}

/** One small card for a channel or a group chat: no questions in public. */
export function inviteView({ texts, addApp: { text, link: url }, opened }: Invitation): CardView {
  const where = opened ? texts.groups.opened : text;
  const link: CardAction[] = url ? [{ kind: 'link', label: texts.actions.continuePrivately, url }] : [];
  return {
    title: texts.groups.title,
    blocks: [{ kind: 'text', text: plain(`${texts.groups.privately} ${where}`) }],
    actions: link,
    standing: [],
    more: [],
  };
}
