/** The words as one tree of their characters. Nodes are numbers, the root is 0. */
interface Tree {
  /** From `node * CODES + code` to the node after that character. */
  readonly edges: Map<number, number>;
  readonly parents: number[];
  readonly codes: number[];
  readonly depths: number[];
  /** Length of the longest word that ends at a node, 0 for none. */
  readonly ends: number[];
}

/** UTF-16 units there are. */
const CODES = 65_536;

/**
 * Which characters (UTF-16 units) of a text stand in one of the words: for each 1 or 0. Takes time in the length of the
 * text and of all words together, however they overlap, by the algorithm of Aho and Corasick.
 */
export function coveredBy(text: string, words: readonly string[]): Uint8Array {
  const covered = new Uint8Array(text.length);
  const fitting = words.filter((word) => word !== '' && word.length <= text.length);
  if (fitting.length === 0) return covered;
  const lengths = endingLengths(text, treeOf(fitting));
  let from = text.length;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    from = Math.min(from, at + 1 - (lengths[at] ?? 0));
    covered[at] = at >= from ? 1 : 0;
  }
  return covered;
}

function treeOf(words: readonly string[]): Tree {
  const tree: Tree = { edges: new Map(), parents: [0], codes: [0], depths: [0], ends: [0] };
  for (const word of words) {
    let node = 0;
    for (let at = 0; at < word.length; at += 1) node = childOf(tree, node, word.charCodeAt(at));
    tree.ends[node] = word.length;
  }
  return tree;
}

function childOf({ edges, parents, codes, depths, ends }: Tree, parent: number, code: number): number {
  const known = edges.get(parent * CODES + code);
  if (known !== undefined) return known;
  const node = parents.length;
  edges.set(parent * CODES + code, node);
  parents.push(parent);
  codes.push(code);
  depths.push((depths[parent] ?? 0) + 1);
  ends.push(0);
  return node;
}

/** For each character the length of the longest word that ends with it. */
function endingLengths(text: string, tree: Tree): Uint32Array {
  const fallbacks = fallbacksOf(tree);
  const lengths = new Uint32Array(text.length);
  let node = 0;
  for (let at = 0; at < text.length; at += 1) {
    node = follow(tree, fallbacks, { node, code: text.charCodeAt(at) });
    lengths[at] = tree.ends[node] ?? 0;
  }
  return lengths;
}

/** For each node the longest other that its characters end with; a word that ends there ends at the node, too. */
function fallbacksOf(tree: Tree): Uint32Array {
  const { parents, codes, depths, ends } = tree;
  const fallbacks = new Uint32Array(parents.length);
  const byDepth = Uint32Array.from(parents.keys()).sort((one, other) => (depths[one] ?? 0) - (depths[other] ?? 0));
  for (const node of byDepth) {
    const parent = parents[node] ?? 0;
    if (parent === 0) continue;
    const fallback = follow(tree, fallbacks, { node: fallbacks[parent] ?? 0, code: codes[node] ?? 0 });
    fallbacks[node] = fallback;
    if (ends[node] === 0) ends[node] = ends[fallback] ?? 0;
  }
  return fallbacks;
}

function follow({ edges }: Tree, fallbacks: Uint32Array, at: { node: number; code: number }): number {
  for (let { node } = at; ; node = fallbacks[node] ?? 0) {
    const next = edges.get(node * CODES + at.code);
    if (next !== undefined) return next;
    if (node === 0) return 0;
  }
}
