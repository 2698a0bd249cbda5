import type { CardView } from '../model.ts';
import { plain } from '../richText.ts';
import type { ViewContext } from './viewContext.ts';

/** Said when something failed on our side: what is kept, what to do, the way to a person. */
export function faultView(
  { texts, contact }: Pick<ViewContext, 'texts' | 'contact'>,
  what: 'contended' | 'text',
): CardView {
  return {
    title: texts.faults.title,
    blocks: [
      { kind: 'notice', tone: 'fault', text: plain(texts.faults[what]) },
      { kind: 'text', text: plain(contact ? texts.faults.person(contact) : texts.faults.personUnknown) },
    ],
    actions: [],
    standing: [],
    more: [],
  };
}
