import { expect } from 'chai';
import { hears, play, tells } from '../support/chat.ts';
import type { ChannelPost } from '../support/teamsDesk.ts';
import { type AtDesk, inChannel } from './atDesk.ts';
import { ANA, BEA, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

describe('working in the desk’s channel', () => {
  let world: DeskWorld;
  let ana: AtDesk;
  before(async () => {
    world = await startDeskWorld({ isInChannel: true, env: { DESK_PING: BEA.aadObjectId, HELPDESK_HOURS: 'always' } });
    ana = inChannel(world.channel, ANA, world.rows);
    await world.channel.says(BEA, 'cases');
  });
  after(() => world.stop());

  const sent = async () => {
    const chat = world.teams();
    const id = await arriveWithCase(chat);
    await ana.sees(id);
    const root = await world.channel.until(({ thread, text }) => thread === null && text.includes(id));
    return { chat, id, root };
  };
  const mentionedIn = ({ id }: ChannelPost): readonly string[] => {
    const call = world.connector.ledger.find((each) => each.id === id);
    return (call?.body.entities ?? []).map(
      ({ mentioned }: { mentioned: { id: string; aadObjectId?: string } }) => mentioned.aadObjectId ?? mentioned.id,
    );
  };

  it('mentions those on call when a case is new', async () => {
    const { root } = await sent();

    const rules = await world.channel.until(
      ({ thread, text }) => thread === root.id && text.includes('In this thread:'),
    );
    expect(mentionedIn(rules)).to.deep.equal([BEA.aadObjectId]);
  });

  it('gives a case to whoever is picked, and mentions them', async () => {
    const { id, root, chat } = await sent();
    await ana.taps(id, ['More…', 'Assign to…']);
    const form = world.channel.thread(root.id).findLast(({ title }) => title === 'Who takes it?');
    const offer = form?.offers.find(({ label }) => label === 'Assign');

    await world.channel.click(ANA, { ...offer?.data, who: BEA.aadObjectId }, { id: form?.id ?? '', root: root.id });

    const post = await world.channel.until(({ text }) => text.includes('Ana Beck gave it to Bea Lind'));
    expect(mentionedIn(post)).to.deep.equal([BEA.aadObjectId]);
    await play(chat, [hears('on its screen'), hears('Bea Lind took your case')]);
    expect((await world.rows.case(id)).claim?.by.name).to.equal('Bea Lind');
  });

  it('says of somebody whom nobody there knows that they aren’t known, and gives the case to nobody', async () => {
    const { id, root } = await sent();
    const stranger = world.someone('Nobody');

    await world.channel.click(
      ANA,
      { verb: 'desk-assign', card: id, case: id, who: stranger.aadObjectId },
      { id: root.id },
    );

    expect(world.channel.thread(root.id).at(-1)?.text).to.match(/^Nobody called “.*” was seen at the desk yet/);
    expect((await world.rows.case(id)).claim).to.equal(null);
  });

  it('leaves a card that somebody writes on alone, until they send it', async () => {
    const { id, root, chat } = await sent();
    await ana.taps(id, ['Reply…']);
    const form = world.channel.thread(root.id).findLast(({ title }) => title === 'Ana Beck is writing to Luis Ortega');
    const changesOf = (post: ChannelPost | undefined) =>
      world.connector.ledger.filter(({ operation, activity }) => operation === 'update' && activity === post?.id)
        .length;

    await inChannel(world.channel, BEA, world.rows).taps(id, ['Claim']);
    await play(chat, [hears('on its screen'), hears('Bea Lind took'), tells('It is black')]);
    await world.rows.quiet();
    expect(changesOf(form)).to.equal(0);
    if (form) await world.channel.taps(ANA, form, 'Send', { text: 'Please wait' });

    await play(chat, [hears('Ana Beck wrote', 'Please wait')]);
    expect(changesOf(form)).to.equal(1);
    // Whoever has it still has it.
    expect((await world.rows.case(id)).claim?.by.name).to.equal('Bea Lind');
  });

  it('mentions whoever has a case when the person says something', async () => {
    const { id, chat } = await sent();
    await ana.taps(id, ['Claim']);
    await play(chat, [hears('on its screen'), hears('Ana Beck took'), tells('It is *black* <b>again</b>')]);

    const post = await world.channel.until(({ text }) => text.includes('again'));

    expect(mentionedIn(post)).to.deep.equal([ANA.aadObjectId]);
    // A text with a mention is read as markup, and theirs isn’t meant as any.
    expect(post.text).to.include('It is \\*black\\* &lt;b&gt;again&lt;/b&gt;');
  });

  it('lists the open cases, the closed ones, one of them, and the figures', async () => {
    const { id, chat } = await sent();
    const answerTo = async (text: string) => {
      const before = world.channel.posts().length;
      await world.channel.says(ANA, text);
      return world.channel
        .posts()
        .slice(before)
        .find(({ title }) => title !== '');
    };

    const open = await answerTo('cases');
    expect(open?.title).to.equal('Open cases');
    expect(open?.offers.some(({ label }) => label.startsWith(id))).to.equal(true);
    expect((await answerTo(`case ${id}`))?.offers.map(({ label }) => label)).to.include('Claim');
    await chat.say('withdraw');
    expect((await answerTo('closed cases'))?.text)
      .to.include(id)
      .and.to.include('withdrew it');
    expect((await answerTo('stats'))?.text)
      .to.include('Where the cases are')
      .and.to.include('Waiting');
    expect((await answerTo('help'))?.title).to.equal('How the desk works');
  });

  it('asks which case is meant outside of any thread, and of a thread that isn’t a case’s', async () => {
    const { id } = await sent();
    const before = await world.rows.entries(id);
    for (const root of [undefined, '1699999999999']) {
      const seen = world.channel.posts().length;
      await world.channel.says(ANA, 'reply Hello', root);
      expect(world.channel.posts().slice(seen)[0]?.text).to.include('Which case is that about?');
    }

    expect(await world.rows.entries(id)).to.deep.equal(before);
  });
});
