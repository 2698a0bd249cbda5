import { openEventStream } from '../../test/support/eventStream.ts';
import type { MarkWatch, Tenant } from './marks.ts';
import type { TeamsMember } from './teamsMember.ts';
import type { WebMember } from './webMember.ts';

/** Somebody of a tenant, wherever they are. */
export type Member = TeamsMember | WebMember;

/** What is done, by its name. */
export type Operation =
  | 'acts'
  | 'says its mark'
  | 'pastes a link with its mark'
  | 'taps another’s card'
  | 'mentions the bot in a channel'
  | 'reads its history again'
  | 'comes with a cookie that was never given'
  | 'comes with two cookies';

/** What an operation takes. */
export interface Doing {
  readonly member: Member;
  /** Somebody of another tenant. */
  readonly other: Member;
  readonly origin: string;
  readonly watch: MarkWatch;
  readonly random: () => number;
  readonly onFlaw: (what: string) => void;
}

const EVERYBODY: readonly Operation[] = [
  'acts',
  'acts',
  'says its mark',
  'pastes a link with its mark',
  'taps another’s card',
];
const IN_TEAMS: readonly Operation[] = ['mentions the bot in a channel'];
const ON_THE_PAGE: readonly Operation[] = [
  'reads its history again',
  'comes with a cookie that was never given',
  'comes with two cookies',
];

/** What somebody could do next. */
export function operationsOf({ kind }: Member): readonly Operation[] {
  return [...EVERYBODY, ...(kind === 'teams' ? IN_TEAMS : ON_THE_PAGE)];
}

/** Does it; what must not be is a flaw. */
export async function doOperation(operation: Operation, doing: Doing): Promise<void> {
  const { member, other } = doing;
  const { person, tenant } = member;
  switch (operation) {
    case 'acts':
      return person.act();
    case 'says its mark':
      return person.perform({ kind: 'type', text: `hello from ${tenant.mark}, it says error ${tenant.mark}` });
    case 'pastes a link with its mark':
      return person.perform({ kind: 'paste', link: linkOf(tenant) });
    case 'taps another’s card':
      return tapForeign(member, other, doing.random);
    case 'mentions the bot in a channel':
      return mention(member);
    case 'reads its history again':
      return readAgain(doing, cookieOf(member));
    case 'comes with a cookie that was never given':
      return beRefused(doing);
    case 'comes with two cookies':
      return readAgain(doing, `${cookieOf(member)}; ${cookieOf(other)}`);
  }
}

/** The way in gives it back, so that the mark is on a card. */
function linkOf({ mark }: Tenant): string {
  return `https://meet.lync.com/${mark}/guest/ABCDEF12`;
}

async function tapForeign({ person }: Member, other: Member, random: () => number): Promise<void> {
  const card = other.person.sight.newest;
  const offer = card?.offers[Math.floor(random() * card.offers.length)];
  if (card && offer) await person.perform({ kind: 'old', card, offer });
}

async function mention({ kind, person, seat, tenant }: Member): Promise<void> {
  if (kind !== 'teams') return;
  await person.isShown('mention', () => seat.mention(`help, says ${tenant.mark}`));
}

function cookieOf(member: Member): string {
  return member.kind === 'web' ? member.seat.cookie() : '';
}

/** How much of a history is read, in rows. */
const ROWS = 30;

/** Reads the newest rows once more, in another stream than the page’s own. */
async function readAgain({ member, origin, watch }: Doing, cookie: string): Promise<void> {
  const known = member.kind === 'web' ? member.seat.rows() : 0;
  const after = Math.max(0, known - ROWS);
  const stream = await openEventStream(`${origin}/web/events?after=${after}`, { cookie });
  const rows = await stream.take(known - after);
  stream.close();
  for (const row of rows) watch.look(member.tenant, 'web history', JSON.stringify(row));
}

async function beRefused({ member, origin, random, onFlaw }: Doing): Promise<void> {
  const cookie = cookieOf(member).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const events = await fetch(`${origin}/web/events?after=0`, { headers: { cookie } });
  await events.body?.cancel();
  const message = await fetch(`${origin}/web/messages`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ id: `strange-${Math.floor(random() * 1e9)}`, text: 'let me in' }),
  });
  if (events.status !== 401 || message.status !== 401) {
    onFlaw(`a cookie that was never given is answered with ${events.status} and ${message.status}`);
  }
}
