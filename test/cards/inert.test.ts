import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { webMessagesOf } from '../../src/bots/webMessages.ts';
import { cleanText } from '../../src/cards/cleanText.ts';
import type { CardView } from '../../src/cards/model.ts';
import { renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { plain } from '../../src/cards/richText.ts';
import { en } from '../../src/cards/text/en.ts';
import { caseCardView } from '../../src/cards/views/desk/caseCardView.ts';
import { givenBack } from '../../src/cards/views/givenBack.ts';
import { joinLinkView } from '../../src/cards/views/joinLinkView.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import { wayInView } from '../../src/cards/views/wayInView.ts';
import { withNotice } from '../../src/cards/views/withNotice.ts';
import { findJoinLink, hideJoinLinks, newDraft } from '../../src/knowledge/index.ts';
import { readPack } from '../../src/readPack.ts';
import { checkAdaptiveCard } from '../support/adaptiveCardCheck.ts';
import { checkBlockKit } from '../support/blockKitCheck.ts';
import { deskContext, looseFile, personContext } from '../support/caseViews.ts';
import { caseIn } from '../support/everyCase.ts';
import { viewFullOf } from '../support/exampleViews.ts';
import { HOSTILE } from '../support/hostileStrings.ts';
import { readCard } from '../support/readCard.ts';

const SEED = { seed: 20_260_105, numRuns: 100, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true };
const context = { pack: await readPack('lync-online-meeting-join'), texts: en, contact: undefined, desk: null };
const wayIn = wayInView({ ...context, draft: newDraft(context.pack) }, { asked: true });

/** Cards with a typed text on them: in every place that a text can have, and where the product puts one. */
const CARDS: Readonly<Record<string, (typed: string) => CardView>> = {
  'every place': viewFullOf,
  'a notice': (typed) => withNotice(wayIn, plain(typed)),
  'a field given back': (typed) => ({ ...wayIn, blocks: [...givenBack(context, typed), ...wayIn.blocks] }),
  'a hand-over': (typed) =>
    viewAt(
      personContext(context.pack, {
        handOver: { text: typed, name: typed, chat: [typed], choosing: 0 },
        files: [looseFile('f', typed)],
      }),
    ),
  'a case on the desk': (typed) => caseCardView(deskContext(context.pack), caseIn('claimed', typed)),
};
const SURFACES = ['message', 'modal', 'home'] as const;

/** Hostile texts in a row, in a text, with other characters between them. */
const mixture = fc
  .array(fc.oneof(fc.constantFrom(...Object.values(HOSTILE)), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(''));

for (const [where, viewOf] of Object.entries(CARDS)) {
  describe(`what was typed, in ${where} of a card,`, () => {
    for (const [what, typed] of Object.entries(HOSTILE)) {
      it(`is only text: ${what}`, () => {
        isInert(viewOf, typed);
      });
    }

    it('is only text, however it is put together', () => {
      fc.assert(
        fc.property(mixture, (typed) => isInert(viewOf, typed)),
        SEED,
      );
    }).timeout(30_000);
  });
}

describe('what was typed, as a join link,', () => {
  for (const [what, typed] of Object.entries(HOSTILE)) {
    it(`opens nothing but the link itself: ${what}`, () => {
      const link = findJoinLink(`https://meet.contoso.com/jdoe/X${typed}`);
      const card = link
        ? renderAdaptiveCard(joinLinkView({ ...context, draft: newDraft(context.pack) }, link), 'c1')
        : {};

      const { links } = readCard(
        { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] },
        '',
      );

      expect(checkAdaptiveCard({ ...card })).to.deep.equal(link ? [] : checkAdaptiveCard({}));
      for (const url of links) {
        expect(new URL(url).host).to.equal('meet.contoso.com');
        expect(url).to.not.match(/[\s<>"`\\^{}|\p{C}]/u);
      }
    });
  }
});

describe('what was typed, in the history of the page,', () => {
  for (const [what, typed] of Object.entries(HOSTILE)) {
    it(`is only text: ${what}`, () => {
      const held = { posts: [], updates: [], clear: () => undefined, release: () => undefined };
      const turn = { linkGiven: '(a link)', case: null, to: null };

      const rows = webMessagesOf({ type: 'message', text: typed, id: 'a' }, held, turn);

      expect(rows).to.deep.equal([
        {
          type: 'message',
          from: { role: 'user' },
          text: cleanText(hideJoinLinks(typed, '(a link)')).trim(),
          channelData: { clientId: 'a' },
        },
      ]);
    });
  }
});

describe('what was typed, on the page,', () => {
  it('is put there as text alone: nothing of the page writes HTML', () => {
    const folder = new URL('../../web/', import.meta.url);
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    const writers = files.filter((file) =>
      /innerHTML|outerHTML\b|insertAdjacentHTML|document\.write|createContextualFragment|eval\(/.test(
        readFileSync(new URL(file, folder), 'utf8'),
      ),
    );

    expect(files.length).to.be.greaterThan(20);
    expect(writers).to.deep.equal([]);
  });
});

describe('what is given back of a field', () => {
  const textsOf = (typed: string) =>
    givenBack(context, typed).map((block) => (block.kind === 'copy' ? block.text : ''));

  it('is whole up to 6,000 characters, in parts that no channel cuts', () => {
    const typed = Array.from({ length: 600 }, (_, at) => `${at} 🦄 x`.padEnd(10, '.'))
      .join('')
      .slice(0, 6_000);

    expect(textsOf(typed).join('')).to.equal(typed);
    expect(Math.max(...textsOf(typed).map((text) => text.length))).to.be.at.most(3_000);
  });

  it('fits a card with any script', () => {
    const view = { ...wayIn, blocks: [...givenBack(context, '漢'.repeat(6_000)), ...wayIn.blocks] };

    expect(textsIn(renderAdaptiveCard(view, 'c1')).match(/漢/g)).to.have.length(6_000);
  });

  it('ends with an ellipsis where there was more', () => {
    expect(textsOf('x'.repeat(6_001)).join('')).to.equal(`${'x'.repeat(5_999)}…`);
  });

  for (const [title, length, said] of [
    ['that it is all of it', 6_000, 'Here it is again: copy it and make it shorter.'],
    ['where it is cut', 6_001, 'Here it is, cut at 6,000 characters: copy what you need of it.'],
  ] as const) {
    it(`says ${title}, for ${length} characters`, () => {
      const notice = { kind: 'notice', tone: 'info', text: plain(en.notices.fieldTooLong(length, 4_000)) } as const;
      const view = { ...wayIn, blocks: [notice, ...givenBack(context, 'x'.repeat(length))] };

      const text = renderPlainText(view);

      expect(text).to.include(said);
      expect(text.match(/Here i/g)).to.have.length(1);
    });
  }
});

/** The card with it has the same parts as with anything else, is right for its channel, and shows nothing but the text. */
function isInert(viewOf: (typed: string) => CardView, typed: string): void {
  const card = renderAdaptiveCard(viewOf(typed), 'c1');
  expect(checkAdaptiveCard(card)).to.deep.equal([]);
  const harmless = viewOf('x'.repeat(typed.length));
  expect(skeletonOf(card)).to.deep.equal(skeletonOf(renderAdaptiveCard(harmless, 'c1')));
  for (const surface of SURFACES) {
    const message = renderBlockKit(viewOf(typed), 'c1', surface);
    expect(checkBlockKit(message, surface)).to.deep.equal([]);
    expect(skeletonOf(message.blocks)).to.deep.equal(skeletonOf(renderBlockKit(harmless, 'c1', surface).blocks));
    expect(textsIn(message)).to.not.match(UNSEEN);
  }
  expect(textsIn(card)).to.not.match(UNSEEN);
  expect(renderPlainText(viewOf(typed))).to.not.match(UNSEEN);
}

/** What a card is made of, without its texts. Neighbouring runs of one look are one: braces are put in runs apart. */
function skeletonOf(json: unknown): unknown {
  if (Array.isArray(json)) {
    const parts = json.map(skeletonOf);
    return parts.filter((part, index) => !(isRun(part) && sameAs(part, parts[index - 1])));
  }
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([key, value]) => !(TEXTS.has(key) && typeof value === 'string'))
      .filter(([key]) => !(key === 'value' && 'type' in json && String(json.type).startsWith('Input.')))
      .map(([key, value]) => [key, skeletonOf(value)]),
  );
}

/** Every text in some JSON, one after another. */
function textsIn(json: unknown): string {
  if (typeof json === 'string') return json;
  return typeof json === 'object' && json !== null ? Object.values(json).map(textsIn).join('\n') : '';
}

/** Control characters but the newline, and what takes no room or turns a line around. */
const UNSEEN = /(?!\n)\p{Cc}|[\u200B\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/** Where a text that is only shown stands. */
const TEXTS = new Set([
  ...['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText'],
  ...['accessibility_label', 'initial_value'],
]);

function isRun(part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'type' in part && part.type === 'TextRun';
}

function sameAs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
