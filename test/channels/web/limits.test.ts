import { expect } from 'chai';
import { createAddressLimit } from '../../../src/channels/addressLimit.ts';
import type { WebRefusal } from '../../../src/channels/web/refuse.ts';
import { AppError } from '../../../src/errors.ts';
import { startWeb } from '../../support/httpWeb.ts';

describe('createAddressLimit', () => {
  let now = 0;
  beforeEach(() => {
    now = 1_000_000;
  });

  it('lets an office of 200 come at once, and then 40 requests a second', () => {
    const limit = createAddressLimit(() => new Date(now));
    const waits = (count: number) => Array.from({ length: count }, () => limit.take('192.0.2.1'));

    const atOnce = waits(240);
    const tooMany = waits(1);
    now += 1_000;
    const later = waits(41);

    expect(atOnce.every((wait) => wait === 0)).to.equal(true);
    expect(tooMany).to.deep.equal([1]);
    expect([later.slice(0, 40).every((wait) => wait === 0), later[40]]).to.deep.equal([true, 1]);
  });

  it('counts a household’s IPv6 addresses as one, and others apart', () => {
    const limit = createAddressLimit(() => new Date(now));
    for (let nth = 0; nth < 240; nth++) limit.take(`2001:db8:1:2::${nth.toString(16)}`);

    const waits = [limit.take('2001:db8:1:2:ffff::1'), limit.take('2001:db8:1:3::1'), limit.take('192.0.2.1')];

    expect(waits).to.deep.equal([1, 0, 0]);
  });
});

describe('the web channel under a flood', () => {
  it('refuses what is over the limit before it looks at anything, and lets in again later', async () => {
    let looked = 0;
    const sessions = {
      create: async () => undefined,
      exists: async () => {
        looked += 1;
        return false;
      },
      use: async () => undefined,
    };
    const refused: WebRefusal[] = [];
    const web = await startWeb({ sessions, onRefusal: (why) => void refused.push(why) });
    const visitor = web.visitor();
    const cookie = `unstuck=${'A'.repeat(22)}`;

    const statuses: number[] = [];
    for (let nth = 0; nth < 240; nth++) statuses.push((await visitor.send({ id: '1', text: 'x' }, { cookie })).status);
    const lookedBefore = looked;
    const [sent, opened, events] = [
      await visitor.send({ id: '1', text: 'x' }, { cookie }),
      await visitor.open({ cookie }),
      await fetch(`${web.origin}/web/events`, { headers: { cookie } }),
    ];
    web.clock.pass(1_000);
    const later = await visitor.send({ id: '1', text: 'x' }, { cookie });
    await web.close();

    expect(new Set(statuses)).to.deep.equal(new Set([401]));
    expect([sent, opened, events].map(({ status }) => status)).to.deep.equal([429, 429, 429]);
    expect([sent, opened, events].map(({ headers }) => headers.get('retry-after'))).to.deep.equal(['1', '1', '1']);
    expect([lookedBefore, looked, later.status]).to.deep.equal([240, 241, 401]);
    expect(refused.filter((why) => why === 'address-too-fast')).to.have.lengthOf(3);
    expect(web.logged.length).to.be.below(30);
  });

  it('tells a person whose turns come too fast when to send again', async () => {
    const logic = () => Promise.reject(new AppError('too-fast', 'too fast'));
    const web = await startWeb({ logic });
    const visitor = web.visitor();
    await visitor.open();

    const response = await visitor.says('1', 'hi');
    await web.close();

    expect([response.status, response.headers.get('retry-after')]).to.deep.equal([429, '5']);
  });

  it('has a message sent again whose turn takes too long, unless it is kept already', async () => {
    let end: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    const web = await startWeb({
      answerWithin: 20,
      logic: async ({ activity }, taken) => {
        if (activity.type !== 'message') return;
        if (activity.text === 'kept') taken();
        await held;
      },
    });
    const visitor = web.visitor();
    await visitor.open();

    const slow = await visitor.says('1', 'slow');
    const kept = await visitor.says('2', 'kept');
    end();
    await web.close();

    expect([slow.status, slow.headers.get('retry-after'), kept.status]).to.deep.equal([503, '3', 204]);
  });

  it('has a message sent again whose session takes too long to find', async () => {
    let end: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    const said: string[] = [];
    const web = await startWeb({
      answerWithin: 20,
      sessions: { create: async () => undefined, exists: () => held.then(() => true), use: async () => undefined },
      logic: async ({ activity }) => void said.push(activity.id ?? ''),
    });

    const slow = await web.visitor().send({ id: '1', text: 'hi' }, { cookie: `unstuck=${'A'.repeat(22)}` });
    const saidMeanwhile = [...said];
    end();
    await new Promise(setImmediate);
    await web.close();

    expect([slow.status, slow.headers.get('retry-after')]).to.deep.equal([503, '3']);
    expect([saidMeanwhile, said]).to.deep.equal([[], ['1']]);
  });

  it('logs what becomes of a message that nobody waits for any more', async () => {
    let fail: (error: Error) => void = () => undefined;
    const held = new Promise<boolean>((_, reject) => {
      fail = reject;
    });
    const sessions = { create: async () => undefined, exists: () => held, use: async () => undefined };
    const web = await startWeb({ answerWithin: 20, sessions });
    await web.visitor().send({ id: '1', text: 'hi' }, { cookie: `unstuck=${'A'.repeat(22)}` });

    fail(new Error('text of a person'));
    await new Promise(setImmediate);
    await web.close();

    expect(web.logged.join()).to.include('a slow message failed').and.not.include('text of a person');
  });
});
