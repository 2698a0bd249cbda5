import { expect } from 'chai';
import type { KeptFile } from '../../../src/channels/filePorts.ts';
import { CASES, type DeskBrowser, startDesk, type TestDesk, TOKEN } from '../../support/httpDesk.ts';
import { SAMPLES, sampleOf } from '../../support/httpFiles.ts';

const MB = 1024 * 1024;
const [CASE, OTHER] = CASES;

describe('a file from the desk', () => {
  let desk: TestDesk;
  let agent: DeskBrowser;
  beforeEach(async () => {
    desk = await startDesk();
    agent = await desk.agent();
  });
  afterEach(() => desk.close());

  it('is kept with the case for the person whose it is, and sent to them', async () => {
    const response = await agent.upload(`case=${CASE}&name=..%2Fmap.PNG&id=d-1`, SAMPLES.png);

    const [file] = [...desk.files.kept.values()];
    const size = SAMPLES.png.length;
    const facts = { name: 'map.png', type: 'image/png', size } as const;
    const at = desk.clock.now().toISOString();
    expect(await response.json()).to.deep.equal({ cards: [], said: 'done by Ana', show: null });
    expect(file).to.deep.equal({ id: file?.id, ...facts, case: CASE, person: 'web:luis', from: 'desk', at });
    const actor = { name: 'Ana', via: 'page', only: null };
    expect(desk.desk.sent).to.deep.equal([{ actor, delivery: 'd-1', case: CASE, file: { id: file?.id, ...facts } }]);
  });

  it('is taken with 10 MB, piece by piece, and refused with one byte more', async () => {
    const most = await agent.upload(`case=${CASE}&name=a.pdf`, sampleOf('pdf', 10 * MB));
    const more = await agent.upload(`case=${CASE}&name=a.pdf`, new Blob([sampleOf('pdf', 10 * MB + 1)]).stream());

    expect([most.status, more.status, await more.json()]).to.deep.equal([200, 413, { error: 'size' }]);
    expect([desk.files.kept.size, desk.files.underWay(), desk.desk.sent.length]).to.deep.equal([1, 0, 1]);
    expect(desk.files.mostAtOnce()).to.be.below(256 * 1024);
  });

  const refused: readonly (readonly [title: string, status: number, query: string, file: Buffer])[] = [
    ['HTML called a PNG', 415, `case=${CASE}&name=a.png`, Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['nothing', 415, `case=${CASE}&name=a.png`, Buffer.alloc(0)],
    ['a file for no case', 400, 'name=a.png', SAMPLES.png],
    ['a file for a case that isn’t there', 404, 'case=UN-NONE&name=a.png', SAMPLES.png],
    ['a name that is far too long', 400, `case=${CASE}&name=${'x'.repeat(1_001)}`, SAMPLES.png],
    ['an id that is none', 400, `case=${CASE}&name=a&id=a:b`, SAMPLES.png],
  ];
  for (const [title, status, query, file] of refused) {
    it(`is refused with ${status}: ${title}`, async () => {
      const response = await agent.upload(query, file);

      expect([response.status, desk.files.kept.size, desk.desk.sent]).to.deep.equal([status, 0, []]);
    });
  }

  it('is taken ten times a minute', async () => {
    const statuses = [];
    for (let nth = 1; nth <= 11; nth++) {
      statuses.push((await agent.upload(`case=${CASE}&name=a.png`, SAMPLES.png)).status);
    }

    expect(statuses).to.deep.equal([...Array(10).fill(200), 429]);
  });
});

describe('fetching a file at the desk', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await startDesk({
      links: { verify: (signed) => ({ case: signed, desk: 'first', expires: new Date(8.64e15) }) },
    });
  });
  afterEach(() => desk.close());

  function add(caseId: string | null): string {
    const id = `f${desk.files.kept.size}`;
    const file: KeptFile = {
      ...{ id, name: 'a.pdf', type: 'application/pdf', size: SAMPLES.pdf.length },
      ...{ case: caseId, person: 'web:luis', from: 'person', at: '' },
    };
    desk.files.add(file, SAMPLES.pdf);
    return `/desk/file?id=${id}`;
  }

  it('gives its bytes, to be run by nobody', async () => {
    const agent = await desk.agent();

    const response = await agent.get(add(CASE));

    expect(Buffer.from(await response.arrayBuffer()).equals(SAMPLES.pdf)).to.equal(true);
    expect(Object.fromEntries(response.headers)).to.include({
      'content-type': 'application/pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
    expect(response.headers.get('content-disposition')).to.match(/^attachment;/);
  });

  it('is refused for what goes with no case, and for what isn’t there', async () => {
    const agent = await desk.agent();

    const statuses = [];
    for (const path of [add(null), '/desk/file?id=none', '/desk/file', '/desk/file?id=../x', add('UN-NONE')]) {
      statuses.push((await agent.get(path)).status);
    }

    expect(statuses).to.deep.equal([404, 404, 404, 404, 404]);
    expect(desk.files.reads()).to.equal(0);
  });

  it('is refused for another case than the one that a link opens', async () => {
    const linked = desk.browser();
    await linked.open({ link: CASE, name: 'Ana' });

    const [own, other] = [await linked.get(add(CASE)), await linked.get(add(OTHER))];

    expect([own.status, other.status]).to.deep.equal([200, 404]);
  });

  it('is refused to a person’s own session, which is none of the desk', async () => {
    const response = await fetch(desk.origin + add(CASE), {
      headers: { cookie: `unstuck=${'A'.repeat(22)}; token=${TOKEN}` },
    });

    expect(response.status).to.equal(401);
  });
});
