import { wholeCaseId } from '../../helpdesk/cases/newCaseId.ts';

/** What somebody at the desk has typed. */
export type DeskWords =
  | { readonly kind: 'desk-here' }
  | { readonly kind: 'cases'; readonly which: 'open' | 'closed' }
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'stats' }
  | { readonly kind: 'help' }
  /** `name` is '' where none is written. `orNote`: what it is a note of where it names nobody. */
  | { readonly kind: 'assign'; readonly name: string; readonly orNote?: string }
  /** The one thing that goes to the person. */
  | { readonly kind: 'reply'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string };

/** White space or a colon comes after it: “reply-all” is a word of its own. */
const REPLY = /^reply(?:\s*:\s*|\s+|$)/i;
const ASSIGN = /^assign\s+(?:to\s+)?(.+)$/i;
/** Whom, is said by a mention, which is no part of the text. */
const ASSIGN_ALONE = /^assign(?:\s+(?:it|this))?(?:\s+to)?(?:\s+please)?[\s.,:!]*$/i;
const SHOW = /^case\s+(.+)$/i;

/** Reads it: a command stands alone, all else is a note unless its first word is `reply`. */
export function deskWords(text: string): DeskWords {
  const typed = text.trim();
  const command = typed.toLowerCase().replace(/\s+/g, ' ');
  if (command === 'desk here') return { kind: 'desk-here' };
  if (command === 'cases') return { kind: 'cases', which: 'open' };
  if (command === 'closed cases') return { kind: 'cases', which: 'closed' };
  if (command === 'stats') return { kind: 'stats' };
  if (command === 'help' || command === '?' || command === '') return { kind: 'help' };
  const reply = REPLY.exec(typed);
  if (reply) return { kind: 'reply', text: typed.slice(reply[0].length).trim() };
  const shown = wholeCaseId(SHOW.exec(typed)?.[1] ?? '');
  if (shown !== null) return { kind: 'case', id: shown };
  if (ASSIGN_ALONE.test(typed)) return { kind: 'assign', name: '' };
  const name = ASSIGN.exec(typed)?.[1]?.trim();
  return name !== undefined && name.length <= 60 ? { kind: 'assign', name } : { kind: 'note', text: typed };
}

/** What colleagues say to each other in the thread of a case. */
export type OverheardWords = Extract<DeskWords, { readonly kind: 'assign' | 'reply' | 'note' }>;

/** Reads what was said to nobody in particular: nobody wants an answer to it, so a question to the bot is a note as well. */
export function overheardWords(text: string): OverheardWords {
  const words = deskWords(text);
  switch (words.kind) {
    case 'assign':
    case 'reply':
    case 'note':
      return words;
    case 'desk-here':
    case 'cases':
    case 'case':
    case 'stats':
    case 'help':
      return { kind: 'note', text: text.trim() };
  }
}
