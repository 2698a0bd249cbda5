import type { Block, RichText } from './model.ts';
import { assertNever } from './model.ts';
import { RENDERER_TEXTS } from './rendererTexts.ts';
import { toPlain } from './richText.ts';

type Tone = Extract<Block, { kind: 'notice' }>['tone'];

/** What a notice says, with a tone that matters told in words too, unless the text begins with that word. */
export function noticeText(tone: Tone, text: RichText): RichText {
  const word = wordFor(tone);
  const told = toPlain(text).toLowerCase().startsWith(word.trimEnd().replace(/:$/, '').toLowerCase());
  return word === '' || told ? text : [{ text: word, style: 'strong' }, ...text];
}

function wordFor(tone: Tone): string {
  switch (tone) {
    case 'info':
    case 'success':
      return '';
    case 'warning':
      return RENDERER_TEXTS.warning;
    case 'fault':
      return RENDERER_TEXTS.problem;
    default:
      return assertNever(tone);
  }
}
