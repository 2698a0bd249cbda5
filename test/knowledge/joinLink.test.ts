import { expect } from 'chai';
import { findJoinLink, hideJoinLinks, withQuery } from '../../src/knowledge/index.ts';
import { trimLink } from '../../src/knowledge/trimLink.ts';
import { JOIN_LINKS, WITH_QUERY } from './joinLinks.ts';

const LINK = 'https://meet.contoso.com/jdoe/X';

describe('findJoinLink', () => {
  for (const [what, text, url] of JOIN_LINKS) {
    it(`${url === null ? 'finds no join link in' : 'finds'} ${what}`, () => {
      expect(findJoinLink(text)?.url ?? null).to.equal(url);
    });
  }

  for (const [host, kind] of [
    ['meet.lync.com', 'lync'],
    ['meet.contoso.com', 'lync'],
    ['teams.microsoft.com', 'teams'],
    ['teams.live.com', 'teams'],
    ['teams.cloud.microsoft', 'teams'],
    ['gov.teams.microsoft.us', 'teams'],
    ['teams.microsoft.com.evil.example', 'lync'],
    ['xteams.microsoft.com', 'lync'],
  ] as const) {
    it(`takes ${host} for ${kind}`, () => {
      expect(findJoinLink(`https://${host}/meet/X`)).to.deep.equal({ url: `https://${host}/meet/X`, host, kind });
    });
  }

  it('names the host in lower case and without its port', () => {
    expect(findJoinLink('https://Meet.Contoso.COM:8443/jdoe/X')?.host).to.equal('meet.contoso.com');
  });

  it('names a host with an umlaut as the browser does', () => {
    expect(findJoinLink('https://meet.münchen.example/jdoe/X')?.host).to.equal('meet.xn--mnchen-3ya.example');
  });

  it('still does after a day of work', () => {
    for (let links = 0; links < 100_000; links++) findJoinLink(LINK);

    const found = findJoinLink('https://meet.münchen.example/jdoe/X');

    expect(found?.host).to.equal('meet.xn--mnchen-3ya.example');
  });

  for (const [what, filler] of [
    ['words', 'lorem ipsum '],
    ['beginnings of links', 'https://'],
    ['links that aren’t join links', 'https://a '],
    ['at signs', 'https://a@'],
    ['Safe Links', 'https://x.safelinks.protection.outlook.com/?url=y '],
  ] as const) {
    it(`finds the link after 100 KB of ${what}`, () => {
      const text = `${filler.repeat(Math.ceil(100_000 / filler.length))} ${LINK}`;

      expect(findJoinLink(text)?.url).to.equal(LINK);
    });
  }
});

describe('trimLink', () => {
  for (const tail of [')', '.', '()', '(', '))(', ').']) {
    it(`looks at each character of a link with 100 KB of ${tail} after it twice at most`, () => {
      const found = new Counted(LINK + tail.repeat(100_000 / tail.length));

      trimLink(found as unknown as string);

      expect(found.looks).to.be.at.most(2 * found.length);
    });
  }
});

describe('hideJoinLinks', () => {
  for (const [what, text, hidden] of [
    ['a text without a link', 'no link here', 'no link here'],
    ['a link that isn’t a join link', 'see https://contoso.com/news', 'see https://contoso.com/news'],
    ['a join link', `it is ${LINK}.`, 'it is (a link).'],
    ['a join link twice', `${LINK}, ${LINK}!`, '(a link), (a link)!'],
    ['a link beside a join link', `https://a.example/?p=1 ${LINK}`, '(a link) (a link)'],
    [
      'a wrapped join link',
      'https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fm.example%2Fa%2Fb',
      '(a link)',
    ],
  ] as const) {
    it(`leaves nothing of an address in ${what} where one is a join link`, () => {
      expect(hideJoinLinks(text, '(a link)')).to.equal(hidden);
    });
  }
});

describe('withQuery', () => {
  for (const [url, expected] of WITH_QUERY) {
    it(`turns ${url} into ${expected}`, () => {
      expect(withQuery(url, 'sl=1')).to.equal(expected);
    });
  }

  it('changes nothing the second time', () => {
    const changed = WITH_QUERY.map(([url]) => withQuery(url, 'sl=1'));

    expect(changed.map((url) => withQuery(url, 'sl=1'))).to.deep.equal(changed);
  });
});

/** A text that counts how often a single character of it is looked at, and every search through it in full. */
class Counted extends String {
  looks = 0;

  override charAt(index: number): string {
    this.looks += 1;
    return super.charAt(index);
  }

  override indexOf(...search: Parameters<string['indexOf']>): number {
    this.looks += this.length;
    return super.indexOf(...search);
  }

  override lastIndexOf(...search: Parameters<string['lastIndexOf']>): number {
    this.looks += this.length;
    return super.lastIndexOf(...search);
  }
}
