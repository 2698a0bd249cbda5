import { expect } from 'chai';
import fc from 'fast-check';
import { BLOCK_KIT, slackMessage } from '../../../src/channels/slack/slackMessage.ts';
import { messageFaults } from '../../support/fakeSlackChecks.ts';
import { HOSTILE } from '../../support/hostileStrings.ts';

type Json = Record<string, unknown>;

const mention = (id: string) => ({ type: 'mention', text: '', mentioned: { id, name: 'Somebody' } });
const card = (text: string, blocks: readonly object[] = [DIVIDER]) => ({
  attachments: [{ contentType: BLOCK_KIT, content: { blocks, text } }],
});
const DIVIDER = { type: 'divider' };
const HEADER = { type: 'header', text: { type: 'plain_text', text: 'A case', emoji: false } };

/** Characters that Slack counts. */
const lengthOf = (node: unknown): number => {
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce(
    (sum, [key, each]) => sum + (key === 'text' && typeof each === 'string' ? each.length : lengthOf(each)),
    0,
  );
};
/** What a person reads in the blocks of words. */
const wordsIn = (blocks: readonly object[]): string =>
  (blocks as Json[])
    .filter(({ type }) => type === 'rich_text')
    .flatMap(({ elements }) => (elements as Json[]).flatMap((section) => section['elements'] as Json[]))
    .map(({ text }) => String(text ?? ''))
    .join('');
/** What the parts of a text are of, whatever is said in them. */
const kindsIn = (blocks: readonly object[]): string[] =>
  (blocks as Json[]).flatMap(({ elements }) =>
    (elements as Json[]).flatMap((section) => (section['elements'] as Json[]).map(({ type }) => String(type))),
  );
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const SEED = 20_260_302;
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(HOSTILE)), fc.string());

describe('a message for Slack', () => {
  for (const [what, text] of Object.entries(HOSTILE)) {
    it(`is never markup, and all of it is read: ${what}`, () => {
      const message = slackMessage({ text });

      expect(message.text).to.not.match(/[<>]|&(?!amp;|lt;|gt;)/);
      expect(kindsIn(message.blocks)).to.deep.equal(['text']);
      expect(wordsIn(message.blocks)).to.equal(text);
    });
  }

  it(`is taken by Slack whatever it says, with whom it mentions and a card (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyText, anyText, fc.subarray(['U0ANA00000', 'S0ONCALL00', 'here']), (text, said, ids) => {
        const escaped = said.replace(/[&<>]/g, '');
        const message = slackMessage({
          text,
          entities: ids.map(mention),
          ...(said === '' ? {} : card(escaped, [HEADER])),
        });

        const meant = new Set(['<@U0ANA00000>', '<!subteam^S0ONCALL00>', '<!here>']);
        const alone = messageFaults({ text: message.text }, meant);
        expect(message.text.trim()).to.not.equal('');
        expect(alone).to.deep.equal([]);
        expect(
          kindsIn(message.blocks.filter(({ type }) => type === 'rich_text')).filter((kind) => kind !== 'text').length,
        ).to.equal(ids.length);
      }),
      { seed: SEED },
    );
  });

  it('mentions first, as elements of their own', () => {
    const message = slackMessage({ text: 'A case', entities: ['U0ANA00000', 'S0ONCALL00', 'here'].map(mention) });

    expect(message.text).to.equal('<@U0ANA00000> <!subteam^S0ONCALL00> <!here> A case');
    const space = { type: 'text', text: ' ' };
    expect(message.blocks).to.deep.equal([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              ...[{ type: 'user', user_id: 'U0ANA00000' }, space],
              ...[{ type: 'usergroup', usergroup_id: 'S0ONCALL00' }, space],
              ...[{ type: 'broadcast', range: 'here' }, space],
              { type: 'text', text: 'A case' },
            ],
          },
        ],
      },
    ]);
  });

  it('mentions nobody by what is no id of Slack’s', () => {
    const ids = ['channel', 'everyone', 'U1> <!channel', '19:x@thread', '29:1abc', ''];

    const message = slackMessage({
      text: 'x',
      entities: [...ids.map(mention), { type: 'mention' }, { type: 'place' }],
    });

    expect(message.text).to.equal('x');
    expect(kindsIn(message.blocks)).to.deep.equal(['text']);
  });

  it('can consist of mentions alone, or of a card alone', () => {
    expect(slackMessage({ entities: [mention('here')] }).text).to.equal('<!here>');
    expect(slackMessage(card('A card'))).to.deep.equal({ text: 'A card', blocks: [DIVIDER] });
    expect(slackMessage({ text: 'New', ...card('A card') }).text).to.equal('New\nA card');
  });

  it('has a text even where there is nothing to be read', () => {
    for (const text of ['', ' ', '\n\t ']) expect(slackMessage({ text }).text).to.equal('…');
  });

  it('has all of what the bot says in one post, in a few blocks that are cut between words', () => {
    const words = 'Some words of an agent. '.repeat(208);

    const { blocks } = slackMessage({ text: words });

    expect(wordsIn(blocks)).to.equal(words);
    expect(blocks).to.have.lengthOf(2);
    expect(wordsIn(blocks.slice(1))).to.match(/^(?:Some|words|of|an|agent)/);
  });

  it('stays within what Slack takes, and cuts no character in half', () => {
    for (const unit of ['x', '🙂', '漢', '&', '<', 'a 🙂']) {
      for (const length of [2_999, 3_000, 3_001, 9_999, 10_001, 40_000]) {
        const text = `${'x'.repeat(length % 7)}${unit.repeat(length / unit.length)}`;

        const message = slackMessage({ text });

        expect(lengthOf(message.blocks)).to.be.at.most(10_001);
        expect(message.blocks.length).to.be.at.most(5);
        expect(message.text.length).to.be.at.most(4_000);
        expect(message.text).to.not.match(/&(?!amp;|lt;|gt;)/);
        for (const each of [message.text, ...message.blocks.map((block) => wordsIn([block]))])
          expect(each).to.not.match(HALF);
      }
    }
  });

  it('says where it was cut', () => {
    const { blocks, text } = slackMessage({ text: 'x'.repeat(40_000) });

    expect([wordsIn(blocks).at(-1), text.at(-1)]).to.deep.equal(['…', '…']);
  });

  it('shares Slack’s limits between a line and its card', () => {
    const paragraphs = Array.from({ length: 49 }, () => ({
      type: 'section',
      text: { type: 'plain_text', text: 'x'.repeat(197) },
    }));

    const message = slackMessage({ text: 'y'.repeat(40_000), ...card('x'.repeat(15_000), paragraphs) });

    expect(message.blocks).to.have.lengthOf(50);
    expect(lengthOf(message.blocks)).to.be.at.most(10_000);
    expect(message.text.length).to.be.at.most(4_000);
  });

  it('carries the row of the outbox and the case, where it is for one', () => {
    expect(slackMessage({ text: 'x', channelData: { key: 'row', about: 'UN-7K3Q-M2' } }).mark).to.deep.equal({
      ...{ outbox: 'row', case: 'UN-7K3Q-M2' },
    });
    expect(slackMessage({ text: 'x', channelData: { key: 'row' } }).mark).to.deep.equal({ outbox: 'row' });
    for (const channelData of [undefined, null, {}, { key: 1 }, { tick: true }, 'x'])
      expect(slackMessage({ text: 'x', channelData })).to.not.have.property('mark');
  });

  it('takes time in the length of a text', () => {
    const took = (text: string) => {
      const start = performance.now();
      slackMessage({ text });
      return performance.now() - start;
    };

    for (const unit of [' ', '&', '&amp', '<', 'x'])
      expect(took(unit.repeat(400_000 / unit.length))).to.be.below(1_000);
  });
});
