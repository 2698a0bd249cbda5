import { expect } from 'chai';
import { clicks, hears, newest, play, says, sees } from '../support/chat.ts';
import type { DeskAgent } from '../support/deskAgent.ts';
import { SAMPLES, sampleOf } from '../support/httpFiles.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { freePort } from './freePort.ts';
import { arriveWithCase, caseIdOn } from './toCase.ts';

const MEGABYTES = 1024 * 1024;
const HOURS = 60 * 60 * 1000;
const TEXT = Buffer.from('just words');

describe('files that go with a case', () => {
  let world: DeskWorld;
  let ana: DeskAgent;
  before(async () => {
    world = await startDeskWorld();
    ana = await world.agent('Ana');
  });
  after(() => world.stop());

  const claim = (id: string) => ana.click({ verb: 'desk-claim', card: id, case: id }, id);
  /** The files in the trail of a case, as the page of the desk has them. */
  const filesOf = async (id: string) => ((await ana.show(id))?.trail ?? []).flatMap(({ file }) => file ?? []);

  describe('from the web page', () => {
    it('are on it at once, with a tick, and the desk gets what was sent', async () => {
      const chat = world.web();
      const id = await arriveWithCase(chat);

      expect(await chat.attach('screen.png', SAMPLES.png)).to.equal(204);
      await chat.answered();

      expect([chat.ticks(), chat.answers()]).to.deep.equal([1, 0]);
      expect((await world.rows.case(id)).files).to.deep.equal(['screen.png']);
      const [file] = await filesOf(id);
      expect(file).to.include({ name: 'screen.png', type: 'image/png', size: SAMPLES.png.length });
      expect((await ana.card(id)).text).to.include('1 (screen.png)');
    });

    it('go along with Send when they were sent before', async () => {
      const chat = world.web();
      await chat.arrive();
      await chat.attach('early.pdf', SAMPLES.pdf);
      await chat.answered();
      await play(chat, [says('agent')]);
      await chat.attach('late.webp', SAMPLES.webp);
      await chat.answered();
      await play(chat, [sees('goes along'), clicks('Send'), sees('Your case is with the helpdesk')]);

      expect((await world.rows.case(caseIdOn(chat))).files).to.deep.equal(['early.pdf', 'late.webp']);
      await play(chat, [says('withdraw'), says('agent'), clicks('Send')]);
      expect((await world.rows.case(caseIdOn(chat))).files).to.deep.equal([]);
    });

    it('go to the agent without a word of the bot’s, once one has it', async () => {
      const chat = world.web();
      const id = await arriveWithCase(chat);
      await claim(id);
      await play(chat, [hears('Ana took')]);

      expect(await chat.attach('screen.gif', SAMPLES.gif)).to.equal(204);
      await play(chat, [says('my requests'), sees('My requests')]);

      expect(chat.ticks()).to.equal(0);
      expect((await filesOf(id)).map(({ name }) => name)).to.deep.equal(['screen.gif']);
    });

    for (const [what, bytes, status] of [
      ['words', TEXT, 415],
      ['nothing', Buffer.alloc(0), 415],
      ['more than 10 MB', sampleOf('png', 10 * MEGABYTES + 1), 413],
    ] as const) {
      it(`are refused when they are ${what}`, async () => {
        const chat = world.web();
        const id = await arriveWithCase(chat);

        expect(await chat.attach('screen.png', bytes)).to.equal(status);

        expect((await world.rows.case(id)).files).to.deep.equal([]);
      });
    }
  });

  describe('from the desk', () => {
    it('reach a guest, who alone can open them', async () => {
      const chat = world.web();
      const id = await arriveWithCase(chat);
      await claim(id);
      await ana.attaches(id, 'how to.png', SAMPLES.png);
      await play(chat, [hears('Ana took'), hears('Ana sent you a file', 'how to.png')]);
      const [file] = chat.files();
      const stranger = world.web();
      await stranger.arrive();

      const [own, foreign] = await Promise.all(
        [chat, stranger].map((each) => each.visitor().get(`/web/file?id=${file}`)),
      );

      expect(own?.status).to.equal(200);
      expect(Buffer.from(await (own?.arrayBuffer() ?? new ArrayBuffer(0)))).to.deep.equal(SAMPLES.png);
      expect(own?.headers.get('x-content-type-options')).to.equal('nosniff');
      expect(foreign?.status).to.equal(404);
      await foreign?.arrayBuffer();
    });

    describe('reach somebody in Teams by a link, where there is a public address,', () => {
      let shared: DeskWorld;
      let publicUrl: string;
      before(async () => {
        const port = await freePort();
        publicUrl = `http://127.0.0.1:${port}`;
        shared = await startDeskWorld({ env: { PORT: String(port), PUBLIC_URL: publicUrl } });
      });
      after(() => shared.stop());

      /** Sends a file to somebody: the link that they get. */
      const linkTo = async (name: string, bytes: Buffer): Promise<string> => {
        const chat = shared.teams();
        const id = await arriveWithCase(chat);
        await (await shared.agent('Ana')).attaches(id, name, bytes);
        await play(chat, [hears('Ana took'), hears('Ana sent you a file', name)]);
        return newest(chat).links[0] ?? '';
      };

      it('that is good for that file alone, and for eight hours', async () => {
        const link = await linkTo('how to.png', SAMPLES.png);

        const [good, changed] = await Promise.all([fetch(link), fetch(`${link.slice(0, -2)}__`)]);

        expect(link.startsWith(`${publicUrl}/files/shared?s=`)).to.equal(true);
        expect(Buffer.from(await good.arrayBuffer())).to.deep.equal(SAMPLES.png);
        expect(changed.status).to.equal(404);
        expect(await changed.text()).to.include('This link doesn’t open a file');
        expect(changed.headers.get('cache-control')).to.equal('no-store');
        shared.clock.pass(8 * HOURS);
        const over = await fetch(link);
        expect([over.status, over.headers.get('content-type')]).to.deep.equal([404, 'text/html; charset=utf-8']);
        expect(await over.text()).to.include('Links to files are good for 8 hours');
      });

      for (const [name, bytes, type, kind] of [
        ['a.png', SAMPLES.png, 'image/png', 'inline'],
        ['a.pdf', SAMPLES.pdf, 'application/pdf', 'attachment'],
      ] as const) {
        it(`to be run by nobody and kept by nobody: ${name} is ${kind}`, async () => {
          const response = await fetch(await linkTo(name, bytes));

          expect(Buffer.from(await response.arrayBuffer())).to.deep.equal(bytes);
          expect(Object.fromEntries(response.headers)).to.include({
            'content-type': type,
            'content-length': String(bytes.length),
            'x-content-type-options': 'nosniff',
            'content-disposition': `${kind}; filename="${name}"; filename*=UTF-8''${name}`,
            'content-security-policy': "sandbox; default-src 'none'",
            'cross-origin-resource-policy': 'same-origin',
            'cache-control': 'private, no-store',
          });
        });
      }
    });
  });
});

describe('a file of a person’s, in the desk’s channel', () => {
  const publicAddress = async () => {
    const port = await freePort();
    return { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
  };

  for (const { what, env, said, onCard } of [
    {
      what: 'no page and no public address',
      env: async () => ({ DESK_PAGE: 'off' }),
      said: 'Files can’t be opened here: whoever runs Unstuck has to set PUBLIC_URL.',
      onCard: /go with it\.\nNothing was tried yet/,
    },
    {
      what: 'links to cases',
      env: async () => ({ DESK_PAGE: 'off', ...(await publicAddress()) }),
      said: 'The case page shows it.',
      onCard: /and can be attached, on the case page\./,
    },
    {
      what: 'the desk’s page',
      env: async () => ({}),
      said: 'The desk’s page shows it.',
      onCard: /and can be attached, on the desk’s page\./,
    },
  ]) {
    it(`is told with where it can be seen, which the card says, too: with ${what}`, async () => {
      const world = await startDeskWorld({ isInChannel: true, env: await env() });
      const chat = world.web();
      const id = await arriveWithCase(chat);

      await chat.attach('screen.png', SAMPLES.png);
      const post = await world.channel.until(({ text }) => text.includes('sent a file: screen.png'));
      const card = await world.channel.until(({ thread, text }) => thread === null && text.includes('1 (screen.png)'));
      await world.stop();

      expect(post.text.endsWith(`screen.png. ${said}`)).to.equal(true);
      expect(card.text).to.include(id).and.to.match(onCard);
    });
  }
});
