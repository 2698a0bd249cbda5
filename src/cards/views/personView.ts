import type { Block, CardView } from '../model.ts';
import { plain, rich } from '../richText.ts';
import { backButton, button, helpButton, primary, standing } from './buttons.ts';
import { caseSummary } from './caseSummary.ts';
import type { ViewContext } from './viewContext.ts';

/** The way to a person: everything said and tried, ready to copy, and whom to send it to. */
export function personView(context: ViewContext, { asked }: { asked: boolean }): CardView {
  const { pack, texts, contact } = context;
  const moreHelp: Block[] = pack.moreHelp
    ? [
        {
          kind: 'text',
          tone: 'quiet',
          text: [...plain(`${texts.person.moreHelp} `), { text: pack.moreHelp.label, href: pack.moreHelp.url }],
        },
      ]
    : [];
  return {
    title: asked ? texts.person.title : texts.person.titleDone,
    blocks: [
      ...(asked ? [] : [{ kind: 'text', text: plain(texts.person.done) } as const]),
      { kind: 'text', text: contact ? rich(texts.person.contact(contact)) : plain(texts.person.noContact) },
      { kind: 'copy', label: texts.person.copyLabel, text: caseSummary(context) },
      ...moreHelp,
    ],
    actions: [
      ...(asked ? [primary(texts, 'keepTrying', { verb: 'back' })] : []),
      button(texts, 'somethingElse', { verb: 'restart' }),
    ],
    standing: standing(texts).filter((each) => each.action.verb !== 'escalate'),
    more: asked ? [helpButton(texts)] : [backButton(texts), helpButton(texts)],
  };
}
