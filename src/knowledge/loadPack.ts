import { type Document, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { lineOf } from './lineOf.ts';
import { lintPack } from './lintPack.ts';
import { type Pack, packSchema } from './pack.ts';
import { outlineOf } from './packOutline.ts';
import { schemaFindings } from './schemaFindings.ts';

/** One thing that is wrong with a pack's file. */
export interface Fault {
  /** As it was given to `loadPack`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What is wrong and what to do, in one line, for the author. */
  readonly message: string;
}

/** A pack, or all that is wrong with its file. */
export type LoadedPack = { readonly pack: Pack } | { readonly faults: readonly Fault[] };

interface Located {
  readonly line: number;
  readonly message: string;
}

/**
 * Reads a pack from YAML and checks all of it. Every fault at once, in the order of the lines; only where the YAML
 * itself can't be read the rest has to wait. `file` is merely named in the faults.
 */
export function loadPack(text: string, file: string): LoadedPack {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const unreadable = [...syntaxFaults(document, lines), ...aliasFaults(document, lines)];
  if (unreadable.length > 0) return { faults: sorted(unreadable, file) };

  const value: unknown = document.toJS();
  const findings = [...schemaFindings(value), ...lintPack(outlineOf(value))];
  const located = [
    ...document.errors.map((error) => locatedError(error, lines)),
    ...findings.map(({ path, message }) => ({ line: lineOf(document, lines, path), message })),
  ];
  return located.length > 0 ? { faults: sorted(located, file) } : { pack: packSchema.parse(value) };
}

/** A key given twice is a fault, too, but doesn't keep the rest from being read. */
function syntaxFaults({ errors, warnings }: Document, lines: LineCounter): Located[] {
  const broken = errors.some(({ code }) => code !== 'DUPLICATE_KEY') || warnings.length > 0;
  return broken ? [...errors, ...warnings].map((error) => locatedError(error, lines)) : [];
}

function locatedError({ code, message, pos }: YAMLError, lines: LineCounter): Located {
  return { line: lines.linePos(pos[0]).line, message: plainWords[code] ?? `this isn’t valid YAML: ${message}` };
}

const plainWords: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'this key is here twice: keep one of them',
  MULTIPLE_DOCS: 'a pack is one document: remove what begins here',
};

/** Aliases would let a small file become a huge pack. */
function aliasFaults(document: Document, lines: LineCounter): Located[] {
  const found: Located[] = [];
  visit(document, {
    Alias: (_key, node) => {
      const line = lines.linePos(node.range?.[0] ?? 0).line;
      found.push({ line, message: `\`*${node.source}\` isn’t read in a pack: write it out` });
    },
  });
  return found;
}

function sorted(located: readonly Located[], file: string): Fault[] {
  return located.map((each) => ({ file, ...each })).sort((one, other) => one.line - other.line);
}
