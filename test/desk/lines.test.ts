import { expect } from 'chai';
import { hears, play, says, sees, tells } from '../support/chat.ts';
import type { TeamsChat } from '../support/teamsChat.ts';
import type { TeamsDesk } from '../support/teamsDesk.ts';
import { type AtDesk, inChannel } from './atDesk.ts';
import { ANA, BEA, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { NEXT_LINE, openNextLine } from './nextLine.ts';
import { arriveWithCase } from './toCase.ts';

const NOT_HERE = 'There is no such case here.';

describe('a case that goes to the next line', () => {
  let world: DeskWorld;
  let next: TeamsDesk;
  let chat: TeamsChat;
  let id: string;
  let [ana, bea]: readonly [AtDesk | null, AtDesk | null] = [null, null];
  before(async () => {
    world = await startDeskWorld({ isInChannel: true, env: { ...NEXT_LINE, HELPDESK_HOURS: 'always' } });
    next = await openNextLine(world);
    [ana, bea] = [inChannel(world.channel, ANA, world.rows), inChannel(next, BEA, world.rows)];
    chat = world.teams();
    id = await arriveWithCase(chat);
    await ana.sees(id);
    await ana.taps(id, ['Claim']);
    await play(chat, [hears('on its screen'), hears('Ana Beck took'), tells('The room is 555')]);
    await ana.types(id, 'reply Did you try the wizard?');
    await ana.types(id, 'the proxy is broken');
    await play(chat, [hears('Did you try the wizard?')]);
    await world.rows.quiet();
  });
  after(() => world.stop());

  const rootIn = (desk: TeamsDesk) => desk.until(({ thread, text }) => thread === null && text.includes(id));

  it('is nobody’s to see there before', async () => {
    await world.rows.quiet();
    const before = await world.rows.all();
    await next.says(BEA, `case ${id}`);
    await next.click(BEA, { verb: 'desk-reply', card: id, case: id, text: 'Hello' }, { id: '1' });

    expect(next.posts().map(({ text }) => text)).to.deep.equal([NOT_HERE, NOT_HERE]);
    await world.rows.quiet();
    expect(await world.rows.all()).to.deep.equal(before);
  });

  it('is there with everything, and the person is told who has it', async () => {
    await ana?.taps(id, ['More…', 'Escalate…', 'Hand it over']);

    const root = await rootIn(next);
    expect(root.text).to.include('Luis Ortega').and.to.include('Waiting since').and.to.include('the next one');
    await play(chat, [hears('Another team has your case now', 'You are talking to: the bot'), hears('on its screen')]);
    expect(await world.rows.case(id)).to.include({ line: 'next', status: 'waiting', claim: null });
    const old = await world.channel.until(({ text }) =>
      text.includes('Another line of the helpdesk has this case now'),
    );
    expect(old.offers).to.deep.equal([]);
    await world.channel.until(({ text }) => text.includes('Ana Beck handed it to the next line’s desk'));
  });

  it('has in its thread there, once and in order, how to answer, and what was said, written and done before', async () => {
    await world.rows.quiet();
    const [first = '', ...others] = next.thread((await rootIn(next)).id).map(({ text }) => text);

    expect(others).to.deep.equal([]);
    expect(first).to.match(
      new RegExp(
        [
          '^In this thread: .+What has happened so far:',
          'Luis Ortega sent it.',
          'Ana Beck has it now.',
          'Luis Ortega: The room is 555',
          'Ana Beck to Luis Ortega: Did you try the wizard\\?',
          'Note by Ana Beck, not sent to anybody: the proxy is broken',
          'Ana Beck handed it to the next line’s desk, with everything that is on it.$',
        ].join('.+'),
        's',
      ),
    );
    expect(first.match(/555/g)).to.have.length(1);
  });

  it('is no business of the first line’s any more', async () => {
    await world.rows.quiet();
    const before = await world.rows.all();
    const { id: root } = await rootIn(world.channel);
    const seen = world.channel.thread(root).length;

    await world.channel.says(ANA, 'reply Hello', root);
    await world.channel.says(ANA, 'a note', root);
    await world.channel.click(ANA, { verb: 'desk-claim', card: id, case: id }, { id: root });
    await world.channel.click(ANA, { verb: 'desk-form', form: 'reply', card: id, case: id }, { id: root });

    expect(
      world.channel
        .thread(root)
        .slice(seen)
        .map(({ text }) => text),
    ).to.deep.equal(Array(4).fill(NOT_HERE));
    await world.rows.quiet();
    expect(await world.rows.all()).to.deep.equal(before);
  });

  it('is answered from there', async () => {
    await bea?.taps(id, ['Claim']);
    await play(chat, [hears('Bea Lind took'), tells('Hello Bea')]);

    await bea?.types(id, 'reply Hello Luis');

    await play(chat, [hears('Bea Lind wrote', 'Hello Luis')]);
    const { id: root } = await rootIn(next);
    await next.until(({ thread, text }) => thread === root && text.includes('Luis Ortega: Hello Bea'));
    expect(
      world.channel
        .posts()
        .map(({ text }) => text)
        .join('\n'),
    ).to.not.include('Hello Bea');
  });

  it('can’t be handed on once more, and cases of the first line aren’t the next one’s', async () => {
    await next.click(BEA, { verb: 'desk-escalate', card: id, case: id }, { id: (await rootIn(next)).id });
    await next.until(({ text }) => text === 'There is no other line of the helpdesk to hand it to.');

    const other = world.teams();
    const first = await arriveWithCase(other);
    await ana?.sees(first);
    const seen = next.posts().length;
    await next.click(BEA, { verb: 'desk-claim', card: first, case: first }, { id: '1' });

    expect(
      next
        .posts()
        .slice(seen)
        .map(({ text }) => text),
    ).to.deep.equal([NOT_HERE]);
    expect((await world.rows.case(first)).status).to.equal('waiting');
    await play(other, [hears('on its screen'), says('my requests'), sees(first)]);
  });

  it('is on the page of the desk with those of the first line, and no link of that line’s opens it', async () => {
    const cem = await world.agent('Cem');
    const link = await world.rows.linkTo(id, world.clock.now());

    const opened = await fetch(`${world.bot.origin()}/desk/open`, {
      method: 'POST',
      headers: { origin: world.bot.origin(), 'content-type': 'application/json' },
      body: JSON.stringify({ link, name: 'Dora' }),
    });

    expect((await cem.list()).map((each) => each.id)).to.include(id);
    expect([opened.status, opened.headers.get('set-cookie')]).to.deep.equal([410, null]);
  });
});
