import { expect } from 'chai';
import fc from 'fast-check';
import { plainSlackText } from '../../../src/channels/slack/plainSlackText.ts';
import { findJoinLink } from '../../../src/knowledge/joinLink.ts';
import { HOSTILE } from '../../support/hostileStrings.ts';
import { slackText } from '../../support/slackText.ts';

const BOT = 'U0BOT00001';
const plain = (text: string) => plainSlackText(text, BOT).text;

const TEXTS: readonly (readonly [what: string, wire: string, read: string])[] = [
  ['words', 'I can’t join', 'I can’t join'],
  ['nothing', '', ''],
  ['lines', 'one\ntwo\n\nthree', 'one\ntwo\n\nthree'],
  ['what was escaped', 'a &lt;b&gt; &amp; c', 'a <b> & c'],
  ['what was escaped once, when it looks like twice', '&amp;lt;b&amp;gt; &amp;amp;', '&lt;b&gt; &amp;'],
  ['other entities, which Slack has none of', '&quot;x&quot; &#60;', '&quot;x&quot; &#60;'],
  ['an address', '<https://contoso.com/a?b=1&amp;c=2>', 'https://contoso.com/a?b=1&c=2'],
  ['an address as its own label', '<https://contoso.com|https://contoso.com>', 'https://contoso.com'],
  [
    'an address typed without its scheme',
    '<http://meet.contoso.com/x|meet.contoso.com/x>',
    'http://meet.contoso.com/x',
  ],
  ['a label', '<https://contoso.com/a|our page>', 'our page (https://contoso.com/a)'],
  [
    'a label that is another address',
    '<https://evil.example/|https://contoso.com>',
    'https://contoso.com (https://evil.example/)',
  ],
  ['a label with a bar', '<https://contoso.com|a|b>', 'a|b (https://contoso.com)'],
  ['an empty label', '<https://contoso.com|>', 'https://contoso.com'],
  ['an e-mail address', '<mailto:ada@contoso.com|ada@contoso.com>', 'ada@contoso.com'],
  ['a named e-mail address', '<mailto:ada@contoso.com|Ada>', 'Ada (ada@contoso.com)'],
  ['a telephone', '<tel:+15550100|+1 555 0100>', '+1 555 0100 (tel:+15550100)'],
  ['a person', 'ask <@U012AB3CD>', 'ask @U012AB3CD'],
  ['a person with a name', 'ask <@U012AB3CD|ada>', 'ask @U012AB3CD'],
  ['a person of an organisation', '<@W012AB3CD>', '@W012AB3CD'],
  ['the bot itself', `<@${BOT}> it is black`, ' it is black'],
  ['the bot itself with a name', `it is black <@${BOT}|unstuck>`, 'it is black '],
  ['a channel', '<#C012AB3CD|general>', '#general'],
  ['a channel without its name', '<#C012AB3CD> <#C012AB3CE|>', '#C012AB3CD #C012AB3CE'],
  ['a group', '<!subteam^S012AB3CD|@it-helpdesk>', '@it-helpdesk'],
  ['a group without its name', '<!subteam^S012AB3CD>', '@S012AB3CD'],
  ['everybody', '<!here> <!channel> <!everyone>', '@here @channel @everyone'],
  ['everybody, as older clients say it', '<!here|here> <!channel|@channel>', '@here @channel'],
  ['a date', '<!date^1392734382^{date_short}|18 Feb 2014>', '18 Feb 2014'],
  ['an emoji', ':fire: 🔥 :+1::skin-tone-2:', ':fire: 🔥 :+1::skin-tone-2:'],
  ['emphasis', '*bold* _it_ ~gone~ `code`', '*bold* _it_ ~gone~ `code`'],
  ['brackets that were never closed', 'a <b <c', 'a <b <c'],
  ['brackets that were never opened', 'a> b>', 'a> b>'],
  ['brackets in brackets', '<<@U012AB3CD>>', '<@U012AB3CD>'],
  ['empty brackets', '<>', ''],
  ['what is nearly a person', '<@> <@u012> <@U0 12>', '@ @u012 @U0 12'],
];

describe('a text in Slack’s writing', () => {
  for (const [what, wire, read] of TEXTS) {
    it(`is read as its writer reads it: ${what}`, () => {
      expect(plain(wire)).to.equal(read);
    });
  }

  for (const [what, text] of Object.entries(HOSTILE)) {
    it(`is what was typed, where Slack escaped it: ${what}`, () => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

      expect(plainSlackText(escaped, BOT)).to.deep.equal({ text, mentioned: [] });
    });
  }

  it('gives back any text that Slack escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

        expect(plain(escaped)).to.equal(text);
      }),
      { seed: 20_260_302 },
    );
  });

  it('says whom it mentions, each once, and not the bot', () => {
    const text = `<@${BOT}> <@U012AB3CD> <@U012AB3CE|bea> <@U012AB3CD> <!here> &lt;@U012AB3CF&gt;`;

    expect(plainSlackText(text, BOT).mentioned).to.deep.equal(['U012AB3CD', 'U012AB3CE']);
  });

  for (const name of ['Bea Lind', 'Bea <!channel>', 'Bea &lt;3 $& <@U012AB3CE>']) {
    it(`has people by their names, which are words and nothing else: ${name}`, () => {
      const names = new Map([['U012AB3CD', name]]);

      const { text, mentioned } = plainSlackText('ask <@U012AB3CD|bea> or <@U012AB3CF>', BOT, names);

      expect(text).to.equal(`ask @${name} or @U012AB3CF`);
      expect(mentioned).to.deep.equal(['U012AB3CD', 'U012AB3CF']);
    });
  }

  for (const [typed, link] of [
    ['meet.contoso.com/jdoe/45GZFH99', 'http://meet.contoso.com/jdoe/45GZFH99'],
    ['https://meet.contoso.com/jdoe/45GZFH99', 'https://meet.contoso.com/jdoe/45GZFH99'],
    ['I’m not let into meet.contoso.com/jdoe/45GZFH99, it is black', 'http://meet.contoso.com/jdoe/45GZFH99'],
    [
      'https://teams.microsoft.com/l/meetup-join/19%3ax/0?p=1&q=2',
      'https://teams.microsoft.com/l/meetup-join/19%3ax/0?p=1&q=2',
    ],
  ] as const) {
    it(`has the link to the meeting, as Slack links what is typed: ${typed}`, () => {
      expect(findJoinLink(plain(slackText(typed)))?.url).to.equal(link);
    });
  }

  it('takes time in the length of a text', () => {
    for (const unit of [
      '<',
      '<@',
      '<a',
      '|',
      '<|',
      '&',
      '&amp;',
      '<!a^',
      '<@U1',
      '<@U1|',
      '<https://a|',
      '> <',
      `<@${'A'.repeat(9)}!>`,
    ]) {
      const text = unit.repeat(400_000 / unit.length);
      const start = performance.now();

      plainSlackText(text, BOT);
      plainSlackText(`<@${text}`, BOT);
      plainSlackText(`<@${'A'.repeat(400_000)}${text}>`, BOT);

      expect(performance.now() - start, unit).to.be.below(1_500);
    }
  });
});
