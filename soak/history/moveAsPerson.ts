import { randomUUID } from 'node:crypto';
import { personChoices } from '../../src/helpdesk/cases/caseActionsFor.ts';
import type { Message } from '../people/seat.ts';
import { personData } from './clickData.ts';
import type { Made } from './made.ts';
import type { Data, Move, PersonDeed, Which } from './moves.ts';
import { newestOf, type Player } from './player.ts';
import type { Side } from './side.ts';

type AsPerson = Extract<Move, { as: 'person' }>;

/** Delivers what a person does, to each instance that is named, at once. Throws in words where it isn’t taken. */
export async function moveAsPerson(player: Player, { who, at, deed }: AsPerson): Promise<Made> {
  const side = player.people[who];
  const deliver = async (message: Message): Promise<string> => {
    const id = randomUUID();
    const statuses = await Promise.all(at.map((to) => side.deliver(message, id, to)));
    const wrong = statuses.find((status) => status !== 200 && status !== 204);
    if (wrong !== undefined) throw new Error(`person ${who} was answered ${wrong}`);
    return id;
  };
  const made = { as: 'person', who, done: [], isQuiet: false } as const;
  if (deed.kind === 'read') return { ...made, ids: [], isQuiet: await reads(player, who) };
  if (deed.kind === 'attach') return { ...made, ids: [], isQuiet: await attaches(side, at) };
  if (deed.kind === 'block') return { ...made, ids: blocks(player, side) };
  if (deed.kind === 'try') return { ...made, ids: await tries(side, deed.outcome, deliver) };
  if (deed.kind === 'way-in') return { ...made, ids: await triesWayIn(side, deed.outcome, deliver) };
  if (deed.kind === 'send') return { ...made, ids: await sends(player, { who, deed, deliver }) };
  return { ...made, ids: [await deliver(await messageOf(player, who, deed))] };
}

async function messageOf(
  player: Player,
  who: Which,
  deed: Extract<PersonDeed, { kind: 'type' | 'of-case' | 'offered' | 'tap' }>,
): Promise<Message> {
  const { world, people } = player;
  switch (deed.kind) {
    case 'type':
      return { text: deed.text };
    case 'of-case': {
      const of = newestOf(player, deed.isOwn ? who : who === 0 ? 1 : 0);
      return { value: { card: of, ...withCase(deed.data, of) }, on: '1' };
    }
    case 'offered': {
      const of = newestOf(player, who);
      const current = world.ledger.get(of);
      const choices = current ? personChoices(current, world.instances.now()) : [];
      const choice = choices[deed.choice % Math.max(1, choices.length)];
      if (choice === undefined) return { text: 'my requests' };
      return { value: { card: of, case: of, ...personData(choice, deed.choice) }, on: '1' };
    }
    case 'tap': {
      const offering = (await people[who].cards()).filter(({ offers }) => offers.length > 0);
      const card = offering.at(-1 - Math.min(deed.back, offering.length - 1));
      const offer = card?.offers[deed.button % card.offers.length];
      return card && offer ? { value: offer.data, on: card.id } : { text: 'hello' };
    }
  }
}

/** Some of what a person clicks is about no case. */
function withCase(data: Data, of: string): Data {
  return data['verb'] === 'my-requests' || data['verb'] === 'my-go-on' ? data : { ...data, case: of };
}

interface Sending {
  readonly who: Which;
  readonly deed: Extract<PersonDeed, { kind: 'send' }>;
  readonly deliver: (message: Message) => Promise<string>;
}

/** What comes first opens the card, where it isn’t open; guests have an address, so that they can be written to. */
async function sends({ people, world }: Player, { who, deed, deliver }: Sending): Promise<readonly string[]> {
  const side = people[who];
  const asked = [await deliver({ text: 'agent' })];
  // In Teams the first thing that somebody says is answered by a greeting.
  if ((await handOver(side)) === null) asked.push(await deliver({ text: 'agent' }));
  const found = await handOver(side);
  if (found === null) return asked;
  const { data } = found.offer;
  const startsAt = deed.startsIn === null ? '' : timeOf(world.instances.now(), deed.startsIn);
  const value = { ...data, text: deed.text, startsAt, ...('email' in data && { email: 'mia@example.com' }) };
  return [...asked, await deliver({ value, on: found.card.id })];
}

/** As a field of a card has it: everybody here is in UTC. */
function timeOf(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * 60_000)
    .toISOString()
    .slice('2026-03-02T'.length, '2026-03-02T09:30'.length);
}

async function handOver(side: Side) {
  const offers = (await side.cards()).flatMap((card) => card.offers.map((offer) => ({ card, offer })));
  return offers.findLast(({ offer }) => offer.data['verb'] === 'send') ?? null;
}

/** What is asked before there is a step. */
const LEADS_TO_STEPS: ReadonlySet<unknown> = new Set(['start', 'answer', 'symptom', 'confirm']);

/** Where the newest card doesn’t ask what came of a step, they first ask to go on with the fix. */
async function tries(
  side: Side,
  outcome: string,
  deliver: (message: Message) => Promise<string>,
): Promise<readonly string[]> {
  const asked = (await asks(side, outcome)) ? [] : [await deliver({ text: 'keep trying' })];
  const found = await asks(side, outcome);
  return found === null ? asked : [...asked, await deliver(found)];
}

/** Tells what came of it where the newest card asks for that. */
async function triesWayIn(
  side: Side,
  outcome: string,
  deliver: (message: Message) => Promise<string>,
): Promise<readonly string[]> {
  const asked = [await deliver({ text: 'way in' })];
  const card = (await side.cards()).at(-1);
  const isIt = card?.offers.some(({ data }) => data['verb'] === 'link');
  const offer = isIt ? card?.offers.find(({ data }) => data['verb'] === 'step' && data['outcome'] === outcome) : null;
  return card && offer ? [...asked, await deliver({ value: offer.data, on: card.id })] : asked;
}

/** It is answered by nothing. */
function blocks({ world }: Player, { canBlock }: Side): readonly string[] {
  if (canBlock) world.setBlocked(true);
  return [];
}

async function asks(side: Side, outcome: string): Promise<Message | null> {
  const card = (await side.cards()).at(-1);
  const offer =
    card?.offers.find(({ data }) => data['verb'] === 'step' && data['outcome'] === outcome) ??
    card?.offers.find(({ data }) => LEADS_TO_STEPS.has(data['verb']));
  return card && offer ? { value: offer.data, on: card.id } : null;
}

/** Whether anything was sent: too many at once are refused. */
async function attaches(side: Side, at: readonly Which[]): Promise<boolean> {
  const id = randomUUID();
  const statuses = await Promise.all(at.map((to) => side.attach(id, to)));
  const wrong = statuses.find((status) => status !== null && status !== 204 && status !== 429);
  if (wrong !== undefined) throw new Error(`a file was answered ${wrong}`);
  return statuses.includes(204);
}

/** Whether there was anything to report, and a way to. */
async function reads(player: Player, who: Which): Promise<boolean> {
  const entry = player.world.ledger.get(newestOf(player, who))?.lastAnswer?.entry;
  const status = entry === undefined ? null : await player.people[who].read(entry, 0);
  if (status !== null && status !== 204) throw new Error(`person ${who} was answered ${status} when they read`);
  return status !== null;
}
