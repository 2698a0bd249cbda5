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
}

/** A desk with two cases, and everybody who might have designs on them. */
export interface Scene {
  readonly world: DeskWorld;
  /** Luis’s case, which Ana has in the channel, and a guest’s, which nobody has. */
  readonly own: string;
  readonly others: string;
  /** People in Teams who have nothing to say at the desk; the first is Luis. */
  readonly inTeams: readonly Intruder[];
  readonly guest: Intruder;
  /** Somebody of the desk, in the thread of Luis’s case. */
  colleague(who: TeamsPerson): Intruder;
  /** Tries it, and says what of all that is kept has become different, or why the answer isn’t plain; null for neither. */
  faultOf(what: string, attempt: () => Promise<string>): Promise<string | null>;
}

const OTHER_CHANNEL = '19:other@thread.tacv2';

/** What nobody should ever read. */
const UNPLAIN = /undefined|\[object|\bat .*:\d+:\d+|Error:/;

type Change = (activity: TeamsActivity) => TeamsActivity;
const asItIs: Change = (activity) => activity;

/** The data of a click on a card of that case. */
export function clickOn(id: string, { data }: Pick<CaseClick, 'data'>): object {
  return { ...data, card: id, case: id };
}

/** Starts it. The desk has no hours, so that nothing happens by time alone. */
export async function setScene(env: Readonly<Record<string, string>> = {}): Promise<Scene> {
  const world = await startDeskWorld({ isInChannel: true, env: { HELPDESK_HOURS: 'never', ...env } });
  const luis = world.someone();
  const [chat, page] = [world.teams(luis), world.web()];
  const own = await arriveWithCase(chat);
  const others = await arriveWithCase(page);
  const desk = inChannel(world.channel, ANA, world.rows);
  await Promise.all([desk.sees(own), desk.sees(others)]);
  await inChannel(world.channel, BEA, world.rows).types(own, 'I was here');
  await desk.taps(own, ['Claim']);
  await world.rows.quiet();
  const { id: root } = await world.channel.until(({ thread, text }) => thread === null && text.includes(own));
  return {
    ...{ world, own, others },
    inTeams: intruders(world, { luis, chat, root }),
    guest: { who: 'a guest on the web page', clicks: (value) => onPage(page, value) },
    colleague: (who) => ({ who: who.name, ...elsewhere(world, who, { where: { channel: CHANNEL, root } }) }),
    faultOf: (what, attempt) => faultOf(world, what, attempt),
  };
}

async function onPage(page: WebChat, value: object): Promise<string> {
  await page.click(value, newest(page).id);
  return newest(page).text;
}

function intruders(
  world: DeskWorld,
  { luis, chat, root }: { readonly luis: TeamsPerson; readonly chat: TeamsChat; readonly root: string },
): readonly Intruder[] {
  const privately = (who: TeamsPerson, change = asItIs): Intruder['clicks'] => {
    const { clicks } = teamsActivities(world.connector.serviceUrl, who);
    return (value) => answerTo(world, change(clicks(value, newest(chat).id)));
  };
  const channel = { channel: OTHER_CHANNEL, root };
  return [
    { who: 'the person whose case it is, in private', clicks: privately(luis) },
    { who: 'somebody else in private', clicks: privately(world.someone('Mara')) },
    { who: 'somebody with the same ids in another tenant, in private', clicks: privately(luis, inTenant) },
    { who: 'Ana in private', clicks: privately(ANA) },
    { who: 'Ana in another channel', ...elsewhere(world, ANA, { where: channel }) },
    { who: 'Ana in a group chat', ...elsewhere(world, ANA, { where: 'groupChat' }) },
    { who: 'the person in another channel', ...elsewhere(world, luis, { where: channel }) },
    {
      who: 'somebody with Ana’s ids in another tenant’s channel with the id of ours',
      ...elsewhere(world, ANA, { where: { channel: CHANNEL, root }, change: inTenant }),
    },
  ];
}

function elsewhere(
  world: DeskWorld,
  who: TeamsPerson,
  { where, change = asItIs }: { readonly where: TeamsWhere; readonly change?: Change },
): Required<Omit<Intruder, 'who'>> {
  const person = teamsActivities(world.connector.serviceUrl, who);
  return {
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
  attempt: () => Promise<string>,
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
  return UNPLAIN.test(said) ? `${what}: was answered with ${said}` : null;
}
