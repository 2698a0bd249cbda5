import { type Action, FIELD_LIMIT } from '../../actions.ts';
import type { Block, CardView, InputBlock } from '../../model.ts';
import { plain, rich } from '../../richText.ts';
import { button, primary } from '../buttons.ts';
import { caseSummary } from '../caseSummary.ts';
import type { WithDesk } from '../viewContext.ts';
import { goesAlong, hasParts, partChoices } from './goesAlong.ts';

/** Longest name and address, in characters. Source of the second: RFC 5321, 4.5.3.1.3. */
const NAME_LIMIT = 60;
const EMAIL_LIMIT = 254;

/**
 * The way to a person where there is a helpdesk: what it will get, and what to add to it. Nothing is needed but *Send*,
 * and every button takes along what stands in the fields, so that it is still there when the person comes back.
 */
export function handOverView(context: WithDesk, { asked }: { readonly asked: boolean } = { asked: true }): CardView {
  const { texts, desk, contact } = context;
  const { handOver } = texts;
  const { time } = desk.handOver;
  const isChoosing = hasParts(desk.parts) && desk.handOver.choosing !== undefined;
  const fields = fieldsFor(context);
  const taken = Object.fromEntries(fields.map(({ id }) => [id, '']));
  const withFields = <Verb extends Action>(action: Verb): Verb => ({ ...action, ...taken });
  const choose = button(texts, 'choose', withFields({ verb: 'choose' }));
  // A card that stays as it is, whatever is sent meanwhile, has the button for that from the start.
  const canChoose = desk.keepsFields ? hasParts(desk.parts) && !isChoosing : true;
  return {
    title: asked ? handOver.title : handOver.titleDone,
    blocks: [
      ...(asked ? [] : [paragraph(handOver.done)]),
      { kind: 'text', text: rich(handOver.goes) },
      paragraph(handOver.promise(desk.promise('first'), desk.clock, contact)),
      ...(desk.handOver.isMasked ? [{ kind: 'notice', tone: 'info', text: rich(handOver.masked) } as const] : []),
      ...fields,
      ...(time === undefined ? [] : [paragraph(handOver.timeTyped(time))]),
      ...goesAlong(texts, desk.parts),
      ...(isChoosing ? [partChoices(context, withFields)] : []),
      {
        kind: 'text',
        tone: 'quiet',
        text: plain(desk.keepsFields ? handOver.typing : `${handOver.typing} ${handOver.leaving}`),
      },
    ],
    actions: [
      primary(texts, 'send', withFields({ verb: 'send' })),
      ...(asked ? [button(texts, 'keepTrying', withFields({ verb: 'back' }))] : []),
      ...(desk.handOver.isMasked ? [button(texts, 'unmask', withFields({ verb: 'unmask' }))] : []),
      ...(canChoose ? [choose] : []),
    ],
    // The rows are there already: the same words once more aren't meant for the helpdesk.
    ...(isChoosing && !canChoose && { typed: [{ ...choose, words: choose.words ?? [] }] }),
    details: [{ kind: 'copy', label: handOver.sends, text: caseSummary(context) }],
    standing: [button(texts, 'meetingNow', withFields({ verb: 'workaround' }))],
    more: [
      ...(asked ? [] : [button(texts, 'back', withFields({ verb: 'back' }))]),
      button(texts, 'help', withFields({ verb: 'help' })),
    ],
  };
}

/** None of them has to be filled in: a button that goes back must not be held up by one. */
function fieldsFor({ texts, desk }: WithDesk): InputBlock[] {
  const { handOver } = texts;
  const { text, startsAt, name, email } = desk.handOver;
  const time = startsAt === undefined ? '' : texts.times.field(new Date(startsAt), desk.clock);
  const guest: InputBlock[] = [
    { kind: 'input', id: 'name', ...handOver.name, maxLength: NAME_LIMIT, ...prefilled(name) },
    {
      kind: 'input',
      id: 'email',
      type: 'email',
      label: desk.mails ? handOver.email.labelMailed : handOver.email.label,
      placeholder: handOver.email.placeholder,
      maxLength: EMAIL_LIMIT,
      ...prefilled(email),
    },
  ];
  return [
    { kind: 'input', id: 'text', multiline: true, ...handOver.text, maxLength: FIELD_LIMIT, ...prefilled(text) },
    {
      kind: 'input',
      id: 'startsAt',
      type: 'time',
      label: handOver.startsAt.label(desk.clock),
      placeholder: handOver.startsAt.placeholder,
      maxLength: 5,
      ...prefilled(time),
    },
    ...(desk.isGuest ? guest : []),
  ];
}

function prefilled(value: string | undefined): { value?: string } {
  return value ? { value } : {};
}

function paragraph(text: string): Block {
  return { kind: 'text', text: plain(text) };
}
