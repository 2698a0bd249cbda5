import { expect } from 'chai';
import type { Surface } from '../../src/cards/blockKit/pen.ts';
import { type CardView, LABEL_LIMIT } from '../../src/cards/model.ts';
import { fieldsOf, submitsOf } from '../../src/cards/offers.ts';
import { renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { readPack } from '../../src/readPack.ts';
import { checkAdaptiveCard } from '../support/adaptiveCardCheck.ts';
import { checkBlockKit } from '../support/blockKitCheck.ts';
import { caseViews } from '../support/caseViews.ts';
import type { NamedView } from '../support/everyView.ts';
import { hostileTexts } from '../support/exampleViews.ts';
import { HOSTILE } from '../support/hostileStrings.ts';
import { unsaidInSlack } from '../support/unsaidInSlack.ts';

const pack = await readPack('lync-online-meeting-join');
const CARD = '3f0e8a52-7f0c-4b9e-9b57-0c7b1f3a9d10';

/** As long as anything that a person types may be, in letters of one, two and three bytes. */
const LONGEST: Readonly<Record<string, string>> = {
  'letters of one byte': 'word '.repeat(800),
  'letters of three bytes': '漢'.repeat(4_000),
  lines: 'x\n'.repeat(2_000),
  'characters that JSON escapes': '"\\'.repeat(2_000),
};

/** What tells two cards apart: one that is the same as another with both is the same whatever is typed. */
const PROBES = ['x', LONGEST['letters of one byte'] ?? ''].map((typed) => caseViews(pack, typed));

/** One of each that are the same, by its number among all. */
function distinct(isMeant: (view: NamedView, index: number) => boolean): ReadonlySet<number> {
  const firsts = new Map<string, number>();
  for (const [index, view] of (PROBES[0] ?? []).entries()) {
    const key = JSON.stringify(PROBES.map((views) => views[index]?.view));
    if (isMeant(view, index) && !firsts.has(key)) firsts.set(key, index);
  }
  return new Set(firsts.values());
}

const EVERY = distinct(() => true);

const built = new Map<string, readonly NamedView[]>();

/** All of them, with that typed; built once, since most of the time goes into that. */
function viewsWith(typed: string, which: ReadonlySet<number> = EVERY): readonly NamedView[] {
  const views = built.get(typed) ?? caseViews(pack, typed);
  built.set(typed, views);
  return views.filter((_, index) => which.has(index));
}

describe(`every card about a case (${EVERY.size} of them)`, () => {
  for (const [what, typed] of Object.entries({ 'an ordinary name': 'Luis Vega', ...LONGEST })) {
    everyCard(`is an Adaptive Card 1.5 under 25 KB that the real parser takes, with ${what}`, typed, ({ view }) =>
      checkAdaptiveCard(renderAdaptiveCard(view, CARD)),
    );

    for (const surface of ['message', 'modal', 'home'] as const) {
      everyCard(`is a Slack ${surface} within Slack’s limits, with ${what}`, typed, ({ view }) =>
        holdsTooMuch(view, surface) ? [] : checkBlockKit(renderBlockKit(view, CARD, surface), surface),
      );
    }

    everyCard(`says its title in words in its notification in Slack, with ${what}`, typed, ({ view }) =>
      unsaidInSlack(view, CARD),
    );

    everyCard(`has labels that fit a button, and no two alike, with ${what}`, typed, ({ view }) => {
      const labels = submitsOf(view).map(({ label }) => label);
      return labels.filter((label, index) => label.length > LABEL_LIMIT || labels.indexOf(label) !== index);
    });
  }

  everyCard('can be read alone as plain text', 'Luis Vega', ({ view }) => {
    const text = renderPlainText(view);
    const said = [view.title, ...submitsOf(view).map(({ label }) => label)];
    const missing = said.filter((each) => !text.includes(each));
    return missing.concat(/undefined|\[object|\*\*/.test(text) ? [`broken text: ${text}`] : []);
  });

  everyCard('has fields only where nothing else can change it', 'Luis Vega', ({ name, view }) =>
    fieldsOf(view).length > 0 && !/^(hand-over|form)/.test(name) ? ['has a field'] : [],
  );
});

const { emoji, long, wide, blank, empty } = hostileTexts;
const SIZES = { emoji, long, wide, blank, empty };

/** What differs from these only in words of ours isn't looked at again for each text. */
const ALIKE =
  /, (on |in |urgent|soon|with nothing|of |on its|not |mailed|read)|with a people|without anything|with news|long ago/;

/** A card that is the same whatever was typed has been looked at above. */
const TELLING = distinct(
  ({ name, view }, index) => !ALIKE.test(name) && JSON.stringify(view) !== JSON.stringify(PROBES[1]?.[index]?.view),
);

describe('what a person typed, on every card about a case,', () => {
  const harmless = viewsWith('x', TELLING).map(({ view }) => waysOf(renderAdaptiveCard(view, CARD)));

  for (const [what, typed] of Object.entries({ ...HOSTILE, ...SIZES })) {
    it(`is only text: ${what}`, () => {
      const problems = viewsWith(typed, TELLING).flatMap(({ name, view }, index) => {
        const card = renderAdaptiveCard(view, CARD);
        const isSame = JSON.stringify(waysOf(card)) === JSON.stringify(harmless[index]);
        return [
          ...checkAdaptiveCard(card),
          ...checkBlockKit(renderBlockKit(view, CARD, 'message')),
          ...(isSame ? [] : ['opens or sends something else']),
          ...(UNSEEN.test(renderPlainText(view)) ? ['has characters that nobody sees'] : []),
        ].map((problem) => `${name}: ${problem}`);
      });

      expect(problems).to.deep.equal([]);
    }).timeout(60_000);
  }
});

/** A field of a modal takes 3,000 characters, and what stands in it isn't cut: then the modal is refused. */
function holdsTooMuch(view: CardView, surface: Surface): boolean {
  const held = fieldsOf(view).some(({ kind, value = '' }) => kind === 'input' && value.length > 3_000);
  if (held && surface === 'modal') expect(() => renderBlockKit(view, CARD, surface)).to.throw(RangeError);
  return held && surface === 'modal';
}

const UNSEEN = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

/** Where a card leads to, and what it sends. */
function waysOf(json: unknown): unknown[] {
  if (typeof json !== 'object' || json === null) return [];
  const own = Object.entries(json).flatMap(([key, value]) => (key === 'data' || key === 'url' ? [value] : []));
  return [...own, ...Object.values(json).flatMap(waysOf)];
}

/** One test over all of them; a failure names the card and what is wrong with it. */
function everyCard(title: string, typed: string, problemsOf: (view: NamedView) => readonly string[]): void {
  it(title, () => {
    const views = viewsWith(typed);

    const problems = views.flatMap((each) => problemsOf(each).map((problem) => `${each.name}: ${problem}`));

    expect(views.length).to.be.greaterThan(100);
    expect(problems).to.deep.equal([]);
  }).timeout(60_000);
}
