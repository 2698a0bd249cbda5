import { once } from 'node:events';
import { connect } from 'node:net';
import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import type { KeptFile } from '../../../src/channels/filePorts.ts';
import { AppError } from '../../../src/errors.ts';
import { SAMPLES, sampleOf } from '../../support/httpFiles.ts';
import { type MemoryHelpdesk, memoryHelpdesk } from '../../support/httpHelpdesk.ts';
import { sendRaw, statusOf } from '../../support/httpRaw.ts';
import { startWeb, type TestWeb, type Visitor } from '../../support/httpWeb.ts';

const MB = 1024 * 1024;
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('a file from the page', () => {
  let helpdesk: MemoryHelpdesk;
  let web: TestWeb;
  let visitor: Visitor;
  let turns: Activity[];
  beforeEach(async () => {
    turns = [];
    helpdesk = memoryHelpdesk();
    web = await startWeb({
      helpdesk,
      logic: async ({ activity }, taken) => {
        if (activity.type === 'message') turns.push(activity);
        taken();
      },
    });
    visitor = web.visitor();
    await visitor.open();
  });
  afterEach(() => web.close());

  const kept = (): KeptFile => [...helpdesk.files.kept.values()].at(-1) as KeptFile;

  it('is kept for the person, and told to the bot as a message of theirs', async () => {
    const response = await visitor.upload(SAMPLES.png, 'name=screen.png&id=abc-1');

    expect([response.status, await response.text()]).to.deep.equal([204, '']);
    const size = SAMPLES.png.length;
    const person = `web:${visitor.session()}`;
    const { id, ...facts } = kept();
    const at = web.clock.now().toISOString();
    const own = { case: null, person, from: 'person', at };
    expect(facts).to.deep.equal({ name: 'screen.png', type: 'image/png', size, ...own });
    expect(helpdesk.files.bytes(id).equals(SAMPLES.png)).to.equal(true);
    expect(turns).to.have.lengthOf(1);
    expect(turns[0]).to.deep.include({
      type: 'message',
      id: 'abc-1',
      attachments: [{ contentType: 'image/png', name: 'screen.png', content: { file: id, size } }],
      channelData: { keptFile: true },
    });
    expect(turns[0]?.from.id).to.equal(person);
  });

  for (const [kind, type] of [
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['gif', 'image/gif'],
    ['pdf', 'application/pdf'],
  ] as const) {
    it(`is ${type} by its content, whatever its sender calls it`, async () => {
      const response = await visitor.upload(SAMPLES[kind], 'name=x.html', { 'content-type': 'image/png' });

      expect([response.status, kept().type]).to.deep.equal([204, type]);
    });
  }

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const refused: Readonly<Record<string, Buffer>> = {
    'HTML called a PNG': latin1('<!doctype html><script>alert(1)</script>'),
    'an SVG': latin1(svg),
    'an SVG as XML': latin1(`<?xml version="1.0"?>${svg}`),
    'a text': latin1('hello'),
    'a program': latin1(`MZ\x90\x00${'\x00'.repeat(200)}`),
    'an archive': latin1('PK\x03\x04\x14\x00\x00\x00\x08\x00'),
    'a PNG with a wrong end of line': latin1('\x89PNG\n\x1a\n\x00\x00\x00\x0dIHDR'),
    'half the signature of a PNG': SAMPLES.png.subarray(0, 6),
    'a PNG behind HTML': Buffer.concat([latin1('<script>alert(1)</script>'), SAMPLES.png]),
    'a PNG behind a byte order mark': Buffer.concat([latin1('\xef\xbb\xbf'), SAMPLES.png]),
    'a PDF behind a byte order mark': Buffer.concat([latin1('\xef\xbb\xbf'), SAMPLES.pdf]),
    'a PNG behind the tags of a song': Buffer.concat([latin1('ID3\x04\x00\x00\x00\x00\x00\x00'), SAMPLES.png]),
    'a PDF that is HTML, too': Buffer.concat([latin1('<html><!-- '), SAMPLES.pdf]),
    'a picture that is a script, too': latin1('GIF8=1;alert(1)//'),
    'a BMP': latin1(`BM${'\x00'.repeat(60)}`),
    'a HEIC': latin1('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic'),
    'a TIFF': latin1('II*\x00\x08\x00\x00\x00'),
    'one zero': latin1('\x00'),
    'many zeros': Buffer.alloc(100_000),
  };
  for (const [title, file] of Object.entries(refused)) {
    it(`is refused, and nothing of it kept: ${title}`, async () => {
      const response = await visitor.upload(file, 'name=a.png', { 'content-type': 'image/png' });

      expect([response.status, await response.json()]).to.deep.equal([415, { error: 'type' }]);
      expect([helpdesk.files.kept.size, helpdesk.files.underWay(), turns]).to.deep.equal([0, 0, []]);
    });
  }

  it('is refused when there is nothing in it', async () => {
    const response = await visitor.upload(Buffer.alloc(0));

    expect([response.status, await response.json()]).to.deep.equal([415, { error: 'empty' }]);
  });

  it('is taken when it is something else as well, and then is a picture to everybody', async () => {
    const polyglot = Buffer.concat([
      latin1('GIF89a/*'),
      Buffer.alloc(200),
      latin1('*/=1;alert(1)//<script>alert(1)</script>'),
    ]);

    await visitor.upload(polyglot, 'name=a.js');
    const served = await visitor.get(`/web/file?id=${kept().id}`);

    expect(kept()).to.include({ type: 'image/gif', name: 'a.gif' });
    expect(served.headers.get('content-type')).to.equal('image/gif');
    expect(served.headers.get('x-content-type-options')).to.equal('nosniff');
  });

  it('is taken with 10 MB, piece by piece, and refused with one byte more', async () => {
    const most = await visitor.upload(sampleOf('png', 10 * MB));
    const size = kept().size;
    const more = await visitor.upload(new Blob([sampleOf('png', 10 * MB + 1)]).stream());

    expect([most.status, size]).to.deep.equal([204, 10 * MB]);
    expect([more.status, await more.json()]).to.deep.equal([413, { error: 'size' }]);
    expect([helpdesk.files.kept.size, helpdesk.files.underWay()]).to.deep.equal([1, 0]);
    expect(helpdesk.files.mostAtOnce()).to.be.below(256 * 1024);
  });

  it('is written at the pace of the storage: no piece is asked for before the last is written', async () => {
    let open: () => void = () => undefined;
    helpdesk.files.waitFor(
      new Promise((resolve) => {
        open = resolve;
      }),
    );

    const answer = visitor.upload(sampleOf('png', 5 * MB));
    while (helpdesk.files.underWay() === 0) await new Promise(setImmediate);
    for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
    const whileFull = helpdesk.files.mostAtOnce();
    open();

    expect((await answer).status).to.equal(204);
    expect(whileFull).to.be.within(1, 256 * 1024);
    expect(helpdesk.files.mostAtOnce()).to.be.below(256 * 1024);
  });

  const names: readonly (readonly [given: string, kept: string])[] = [
    ['screen.png', 'screen.png'],
    ['', 'file.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\Users\\ana\\Bild.PNG', 'Bild.png'],
    ['..', 'file.png'],
    ['.htaccess', 'htaccess.png'],
    ['invoice.pdf.exe', 'invoice.pdf.png'],
    ['a.html', 'a.png'],
    ['photo.jpeg', 'photo.png'],
    ['safe\u202egnp.exe', 'safegnp.png'],
    ['a\u0000b\r\nX-Injected: 1.png', 'ab X-Injected: 1.png'],
    ['zero\u200bwidth\u2066.png', 'zerowidth.png'],
    ['a\tb\u2028c.png', 'a b c.png'],
    ['Bildschirmfoto äöü 🙃.png', 'Bildschirmfoto äöü 🙃.png'],
    ['e\u0301.png', 'é.png'],
    [`${'x'.repeat(300)}.png`, `${'x'.repeat(96)}.png`],
    ['"quoted"; a=b.png', '"quoted"; a=b.png'],
    ['<script>alert(1)</script>.png', 'script>.png'],
    ['aux . ', 'aux.png'],
  ];
  for (const [given, expected] of names) {
    it(`called ${JSON.stringify(given).slice(0, 40)} is kept as ${expected.slice(0, 40)}`, async () => {
      await visitor.upload(SAMPLES.png, `name=${encodeURIComponent(given)}`);

      expect(kept().name).to.equal(expected);
    });
  }

  it('keeps the extension that its kind may have as well', async () => {
    await visitor.upload(SAMPLES.jpeg, 'name=photo.JPEG');

    expect(kept().name).to.equal('photo.jpeg');
  });

  const strangers: readonly (readonly [
    title: string,
    status: number,
    query: string,
    headers: Record<string, string>,
  ])[] = [
    ['another site', 403, 'name=a.png', { origin: 'https://evil.example' }],
    ['no site', 403, 'name=a.png', { origin: '' }],
    ['nobody', 401, 'name=a.png', { cookie: '' }],
    ['a session that isn’t one', 401, 'name=a.png', { cookie: `unstuck=${'A'.repeat(22)}` }],
    ['a name that is far too long', 400, `name=${'x'.repeat(1_001)}`, {}],
    ['an id that is none', 400, 'name=a.png&id=a:b', {}],
    ['a form', 415, 'name=a.png', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['an SVG that says so', 415, 'name=a.svg', { 'content-type': 'image/svg+xml' }],
    ['JSON', 415, 'name=a.png', { 'content-type': 'application/json' }],
  ];
  for (const [title, status, query, headers] of strangers) {
    it(`is refused with ${status} to ${title}, before anything is read`, async () => {
      const response = await visitor.upload(SAMPLES.png, query, headers);

      expect([response.status, await response.text()]).to.deep.equal([status, '']);
      expect([helpdesk.files.kept.size, turns]).to.deep.equal([0, []]);
    });
  }

  it('can’t be forged in a message', async () => {
    const attachments = [{ contentType: 'image/png', name: 'a', content: { file: 'other', size: 1 } }];

    const answers = [
      await visitor.send({ id: '1', text: 'hi', attachments }),
      await visitor.send({ id: '1', text: 'hi', channelData: { keptFile: true } }),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([400, 400]);
    expect(turns).to.deep.equal([]);
  });

  it('leaves nothing when its sender goes away in the middle', async () => {
    const socket = connect(web.port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    const lines = [`Host: 127.0.0.1:${web.port}`, `Origin: ${web.origin}`, `Cookie: ${visitor.cookie()}`];
    const head = ['POST /web/file?name=a.png HTTP/1.1', ...lines, 'Content-Type: image/png', 'Content-Length: 100000'];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.write(sampleOf('png', 50_000));
    while (helpdesk.files.underWay() === 0) await new Promise(setImmediate);

    socket.resetAndDestroy();
    await once(socket, 'close');
    while (helpdesk.files.underWay() > 0) await new Promise(setImmediate);

    expect([helpdesk.files.kept.size, turns]).to.deep.equal([0, []]);
    expect((await visitor.upload(SAMPLES.png)).status).to.equal(204);
  });

  it('leaves nothing when the storage fails', async () => {
    helpdesk.files.failWith(new AppError('storage-failed', 'a secret of the disk'));

    const response = await visitor.upload(sampleOf('png', 100_000));

    expect([response.status, helpdesk.files.kept.size, helpdesk.files.underWay()]).to.deep.equal([500, 0, 0]);
    expect(web.logged.join()).to.include('storage-failed').and.not.include('secret');
  });

  it('never says whose it is in the log', async () => {
    await visitor.upload(SAMPLES.png, 'name=my-secret.png');
    await visitor.upload(latin1('my secret text'), 'name=my-secret.png');

    expect(web.logged.join())
      .to.include('file-type')
      .and.not.match(/secret/);
    expect(web.logged.join()).not.to.include(visitor.session());
  });
});

describe('many files', () => {
  it('are taken ten a minute from one session, and the eleventh is told when', async () => {
    const helpdesk = memoryHelpdesk();
    const web = await startWeb({ helpdesk });
    const [visitor, other] = [web.visitor(), web.visitor()];
    await visitor.open();
    await other.open();

    const statuses = [];
    for (let nth = 1; nth <= 10; nth++) statuses.push((await visitor.upload(SAMPLES.png)).status);
    web.clock.pass(20_000);
    const tooMany = await visitor.upload(SAMPLES.png);
    const others = await other.upload(SAMPLES.png);
    web.clock.pass(40_000);
    const later = await visitor.upload(SAMPLES.png);
    await web.close();

    expect(new Set(statuses)).to.deep.equal(new Set([204]));
    expect([tooMany.status, tooMany.headers.get('retry-after')]).to.deep.equal([429, '40']);
    expect([others.status, later.status, helpdesk.files.kept.size]).to.deep.equal([204, 204, 12]);
  });

  it('are taken two at once from one session', async () => {
    const helpdesk = memoryHelpdesk();
    const web = await startWeb({ helpdesk });
    const visitor = web.visitor();
    await visitor.open();
    let open: () => void = () => undefined;
    helpdesk.files.waitFor(
      new Promise((resolve) => {
        open = resolve;
      }),
    );

    const underWay = [visitor.upload(SAMPLES.png), visitor.upload(SAMPLES.png)];
    while (helpdesk.files.underWay() < 2) await new Promise(setImmediate);
    const third = await visitor.upload(SAMPLES.png);
    open();
    const done = (await Promise.all(underWay)).map(({ status }) => status);
    const after = await visitor.upload(SAMPLES.png);
    await web.close();

    expect([third.status, third.headers.get('retry-after')]).to.deep.equal([429, '5']);
    expect([done, after.status]).to.deep.equal([[204, 204], 204]);
  });
});

describe('a file whose turn fails', () => {
  const faults: readonly (readonly [title: string, fault: Error, taken: boolean, status: number, kept: number])[] = [
    ['is thrown away, so that it can be sent again', new Error('text of a person'), false, 500, 0],
    ['is thrown away when turns come too fast', new AppError('too-fast', 'too fast'), false, 429, 0],
    ['stays when the turn is committed', new Error('text of a person'), true, 204, 1],
  ];
  for (const [title, fault, isTaken, status, count] of faults) {
    it(title, async () => {
      const helpdesk = memoryHelpdesk();
      const web = await startWeb({
        helpdesk,
        logic: async ({ activity }, taken) => {
          if (activity.type !== 'message') return;
          if (isTaken) taken();
          throw fault;
        },
      });
      const visitor = web.visitor();
      await visitor.open();

      const response = await visitor.upload(SAMPLES.png);
      await web.close();

      expect([response.status, helpdesk.files.kept.size]).to.deep.equal([status, count]);
      expect(web.logged.join()).not.to.include('text of a person');
    });
  }
});

describe('fetching a file', () => {
  let helpdesk: MemoryHelpdesk;
  let web: TestWeb;
  let visitor: Visitor;
  beforeEach(async () => {
    helpdesk = memoryHelpdesk();
    web = await startWeb({ helpdesk });
    visitor = web.visitor();
    await visitor.open();
  });
  afterEach(() => web.close());

  function add(over: Partial<KeptFile>, bytes: Buffer = SAMPLES.png): string {
    const person = `web:${visitor.session()}`;
    const facts = { id: 'f1', name: 'a.png', type: 'image/png', case: null, person, from: 'desk', at: '' } as const;
    const file = { ...facts, size: bytes.length, ...over };
    helpdesk.files.add(file, bytes);
    return `/web/file?id=${file.id}`;
  }

  it('gives its bytes as what they are, to be run by nobody and kept by nobody', async () => {
    const path = add({ name: 'Bild äöü.png' });

    const { status, headers, ...response } = await fetched(path);

    expect([status, response.body.equals(SAMPLES.png)]).to.deep.equal([200, true]);
    expect(Object.fromEntries(headers)).to.include({
      'content-type': 'image/png',
      'content-length': String(SAMPLES.png.length),
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline; filename="Bild ___.png"; filename*=UTF-8\'\'Bild%20%C3%A4%C3%B6%C3%BC.png',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
  });

  it('lets a PDF only be saved', async () => {
    const path = add({ type: 'application/pdf', name: 'a.pdf' }, SAMPLES.pdf);

    const { headers } = await fetched(path);

    expect(headers.get('content-disposition')).to.match(/^attachment; filename="a\.pdf"/);
  });

  it('has no name that gets out of its header', async () => {
    const path = add({ name: 'a"; filename=b.exe\r\nX-Injected: 1\\%41\ud800.png' });

    const { headers } = await fetched(path);

    expect(headers.get('x-injected')).to.equal(null);
    expect(headers.get('content-disposition')).to.equal(
      'inline; filename="a_; filename=b.exe__X-Injected: 1__41_.png"; ' +
        "filename*=UTF-8''a%22%3B%20filename%3Db.exe%0D%0AX-Injected%3A%201%5C%2541_.png",
    );
  });

  it('comes piece by piece', async () => {
    const path = add({}, sampleOf('png', 5 * MB));

    const { body } = await fetched(path);

    expect([body.length, helpdesk.files.reads()]).to.deep.equal([5 * MB, 80]);
  });

  it('has its headers alone for HEAD, and reads nothing', async () => {
    const path = add({});

    const head = `HEAD ${path} HTTP/1.1\r\nHost: a\r\nCookie: ${visitor.cookie()}\r\nConnection: close\r\n\r\n`;
    const answer = await sendRaw(web.port, head);

    expect([statusOf(answer), helpdesk.files.reads()]).to.deep.equal([200, 0]);
    expect(answer).to.include(`Content-Length: ${SAMPLES.png.length}\r\n`);
  });

  it('is refused for a file of somebody else, as if there were none', async () => {
    const other = web.visitor();
    await other.open();
    const path = add({});

    const theirs = await other.get(path);
    const none = await other.get('/web/file?id=none');

    expect([theirs.status, none.status]).to.deep.equal([404, 404]);
    expect([...theirs.headers.keys()]).to.deep.equal([...none.headers.keys()]);
    expect(helpdesk.files.reads()).to.equal(0);
  });

  for (const [title, status, path, headers] of [
    ['nobody', 401, '/web/file?id=f1', { cookie: '' }],
    ['whoever says no id', 404, '/web/file', {}],
    ['an id that is none', 404, '/web/file?id=../../x', {}],
    ['an id that is far too long', 404, `/web/file?id=${'x'.repeat(500)}`, {}],
  ] as const) {
    it(`is refused with ${status} to ${title}`, async () => {
      add({});

      const response = await visitor.get(path, headers);

      expect(response.status).to.equal(status);
    });
  }

  async function fetched(path: string) {
    const response = await visitor.get(path);
    return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
  }
});
