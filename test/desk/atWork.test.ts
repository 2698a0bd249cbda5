import { expect } from 'chai';
import { hears, play, tells } from '../support/chat.ts';
import { postActivity } from '../support/postActivity.ts';
import { person, TENANT, type TeamsPerson, teamsActivities } from '../support/teamsActivity.ts';
import type { ChannelPost } from '../support/teamsDesk.ts';
import { type AtDesk, inChannel } from './atDesk.ts';
import { ANA, BEA, CHANNEL, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

/** What can be chosen on cards of the desk's page. */
function choicesIn(cards: readonly object[]): readonly { readonly title: string; readonly value: string }[] {
  const elements = cards.flatMap((card) => ('body' in card ? (card.body as Record<string, unknown>[]) : []));
  return elements.flatMap((each) => (each['choices'] ?? []) as { title: string; value: string }[]);
}

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

  it('mentions those on call when a case is new, and says first which one it is', async () => {
    const { id, root } = await sent();

    const rules = await world.channel.until(
      ({ thread, text }) => thread === root.id && text.includes('In this thread:'),
    );
    expect(mentionedIn(rules)).to.deep.equal([BEA.aadObjectId]);
    expect(world.channel.thread(root.id)[0]?.id).to.equal(rules.id);
    // Bea was seen at the desk, so the bot has her name.
    expect(rules.text).to.match(new RegExp(`^<at>Bea Lind</at> ${id} from Luis Ortega: [^\\n]+\n\nIn this thread:`));
  });

  /** The card on which Ana picks who takes the case. */
  const picking = async (id: string, root: ChannelPost) => {
    await ana.taps(id, ['More…', 'Assign to…']);
    const form = world.channel.thread(root.id).findLast(({ title }) => title === 'Who takes it?');
    expect(form, 'the card on which to pick').to.not.equal(undefined);
    return form as ChannelPost;
  };
  const picks = async (form: ChannelPost, who: string) => {
    const offer = form.offers.find(({ label }) => label === 'Assign');
    await world.channel.click(ANA, { ...offer?.data, who }, { id: form.id, root: form.thread ?? '' });
  };

  it('gives a case to whoever is picked, and mentions them', async () => {
    const { id, root, chat } = await sent();

    await picks(await picking(id, root), BEA.aadObjectId);

    const post = await world.channel.until(({ text }) => text.includes('Ana Beck gave it to Bea Lind'));
    expect(mentionedIn(post)).to.deep.equal([BEA.aadObjectId]);
    await play(chat, [hears('on its screen'), hears('Bea Lind took your case')]);
    expect((await world.rows.case(id)).claim?.by.name).to.equal('Bea Lind');
  });

  it('has the picker of Teams, and gives a case to a member of the team whom nobody has seen at the desk', async () => {
    const { id, root } = await sent();
    const kim = world.someone('Kim Osei');
    world.connector.addMember(CHANNEL, kim);

    const form = await picking(id, root);
    const drawn = world.connector.ledger.find((call) => call.id === form.id)?.body;
    await picks(form, kim.aadObjectId);

    expect(JSON.stringify(drawn)).to.include('"dataset":"graph.microsoft.com/users?scope=currentContext"');
    await world.channel.until(({ text, thread }) => thread === root.id && text.includes('gave it to Kim Osei'));
    expect((await world.rows.case(id)).claim?.by).to.deep.equal({
      id: `teams:${TENANT}:${kim.aadObjectId}`,
      name: 'Kim Osei',
      via: 'desk',
    });
  });

  it('offers at the page whoever was seen at the desk, and gives the case to whom is chosen', async () => {
    const { id } = await sent();
    const dan = await world.agent('Dan');

    await dan.taps(id, 'More…');
    const { cards } = await dan.taps(id, 'Assign to…');
    const choices = choicesIn(cards);
    await dan.taps(id, 'Assign', { who: choices.find(({ title }) => title === 'Bea Lind')?.value ?? '' });

    expect(choices.map(({ title }) => title)).to.include.members(['Ana Beck', 'Bea Lind']);
    expect((await world.rows.case(id)).claim?.by).to.deep.equal({
      id: `teams:${TENANT}:${BEA.aadObjectId}`,
      name: 'Bea Lind',
      via: 'desk',
    });
  });

  it('says of somebody whom nobody there knows that they aren’t known, and gives the case to nobody', async () => {
    const { id, root } = await sent();
    const stranger = world.someone('Nobody');

    await world.channel.click(
      ANA,
      { verb: 'desk-assign', card: id, case: id, who: stranger.aadObjectId },
      { id: root.id },
    );

    expect(world.channel.thread(root.id).at(-1)?.text).to.match(/^That account can’t take cases/);
    expect((await world.rows.case(id)).claim).to.equal(null);
  });

  it('keeps as a note what only begins like a command, and says of an “assign” that names nobody that it wasn’t kept', async () => {
    const { id, root } = await sent();
    const notes = async () =>
      (await world.rows.entries(id)).flatMap(({ event }) => (event.kind === 'note' ? [event.text] : []));

    await ana.types(id, `case ${id} looks like DNS, same as last week`);
    expect(await notes()).to.deep.equal([`case ${id} looks like DNS, same as last week`]);
    await ana.types(id, 'assign a licence to the user, that was it');

    const said = world.channel.thread(root.id).at(-1)?.text;
    expect(said).to.include('and this wasn’t kept. If it is a note, begin with another word');
    expect(await notes()).to.have.length(1);
  });

  /** Types `assign` in the thread and mentions these, as Teams names them. */
  const assigns = async (root: ChannelPost, who: readonly Partial<TeamsPerson>[], words = 'assign') => {
    const mentions = who.map((mentioned) => ({ type: 'mention', mentioned, text: `<at>${mentioned.name}</at>` }));
    const { entities, ...activity } = teamsActivities(world.connector.serviceUrl, ANA).says('', {
      channel: CHANNEL,
      root: root.id,
    });
    const status = await postActivity(world.bot.origin(), {
      ...activity,
      text: ['<at>Unstuck</at>', words, ...mentions.map(({ text }) => text)].join(' '),
      entities: [...(entities as object[]), ...mentions],
    });
    expect(status).to.equal(200);
  };

  for (const words of ['assign', 'Assign to', 'assign this to']) {
    it(`gives a case to whoever is mentioned, though nobody has met them: ${words}`, async () => {
      const { id, root, chat } = await sent();
      const kim = world.someone('Kim Osei');

      await assigns(root, [kim], words);

      const post = await world.channel.until(
        ({ text, thread }) => thread === root.id && text.includes('Ana Beck gave it to Kim Osei'),
      );
      expect(mentionedIn(post)).to.deep.equal([kim.aadObjectId]);
      await play(chat, [hears('on its screen'), hears('Kim Osei took your case')]);
      expect((await world.rows.case(id)).claim?.by).to.deep.equal({
        id: `teams:${TENANT}:${kim.aadObjectId}`,
        name: 'Kim Osei',
        via: 'desk',
      });
    });
  }

  it('gives it to the member of the team whom a mention is of that says an id of the channel alone', async () => {
    const { id, root } = await sent();
    const kim = world.someone('Kim Osei');
    world.connector.addMember(CHANNEL, kim);

    await assigns(root, [{ id: kim.id, name: 'Kim' }]);

    await world.channel.until(({ text, thread }) => thread === root.id && text.includes('gave it to Kim Osei'));
    expect((await world.rows.case(id)).claim?.by.id).to.equal(`teams:${TENANT}:${kim.aadObjectId}`);
  });

  it('leaves a colleague the name by which they are known, where a mention says less', async () => {
    const { id, root } = await sent();

    await assigns(root, [{ ...BEA, name: 'Bea' }]);

    await world.channel.until(({ text, thread }) => thread === root.id && text.includes('gave it to Bea Lind'));
    expect((await world.rows.case(id)).claim?.by.name).to.equal('Bea Lind');
  });

  for (const [what, who] of [
    ['nobody', []],
    ['two colleagues', [person('kim', 'Kim'), person('lee', 'Lee')]],
    ['somebody who can’t be found', [{ id: '29:1gone-Zk3', name: 'Kim' }]],
    ['the channel', [{ id: CHANNEL, name: 'Helpdesk' }]],
  ] as const) {
    it(`says what to do where ${what} is mentioned, and keeps no note of it`, async () => {
      const { id, root } = await sent();
      const before = await world.rows.entries(id);

      await assigns(root, who);

      expect(world.channel.thread(root.id).at(-1)?.text).to.match(/^I can’t tell whom you mean/);
      expect(await world.rows.entries(id)).to.deep.equal(before);
    });
  }

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
