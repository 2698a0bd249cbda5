import type { CardView } from '../model.ts';
import { plain, rich } from '../richText.ts';
import { button, primary, standing } from './buttons.ts';
import type { ViewContext } from './viewContext.ts';

/** The first card: what this is, and that a person is one tap away. */
export function helloView({ pack, texts }: ViewContext): CardView {
  const retired = pack.status ? [{ kind: 'notice', tone: 'info', text: rich(pack.status.notice) } as const] : [];
  return {
    title: texts.hello.title,
    blocks: [
      { kind: 'text', text: plain(texts.hello.whatThisIs) },
      { kind: 'text', text: plain(texts.hello.person) },
      ...retired,
    ],
    actions: [primary(texts, 'start', { verb: 'start' }), button(texts, 'help', { verb: 'help' })],
    standing: standing(texts),
    more: [],
  };
}
