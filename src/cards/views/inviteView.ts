import type { CardAction, CardView } from '../model.ts';
import { plain } from '../richText.ts';
import type { Texts } from '../text/en.ts';

/** What an answer in public says: where to go on in private. */
export interface Invitation {
  readonly texts: Texts;
  /** The app's address in Teams, where it is known. */
  readonly appLink: string | undefined;
  readonly publicUrl: string | undefined;
  /** The private chat already has the first card. */
  readonly opened: boolean;
}

/** One small card for a channel or a group chat: no questions in public. */
export function inviteView({ texts, appLink, publicUrl, opened }: Invitation): CardView {
  const where = opened ? texts.groups.opened : texts.groups.addApp(publicUrl);
  const link: CardAction[] = appLink ? [{ kind: 'link', label: texts.actions.continuePrivately, url: appLink }] : [];
  return {
    title: texts.groups.title,
    blocks: [{ kind: 'text', text: plain(`${texts.groups.privately} ${where}`) }],
    actions: link,
    standing: [],
    more: [],
  };
}
