import { expect } from 'chai';
import { type DeskAgent, signInAtDesk } from '../support/deskAgent.ts';
import { SAMPLES } from '../support/httpFiles.ts';
import type { TeamsDesk } from '../support/teamsDesk.ts';
import { inChannel } from './atDesk.ts';
import {
  type CaseClick,
  DESK_CLICKS,
  DESK_WORDS,
  LATER_CLICKS,
  LIST_CLICKS,
  LOOKS,
  OWN_LIST_CLICKS,
  PERSON_CLICKS,
} from './deskActions.ts';
import { clickOn, type Intruder, type Scene, setScene, speaking } from './deskIntruders.ts';
import { ANA, BEA, CHANNEL } from './deskWorld.ts';
import { inTenant } from './inTenant.ts';
import { NEXT, NEXT_LINE, openNextLine } from './nextLine.ts';
import { arriveWithCase } from './toCase.ts';

const NOT_HERE = 'There is no such case here.';
const OLD_CARD =
  'That button is from an earlier version, so nothing was done. The case’s own card has the ones that work.';
const ONLY_THIS = 'Your link opens this case alone.';

const PATIENCE = 60_000;

const OF_A_CASE = [...DESK_CLICKS, ...LATER_CLICKS, ...LOOKS];
const OF_PEOPLE = [...PERSON_CLICKS, ...OWN_LIST_CLICKS];

/** Words about the case in whose thread they are typed. */
const ABOUT_IT = DESK_WORDS.filter((words) => words !== 'stats' && words !== 'cases');
const LISTS = ['cases', 'closed cases', 'stats'];

const WORDS_OF_MARA = 'The door to the room is stuck';

/** Somebody who does something with the cases of a line that isn’t theirs. */
interface Try {
  readonly who: string;
  readonly what: string;
  readonly attempt: () => Promise<string>;
  /** What they are told; null for whatever is plain. */
  readonly says: string | null;
}

describe('a case of another line', () => {
  let scene: Scene;
  let next: TeamsDesk;
  /** Luis’s and a guest’s are with the first line; Mara’s is with the next one, where Bea has it. */
  let handed: string;
  let roots: { readonly first: string; readonly own: string; readonly next: string };
  /** Opened while Mara’s case was with the first line, and since it is with the next. */
  let formerly: DeskAgent;
  let nextOnes: DeskAgent;
  let secrets: Readonly<Record<'first' | 'next', readonly string[]>>;
  before(async () => {
    scene = await setScene(NEXT_LINE);
    const { world, own, words } = scene;
    next = await openNextLine(world);
    handed = await arriveWithCase(world.teams(world.someone('Mara')), [], WORDS_OF_MARA);
    const [ana, bea] = [inChannel(world.channel, ANA, world.rows), inChannel(next, BEA, world.rows)];
    await ana.sees(handed);
    const link = await world.rows.linkTo(handed, world.clock.now(), 'first');
    formerly = await signInAtDesk(world.bot.origin, { link }, 'Ana Beck');
    await ana.taps(handed, ['Claim']);
    await ana.taps(handed, ['More…', 'Escalate…', 'Hand it over']);
    await bea.sees(handed);
    await bea.taps(handed, ['Claim']);
    const nextLink = await world.rows.linkTo(handed, world.clock.now(), 'next');
    nextOnes = await signInAtDesk(world.bot.origin, { link: nextLink }, 'Bea Lind');
    await world.rows.quiet();
    const rootIn = async (desk: TeamsDesk, id: string) =>
      (await desk.until(({ thread, text }) => thread === null && text.includes(id))).id;
    roots = {
      first: await rootIn(world.channel, handed),
      own: await rootIn(world.channel, own),
      next: await rootIn(next, handed),
    };
    secrets = { first: Object.entries(words).flat(), next: [handed, WORDS_OF_MARA] };
  });
  after(() => scene.world.stop());

  const clicksOn = (intruder: Intruder, id: string, tried: readonly CaseClick[], says: string | null): readonly Try[] =>
    tried.map((each) => ({
      ...{ who: intruder.who, what: `${each.what} on ${id}`, says },
      attempt: () => intruder.clicks(clickOn(id, each)),
    }));
  const typing = (intruder: Intruder, words: readonly string[], says: string | null): readonly Try[] =>
    words.map((text) => ({
      ...{ who: intruder.who, what: `“${text}”`, says },
      attempt: async () => (await intruder.types?.(text)) ?? '',
    }));
  /** All that can be clicked at the desk, about that case. */
  const all = (intruder: Intruder, id: string): readonly Try[] => [
    ...clicksOn(intruder, id, OF_A_CASE, NOT_HERE),
    ...clicksOn(intruder, id, OF_PEOPLE, OLD_CARD),
    ...clicksOn(intruder, id, LIST_CLICKS, null),
  ];
  const byLink = (agent: DeskAgent, who: string, beside: string | null): Intruder => ({
    who,
    clicks: async (value) => {
      const { status, answer } = await agent.tries({ case: beside, value });
      return answer?.said ?? String(status);
    },
    types: async (text) => {
      const { status, answer } = await agent.tries({ case: beside, text });
      return answer?.said ?? String(status);
    },
  });

  /** What has become different, was told, or was answered otherwise than the table says. */
  const faultsOf = async (tries: readonly Try[], hidden: readonly string[]): Promise<readonly string[]> => {
    const faults: string[] = [];
    for (const { who, what, attempt, says } of tries) {
      let said = '';
      const fault = await scene.faultOf(
        `${who}, ${what}`,
        async () => {
          said = await attempt();
          return said;
        },
        hidden,
      );
      if (fault !== null) faults.push(fault);
      else if (says !== null && said !== says) faults.push(`${who}, ${what}: was answered with ${said}`);
    }
    return faults;
  };

  it('is no business of the first line’s, in whichever thread of their channel', async function () {
    this.timeout(PATIENCE);
    const { world } = scene;
    const inOldThread = speaking(world, ANA, { where: { channel: CHANNEL, root: roots.first } });
    const inOwnThread = speaking(world, ANA, { where: { channel: CHANNEL, root: roots.own } });

    const faults = await faultsOf(
      [
        ...all({ ...inOldThread, who: 'Ana in its old thread' }, handed),
        ...typing(inOldThread, [...ABOUT_IT, `case ${handed}`], NOT_HERE),
        ...typing(inOldThread, LISTS, null),
        ...all({ ...inOwnThread, who: 'Ana in the thread of another case' }, handed),
        ...typing(inOwnThread, [`case ${handed}`], NOT_HERE),
      ],
      secrets.next,
    );

    expect(faults).to.deep.equal([]);
  });

  it('is no business of the next line’s while the first has it, whoever speaks there', async function () {
    this.timeout(PATIENCE);
    const { world, own, others } = scene;
    const where = { channel: NEXT, root: roots.next };
    // She has Luis’s case, but speaks for whichever line she is among.
    const [bea, ana] = [speaking(world, BEA, { where }), speaking(world, ANA, { where })];

    const faults = await faultsOf(
      [
        ...all(bea, own),
        ...all(bea, others),
        ...typing(bea, [`case ${own}`], NOT_HERE),
        ...typing(bea, LISTS, null),
        ...all({ ...ana, who: 'Ana in the next line’s channel' }, own),
      ],
      secrets.first,
    );

    expect(faults).to.deep.equal([]);
  });

  it('is nobody’s outside of both lines’ channels, be it with the first or the next', async function () {
    this.timeout(PATIENCE);
    const { world, own, inTeams, guest } = scene;
    const where = { channel: NEXT, root: roots.next };
    const abroad: Intruder = {
      ...speaking(world, BEA, { where, change: inTenant }),
      who: 'somebody with Bea’s ids in another tenant’s channel with the id of the next line’s',
    };
    const tries = (who: Intruder, id: string) => [
      ...clicksOn(who, id, [...OF_A_CASE, ...LIST_CLICKS, ...OF_PEOPLE], null),
      ...(who.types ? typing(who, [...DESK_WORDS, `case ${id}`, id], null) : []),
    ];

    const ofNext = [...inTeams, guest, abroad].flatMap((who) => tries(who, handed));
    const faults = [...(await faultsOf(ofNext, secrets.next)), ...(await faultsOf(tries(abroad, own), secrets.first))];

    expect(faults).to.deep.equal([]);
  });

  it('isn’t opened by a link of the other line’s, nor worked on by one that was opened before it was handed on', async function () {
    this.timeout(PATIENCE);
    const { own, world } = scene;
    const before = byLink(formerly, 'Ana by a link of before', handed);
    const beside = byLink(formerly, 'Ana by a link, beside nothing', null);
    const nexts = byLink(nextOnes, 'Bea by a link of the next line’s', own);

    const faults = await faultsOf(
      [
        ...clicksOn(before, handed, OF_A_CASE, NOT_HERE),
        ...clicksOn(before, handed, OF_PEOPLE, OLD_CARD),
        ...clicksOn(before, handed, LIST_CLICKS, ONLY_THIS),
        ...typing(before, [...ABOUT_IT, `case ${handed}`], NOT_HERE),
        ...typing(before, LISTS, ONLY_THIS),
        ...clicksOn(beside, handed, [...OF_A_CASE, ...OF_PEOPLE, ...LIST_CLICKS], '404'),
        ...typing(beside, [...DESK_WORDS, `case ${handed}`], '404'),
        ...clicksOn(nexts, own, [...OF_A_CASE, ...OF_PEOPLE, ...LIST_CLICKS], '404'),
        ...typing(nexts, [...DESK_WORDS, `case ${own}`], '404'),
        ...[`case ${own}`].flatMap((words) => typing(byLink(nextOnes, 'Bea beside hers', handed), [words], NOT_HERE)),
      ],
      [...secrets.first, ...secrets.next],
    );
    const doors = await Promise.all(
      (
        [
          [handed, 'first'],
          [own, 'next'],
          [own, 'elsewhere'],
          [own, ''],
        ] as const
      ).map(async ([id, line]) => {
        const link = await world.rows.linkTo(id, world.clock.now(), line);
        return opened(world.bot.origin(), link);
      }),
    );

    expect(faults).to.deep.equal([]);
    expect([await formerly.show(handed), await formerly.list(), await formerly.list('closed')]).to.deep.equal([
      null,
      [],
      [],
    ]);
    expect([await nextOnes.show(own), (await nextOnes.list()).map(({ id }) => id)]).to.deep.equal([null, [handed]]);
    expect(doors).to.deep.equal([410, 410, 410, 410]);
  });

  it('is given no file by such a link', async () => {
    const { world, faultOf } = scene;
    const attempt = async () => String(await formerly.uploads(handed, 'how to.png', SAMPLES.png));

    expect(await faultOf('a file', attempt)).to.equal(null);
    expect(await attempt()).to.equal('404');
    expect(await world.rows.files(handed)).to.deep.equal([]);
  });

  it('is there at the page, which is for both lines, and for whoever has a link of its own line', async () => {
    const { world, own } = scene;
    const cem = await world.agent('Cem');

    for (const [agent, id] of [
      [cem, own],
      [cem, handed],
      [nextOnes, handed],
    ] as const) {
      const { revision } = await world.rows.case(id);
      await agent.click(clickOn(id, { data: { verb: 'desk-note', text: 'I was here' } }), id);
      expect((await world.rows.case(id)).revision).to.be.greaterThan(revision);
      expect((await agent.show(id))?.id).to.equal(id);
    }
  });

  it('is there in the channel of its line: what is hidden from the others is on it', async () => {
    const { world, own } = scene;
    const show = { data: { verb: 'desk-show' } };
    const ana = speaking(world, ANA, { where: { channel: CHANNEL, root: roots.own } });
    const bea = speaking(world, BEA, { where: { channel: NEXT, root: roots.next } });

    expect(await ana.clicks(clickOn(own, show))).to.include(scene.words[own]);
    expect(await bea.clicks(clickOn(handed, show))).to.include(WORDS_OF_MARA);
  });
});

async function opened(origin: string, link: string): Promise<number> {
  const headers = { 'content-type': 'application/json', origin };
  return (await fetch(`${origin}/desk/open`, { method: 'POST', headers, body: JSON.stringify({ link, name: 'Ana' }) }))
    .status;
}
