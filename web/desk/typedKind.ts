/** What the desk makes of what is typed. `reply` alone goes to the person. */
export type TypedKind = 'nothing' | 'reply' | 'show' | 'assign' | 'note';

/** Source of all: src/bots/desk/deskWords.ts, which decides; this tells it before. A test has them say the same. */
const REPLY = /^reply(?:[\s:]|$)/i;
const SHOW = /^(?:cases|closed\s+cases|stats|help|\?|desk\s+here)$/i;
const CASE = /^case\s+U[\s\p{Pd}]{0,3}N(?:[\s\p{Pd}]{0,3}[234679FHJKMQRWXY]){6}$/iu;
const ASSIGN = /^assign(?:\s+.{1,60}|[\s.,:!]*)$/i;

/** What becomes of a text, to be told before it is sent. */
export function typedKind(text: string): TypedKind {
  const typed = text.trim();
  if (typed === '') return 'nothing';
  if (REPLY.test(typed)) return 'reply';
  if (SHOW.test(typed) || CASE.test(typed.normalize('NFKC'))) return 'show';
  return ASSIGN.test(typed) ? 'assign' : 'note';
}
