import { expect } from 'chai';
import fc from 'fast-check';
import type { Surface } from '../../src/cards/blockKit/pen.ts';
import { cleanText } from '../../src/cards/cleanText.ts';
import { linkAddress } from '../../src/cards/linkAddress.ts';
import type { Block, CardView } from '../../src/cards/model.ts';
import { type BlockKit, fitsBlockKit, renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { nodesOf } from '../support/adaptiveCardCheck.ts';
import { arbitraryView } from '../support/arbitraryView.ts';
import { checkBlockKit } from '../support/blockKitCheck.ts';

/** A failure is told after 20 s of looking for a smaller one. */
const SEED = { seed: 20_260_302, numRuns: 2_000, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true };
const SURFACES: readonly Surface[] = ['message', 'modal', 'home'];
const card = fc.option(fc.uuid(), { nil: null });

describe(`${SEED.numRuns.toLocaleString('en')} views in Slack (seed ${SEED.seed})`, () => {
  it('are within every limit on each surface, with nothing active from a text of anybody', () => {
    let refused = 0;
    fc.assert(
      fc.property(arbitraryView, card, (view, id) => {
        const asked = addressesOf(view);
        for (const surface of SURFACES) {
          const drawn = drawnOrRefused(view, id, surface);
          if (drawn === null) refused += 1;
          else {
            expect(checkBlockKit(drawn, surface)).to.deep.equal([]);
            expect(asked).to.include.members(addressesIn(drawn));
          }
        }
      }),
      SEED,
    );
    // Only a modal that would send too much: a view of this kind has at most a few rows.
    expect(refused).to.be.below(SEED.numRuns / 50);
  }).timeout(60_000);

  it('say every word that they are given where they are said to fit', () => {
    let whole = 0;
    fc.assert(
      fc.property(arbitraryView, card, (view, id) => {
        if (!fitsBlockKit(view, id)) return;
        whole += 1;
        const { blocks } = renderBlockKit(view, id, 'message');
        const said = squashed(nodesOf(blocks).flatMap(({ node }) => textIn(node['text'])));
        expect(wordsOf(view).filter((each) => !said.includes(squashed([each])))).to.deep.equal([]);
      }),
      { ...SEED, numRuns: 300 },
    );
    expect(whole).to.be.above(50);
  }).timeout(60_000);
});

/** What it looks like; null where its form is refused for its size, which the channel answers otherwise. */
function drawnOrRefused(view: CardView, id: string | null, surface: Surface): BlockKit | null {
  try {
    return renderBlockKit(view, id, surface);
  } catch (error) {
    if (surface === 'modal' && error instanceof RangeError && error.message.startsWith('a form that sends'))
      return null;
    throw error;
  }
}

/** Every text of its blocks that is shown, but for fields, which a message hasn't. */
function wordsOf({ blocks }: CardView): string[] {
  const shown = blocks.filter((block) => block.kind !== 'input' && block.kind !== 'pick' && !isEmptyTable(block));
  return nodesOf(shown).flatMap(({ node }) =>
    ['text', 'label', 'detail', 'value', 'mark', 'cells', 'columns'].flatMap((key) => textIn(node[key])),
  );
}

function isEmptyTable(block: Block): boolean {
  return block.kind === 'table' && block.rows.length === 0;
}

function textIn(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === 'string');
}

/** Without what takes no room, since that may be another. */
function squashed(texts: readonly string[]): string {
  return cleanText(texts.join('')).replace(/\s/g, '');
}

/** Where a view says that it leads. */
function addressesOf(view: CardView): string[] {
  const nodes = nodesOf(view).flatMap(({ node }) => [node['href'], node['url']]);
  return nodes.flatMap((each) => (typeof each === 'string' ? [linkAddress(each)] : []));
}

/** Where it leads once it is drawn. */
function addressesIn({ blocks }: BlockKit): unknown[] {
  return nodesOf(blocks).flatMap(({ node }) => ('url' in node ? [node['url']] : []));
}
