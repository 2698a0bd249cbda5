import { FIELD_LIMIT } from '../actions.ts';
import type { CardView } from '../model.ts';
import { plain, rich } from '../richText.ts';
import { backButton, button, helpButton, primary, standing } from './buttons.ts';
import type { ViewContext } from './viewContext.ts';

/** The way in without the fix: asks for the join link. */
export function wayInView({ pack, texts }: ViewContext, { asked }: { asked: boolean }): CardView {
  const closed = pack.workaround.closed;
  return {
    title: texts.wayIn.title,
    blocks: [
      ...(asked ? [] : [{ kind: 'text', text: plain(texts.wayIn.last) } as const]),
      ...(closed
        ? [{ kind: 'notice', tone: 'warning', text: rich(`${closed.notice} ${closed.otherHosts}`) } as const]
        : []),
      { kind: 'text', text: plain(texts.wayIn.ask) },
      {
        kind: 'input',
        id: 'link',
        label: texts.wayIn.label,
        placeholder: texts.wayIn.placeholder,
        required: texts.wayIn.required,
        maxLength: FIELD_LIMIT,
      },
      { kind: 'text', tone: 'quiet', text: plain(texts.wayIn.privacy) },
    ],
    actions: [
      primary(texts, 'getLink', { verb: 'link', link: '' }),
      button(texts, 'gotIn', { verb: 'step', outcome: 'fixed' }),
      button(texts, 'noLuck', { verb: 'step', outcome: 'still-broken' }),
    ],
    standing: standing(texts).filter((each) => each.action.verb !== 'workaround'),
    more: [backButton(texts), helpButton(texts)],
  };
}
