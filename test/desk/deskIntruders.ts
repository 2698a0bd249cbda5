import { expect } from 'chai';
import { newest } from '../support/chat.ts';
import { postActivity } from '../support/postActivity.ts';
import { type TeamsActivity, type TeamsPerson, type TeamsWhere, teamsActivities } from '../support/teamsActivity.ts';
import type { TeamsChat } from '../support/teamsChat.ts';
import type { WebChat } from '../support/webChat.ts';
import { inChannel } from './atDesk.ts';
import type { CaseClick } from './deskActions.ts';
import { ANA, BEA, CHANNEL, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { inTenant } from './inTenant.ts';
import { arriveWithCase } from './toCase.ts';

/** Somebody who tries things: what they get in answer, in words. */
export interface Intruder {
  readonly who: string;
  readonly clicks: (value: object) => Promise<string>;
  readonly types?: (text: string) => Promise<string>;
  /** The case that is theirs, so that they may read of it. */
  readonly theirs?: string;
}

export type Talker = Required<Omit<Intruder, 'theirs'>>;

/** A desk with two cases, and everybody who might have designs on them. */
export interface Scene {
  readonly world: DeskWorld;
  /** Luis’s case, which Ana has in the channel, and a guest’s, which nobody has. */
  readonly own: string;
  readonly others: string;
  /** What those wrote to go with their cases, by these: nobody else may read it. */
  readonly words: Readonly<Record<string, string>>;
  /** People in Teams who have nothing to say at the desk; the first is Luis. */
  readonly inTeams: readonly Intruder[];
  readonly guest: Intruder;
  /** Somebody of the desk, in the thread of Luis’s case. */
  colleague(who: TeamsPerson): Talker;
  /**
   * Tries it, and says what of all that is kept has become different, or why the answer isn’t plain, or which of the
   * hidden texts is in it; null for none of that.
   */
  faultOf(what: string, attempt: () => Promise<string>, hidden?: readonly string[]): Promise<string | null>;
  /** The same of each of these clicks on each of these cases; nothing of a case that isn’t theirs may be told. */
  faultsOf(intruder: Intruder, cases: readonly string[], clicks: readonly CaseClick[]): Promise<readonly string[]>;
}

const WORDS = { own: 'The projector stays dark', others: 'The room has no window' };

const OTHER_CHANNEL = '19:other@thread.tacv2';

/** What nobody should ever read. */
const UNPLAIN = /undefined|\[object|\bat .*:\d+:\d+|Error:/;

type Change = (activity: TeamsActivity) => TeamsActivity;
const asItIs: Change = (activity) => activity;

/** The data of a click on a card of that case. */
export function clickOn(id: string, { data, isOfNone }: Pick<CaseClick, 'data'> & Partial<CaseClick>): object {
  return { ...data, card: id, ...(!isOfNone && { case: id }) };
}

/** Starts it. The desk has no hours, so that nothing happens by time alone. */
export async function setScene(env: Readonly<Record<string, string>> = {}): Promise<Scene> {
  const world = await startDeskWorld({ isInChannel: true, env: { HELPDESK_HOURS: 'never', ...env } });
  const luis = world.someone();
  const [chat, page] = [world.teams(luis), world.web()];
  const own = await arriveWithCase(chat, [], WORDS.own);
  const others = await arriveWithCase(page, [], WORDS.others);
  const desk = inChannel(world.channel, ANA, world.rows);
  await Promise.all([desk.sees(own), desk.sees(others)]);
  await inChannel(world.channel, BEA, world.rows).types(own, 'I was here');
  await desk.taps(own, ['Claim']);
  await world.rows.quiet();
  const { id: root } = await world.channel.until(({ thread, text }) => thread === null && text.includes(own));
  const words = { [own]: WORDS.own, [others]: WORDS.others };
  return {
    ...{ world, own, others, words },
    inTeams: intruders(world, { luis, own, chat, root }),
    guest: { who: 'a guest on the web page', theirs: others, clicks: (value) => onPage(page, value) },
    colleague: (who) => speaking(world, who, { where: { channel: CHANNEL, root } }),
    faultOf: (what, attempt, hidden = []) => faultOf(world, what, { attempt, hidden }),
    async faultsOf({ who, clicks, theirs }, cases, tried) {
      const hidden = Object.entries(words).flatMap((each) => (each[0] === theirs ? [] : each));
      const faults: (string | null)[] = [];
      for (const id of cases) {
        for (const each of tried) {
          const attempt = () => clicks(clickOn(id, each));
          faults.push(await faultOf(world, `${who}, ${each.what}`, { attempt, hidden }));
        }
      }
      return faults.filter((fault) => fault !== null);
    },
  };
}

async function onPage(page: WebChat, value: object): Promise<string> {
  await page.click(value, newest(page).id);
  return newest(page).text;
}

function intruders(
  world: DeskWorld,
  {
    luis,
    own,
    chat,
    root,
  }: { readonly luis: TeamsPerson; readonly own: string; readonly chat: TeamsChat; readonly root: string },
): readonly Intruder[] {
  const privately = (who: TeamsPerson, change = asItIs): Intruder['clicks'] => {
    const { clicks } = teamsActivities(world.connector.serviceUrl, who);
    return (value) => answerTo(world, change(clicks(value, newest(chat).id)));
  };
  const channel = { channel: OTHER_CHANNEL, root };
  return [
    { who: 'the person whose case it is, in private', theirs: own, clicks: privately(luis) },
    { who: 'somebody else in private', clicks: privately(world.someone('Mara')) },
    { who: 'somebody with the same ids in another tenant, in private', clicks: privately(luis, inTenant) },
    { who: 'Ana in private', clicks: privately(ANA) },
    { ...speaking(world, ANA, { where: channel }), who: 'Ana in another channel' },
    { ...speaking(world, ANA, { where: 'groupChat' }), who: 'Ana in a group chat' },
    { ...speaking(world, luis, { where: channel }), who: 'the person in another channel' },
    {
      ...speaking(world, ANA, { where: { channel: CHANNEL, root }, change: inTenant }),
      who: 'somebody with Ana’s ids in another tenant’s channel with the id of ours',
    },
  ];
}

/** Somebody who speaks in a channel or a group chat, in a thread where one is named. */
export function speaking(
  world: DeskWorld,
  who: TeamsPerson,
  { where, change = asItIs }: { readonly where: TeamsWhere; readonly change?: Change },
): Talker {
  const person = teamsActivities(world.connector.serviceUrl, who);
  return {
    who: who.name,
    clicks: (value) => answerTo(world, change(person.clicks(value, 'activity-1', where))),
    types: (text) => answerTo(world, change(person.says(text, where))),
  };
}

/** What is said in answer to an activity, in the conversation that it came from. */
async function answerTo({ bot, connector }: DeskWorld, activity: TeamsActivity): Promise<string> {
  const before = connector.ledger.length;
  expect(await postActivity(bot.origin(), activity)).to.equal(200);
  const { id } = Object(activity['conversation']);
  return connector.ledger
    .slice(before)
    .filter(({ conversation, operation }) => conversation === id && operation === 'reply')
    .map(({ body }) => body.text ?? JSON.stringify(body.attachments))
    .join('\n');
}

async function faultOf(
  { clock, rows }: DeskWorld,
  what: string,
  { attempt, hidden }: { readonly attempt: () => Promise<string>; readonly hidden: readonly string[] },
): Promise<string | null> {
  // Nobody is too fast.
  clock.pass(2_000);
  const before = await rows.all();
  const said = await attempt();
  await rows.quiet();
  const after = await rows.all();
  const changed = [...after.filter((row) => !before.includes(row)), ...before.filter((row) => !after.includes(row))];
  if (changed.length > 0) return `${what}: changed ${changed.join('\n')}`;
  if (said.trim() === '') return `${what}: was not answered`;
  const isTold = hidden.some((text) => said.includes(text));
  return UNPLAIN.test(said) || isTold ? `${what}: was answered with ${said}` : null;
}
