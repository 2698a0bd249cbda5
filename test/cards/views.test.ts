import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { LABEL_LIMIT } from '../../src/cards/model.ts';
import { submitsOf } from '../../src/cards/offers.ts';
import { renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { PACKS_FOLDER, readPack } from '../../src/readPack.ts';
import { checkAdaptiveCard } from '../support/adaptiveCardCheck.ts';
import { checkBlockKit } from '../support/blockKitCheck.ts';
import { everyView, type NamedView } from '../support/everyView.ts';
import { unsaidInSlack } from '../support/unsaidInSlack.ts';

const CARD = '3f0e8a52-7f0c-4b9e-9b57-0c7b1f3a9d10';

/** The cards that are themselves the way in, or the way to a person, don't offer it again. */
const OFFERS_ITSELF: Readonly<Record<string, string>> = { 'way-in': 'workaround', person: 'escalate' };

for (const id of readdirSync(PACKS_FOLDER).map((file) => file.replace('.yaml', ''))) {
  const views = everyView(await readPack(id));

  describe(`every card of the pack ${id} (${views.length} of them)`, () => {
    everyCard(views, 'is an Adaptive Card 1.5 that the real parser takes without a warning', ({ view }) =>
      checkAdaptiveCard(renderAdaptiveCard(view, CARD)),
    );

    for (const surface of ['message', 'modal', 'home'] as const) {
      everyCard(views, `is a Slack ${surface} within Slack’s limits`, ({ view }) =>
        checkBlockKit(renderBlockKit(view, CARD, surface)),
      );
    }

    everyCard(views, 'says its title and its progress in words in Slack, on it and in its notification', ({ view }) =>
      unsaidInSlack(view, CARD),
    );

    everyCard(views, 'can be read alone as plain text', ({ view }) => {
      const text = renderPlainText(view);
      const missing = [view.title, ...submitsOf(view).map(({ label }) => label)].filter((each) => !text.includes(each));
      return missing.concat(/undefined|\[object|\*\*/.test(text) ? [`broken text: ${text}`] : []);
    });

    everyCard(views, 'has labels that fit a button', ({ view }) =>
      submitsOf(view)
        .map(({ label }) => label)
        .filter((label) => label.length > LABEL_LIMIT),
    );

    everyCard(inACase(views), 'offers the way in and a person', ({ view, position }) => {
      const verbs: string[] = submitsOf(view).map(({ action }) => action.verb);
      const wanted = ['workaround', 'escalate'].filter((verb) => verb !== OFFERS_ITSELF[position?.at ?? '']);
      return wanted.filter((verb) => !verbs.includes(verb));
    });

    everyCard(inACase(views), 'has no two buttons with the same label', ({ view }) => {
      const labels = submitsOf(view).map(({ label }) => label);
      return labels.filter((label, index) => labels.indexOf(label) !== index);
    });
  });
}

/** One test over all of them; a failure names the card and what is wrong with it. */
function everyCard(
  views: readonly NamedView[],
  title: string,
  problemsOf: (view: NamedView) => readonly string[],
): void {
  it(title, () => {
    const problems = views.flatMap((each) => problemsOf(each).map((problem) => `${each.name}: ${problem}`));

    expect(views.length).to.be.greaterThan(20);
    expect(problems).to.deep.equal([]);
  }).timeout(60_000);
}

function inACase(views: readonly NamedView[]): NamedView[] {
  return views.filter(({ position }) => position !== undefined);
}
