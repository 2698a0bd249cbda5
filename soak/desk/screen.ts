import type { ShownCard } from '../../test/support/readCard.ts';
import type { Call } from './call.ts';

/** A message in the desk’s channel, as it now stands. */
export interface DeskMessage extends ShownCard {
  /** The message in whose thread it is; null for one that begins a thread. */
  readonly thread: string | null;
}

/** A case on the desk. */
export interface OnDesk {
  /** The case. */
  readonly case: string;
  /** The newest message that is its card. */
  readonly root: string;
  readonly card: DeskMessage;
}

/** What colleagues see in the desk’s channel. */
export interface Screen {
  show(call: Call): void;
  /** The case in whose card this stands. */
  find(mark: string): OnDesk | null;
  get(id: string): OnDesk | null;
  /** Every message that is a case’s card, the newest first: of two, one may be the one that the bot doesn’t know of. */
  cardsOf(id: string): readonly DeskMessage[];
  /** The newest message in the threads of a case that fits. */
  inThreadOf(id: string, fits: (message: DeskMessage) => boolean): DeskMessage | null;
}

/** The screen of one channel. */
export function createScreen(channel: string): Screen {
  const threads = new Map<string, Map<string, DeskMessage>>();
  const newest = new Map<string, string>();
  const casesOf = new Map<string, string>();
  const rootsOf = new Map<string, string[]>();
  const roots = new Map<string, DeskMessage>();

  const showRoot = (message: DeskMessage, marks: readonly string[]): void => {
    const id = caseOn(message);
    if (id === null) return;
    roots.set(message.id, message);
    if (!rootsOf.get(id)?.includes(message.id)) rootsOf.set(id, [...(rootsOf.get(id) ?? []), message.id]);
    newest.set(id, message.id);
    for (const mark of marks) if (!casesOf.has(mark)) casesOf.set(mark, id);
  };
  const get = (id: string): OnDesk | null => {
    const root = newest.get(id);
    const card = root === undefined ? undefined : roots.get(root);
    return root === undefined || card === undefined ? null : { case: id, root, card };
  };

  return {
    show({ operation, conversation, shown, card, marks }) {
      if (!`${conversation};`.startsWith(`${channel};`) || shown === '') return;
      if (operation !== 'send' && operation !== 'reply' && operation !== 'update') return;
      const thread = conversation.split(';messageid=')[1] ?? null;
      const message = { ...card, id: shown, thread };
      if (roots.has(shown) || thread === null) showRoot(message, marks);
      else threads.set(thread, (threads.get(thread) ?? new Map()).set(shown, message));
    },
    find: (mark) => get(casesOf.get(mark) ?? ''),
    get,
    cardsOf: (id) => (rootsOf.get(id) ?? []).flatMap((root) => roots.get(root) ?? []).toReversed(),
    inThreadOf(id, fits) {
      const messages = (rootsOf.get(id) ?? []).flatMap((root) => [...(threads.get(root)?.values() ?? [])]);
      return messages.findLast(fits) ?? null;
    },
  };
}

/** The case that a message is the card of, or a form for; null for any other. */
export function caseOn({ offers }: Pick<ShownCard, 'offers'>): string | null {
  const id = offers.map(({ data }) => data['case']).find((each) => typeof each === 'string');
  return typeof id === 'string' ? id : null;
}
