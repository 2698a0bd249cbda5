import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter } from 'yaml';

/** The line, from 1, of what a path leads to; where the path ends early, of the last thing on it that is there. */
export function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const segment of path) {
    const next = childOf(node, segment);
    if (!next) break;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return lines.linePos(offset).line;
}

function childOf(node: unknown, segment: string | number): { node: unknown; offset: number | undefined } | null {
  if (isMap(node)) {
    // Of two equal keys the last one counts, so faults are found there.
    const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(segment));
    return pair ? { node: pair.value, offset: startOf(pair.key) } : null;
  }
  if (!isSeq(node)) return null;
  const item = node.items[Number(segment)];
  return item === undefined ? null : { node: item, offset: startOf(item) };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
