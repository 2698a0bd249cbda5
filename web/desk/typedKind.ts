/** What the desk makes of what is typed. `reply` alone goes to the person. */
export type TypedKind = 'nothing' | 'reply' | 'show' | 'assign' | 'note';

/** Source of all three: src/bots/desk/deskWords.ts, which decides; this tells it before. */
const REPLY = /^reply(?:[\s:]|$)/i;
const SHOW = /^(?:cases|closed\s+cases|stats|help|\?|desk\s+here|case\s+un\b.*)$/i;
const ASSIGN = /^assign(?:\s+.{1,60}|[\s.,:!]*)$/i;

/** What becomes of a text, to be told before it is sent. */
export function typedKind(text: string): TypedKind {
  const typed = text.trim();
  if (typed === '') return 'nothing';
  if (REPLY.test(typed)) return 'reply';
  if (SHOW.test(typed)) return 'show';
  return ASSIGN.test(typed) ? 'assign' : 'note';
}
