import { expect } from 'chai';
import { parseInboundActivity } from '../../../src/channels/teams/parseInboundActivity.ts';
import { type TeamsFile, teamsFilesIn } from '../../../src/channels/teams/teamsFiles.ts';
import { teamsActivities } from '../../support/teamsActivity.ts';

const ada = teamsActivities('https://smba.trafficmanager.net/emea/');
const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';
const URL = 'https://contoso-my.sharepoint.com/personal/ada/download.aspx?tempauth=x';
const PICTURE = 'https://smba.trafficmanager.net/emea/v3/attachments/0-frca/views/original';

/** As they are once they have come in by the door. */
const all = (body: unknown) => teamsFilesIn(parseInboundActivity(body) ?? {});
const read = (body: unknown) => all(body).files;
const of = (...attachments: readonly unknown[]) => read({ ...ada.says('hello'), attachments });

const attached = (name: unknown, content: unknown = { downloadUrl: URL }) => ({ contentType: DOWNLOAD, content, name });
const asAttached = (name: string | null): TeamsFile => ({ kind: 'attached', url: URL, name });

describe('the files of a message in Teams', () => {
  it('are what somebody attached', () => {
    const files = read(ada.attaches([{ name: 'error 43.png', url: URL }], 'what I see'));

    expect(files).to.deep.equal([asAttached('error 43.png')]);
  });

  it('are what somebody pasted, whatever Teams calls it', () => {
    const pasted = { kind: 'pasted', url: PICTURE, name: null };

    expect(read(ada.pastesPicture('what I see'))).to.deep.equal([pasted]);
    expect(of({ contentType: 'image/png', contentUrl: PICTURE, name: 'image.png' })).to.deep.equal([
      { ...pasted, name: 'image.png' },
    ]);
  });

  it('are in their order, and there may be none', () => {
    const files = of(attached('1.png'), { contentType: 'text/html', content: '<p>two</p>' }, attached('2.pdf'));

    expect(files.map(({ name }) => name)).to.deep.equal(['1.png', '2.pdf']);
    expect(read(ada.says('hello'))).to.deep.equal([]);
    expect(read(ada.joins())).to.deep.equal([]);
  });

  it('are ten at most', () => {
    expect(of(...Array.from({ length: 30 }, (_, at) => attached(`${at}.png`)))).to.have.lengthOf(10);
  });

  const card = (kind: string) => ({ contentType: `application/vnd.microsoft.card.${kind}`, content: {} });
  const html = { contentType: 'text/html', content: '<p>hello</p>' };
  const files = (count: number) => Array.from({ length: count }, (_, at) => attached(`${at}.png`));
  for (const [what, text, attachments, left] of [
    ['files', '', [...files(10), html], []],
    ['more files than are taken', '', files(11), ['number']],
    ['a code snippet', '', [card('codesnippet')], ['kind']],
    ['a code snippet and words', 'hello', [html, card('codesnippet')], ['kind']],
    ['a card', '', [card('adaptive')], ['kind']],
    ['words with the preview of a link', 'hello', [html, card('thumbnail')], []],
    ['words about an earlier message', 'hello', [html, { contentType: 'messageReference', content: '{}' }], []],
    ['a file without an address', 'hello', [attached('1.png', {})], ['kind']],
    ['something else and too many files', '', [...files(12), { contentType: 'audio/mp4' }], ['kind', 'number']],
  ] as const) {
    it(`say what is left of ${what}`, () => {
      expect(all({ ...ada.says(text), attachments }).left).to.deep.equal(left);
    });
  }

  const names: readonly (readonly [given: unknown, name: string | null])[] = [
    [undefined, null],
    [null, null],
    ['', null],
    ['  ', null],
    [7, null],
    ['a\r\nb\u0000.png', 'a b.png'],
    ['exe\u202Egnp.png', 'exegnp.png'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ];
  for (const [given, name] of names) {
    it(`have a name that is one plain line: ${JSON.stringify(given)?.slice(0, 40)}`, () => {
      expect(of(attached(given))).to.deep.equal([asAttached(name)]);
    });
  }

  const unread: Readonly<Record<string, unknown>> = {
    'an attached file without an address': attached('1.png', {}),
    'an attached file without content': { contentType: DOWNLOAD, name: '1.png', contentUrl: URL },
    'an address that is no text': attached('1.png', { downloadUrl: { href: URL } }),
    'an address without end': attached('1.png', { downloadUrl: `${URL}${'x'.repeat(8_000)}` }),
    'an empty address': attached('1.png', { downloadUrl: '' }),
    'a picture without an address': { contentType: 'image/png' },
    'a picture whose address is no text': { contentType: 'image/png', contentUrl: 7 },
    'a card': { contentType: 'application/vnd.microsoft.card.adaptive', content: {}, contentUrl: URL },
    'a file of another kind': { contentType: 'application/pdf', contentUrl: URL },
  };
  for (const [what, attachment] of Object.entries(unread)) {
    it(`leave out ${what}`, () => {
      expect(of(attachment, attached('2.png'))).to.deep.equal([asAttached('2.png')]);
    });
  }
});
