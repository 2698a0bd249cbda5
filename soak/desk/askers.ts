import { readCard } from '../../test/support/readCard.ts';
import { person as named, personalChatId } from '../../test/support/teamsActivity.ts';
import type { CourierParts } from '../people/courier.ts';
import type { Copies } from '../people/seat.ts';
import { teamsSeat } from '../people/teamsSeat.ts';
import { webSeat } from '../people/webSeat.ts';
import { type Asker, createAsker, type Seen } from './asker.ts';
import type { Channel } from './channel.ts';
import { marksIn } from './marks.ts';

/** What people who ask for help have in common. */
export interface AskerSettings {
  readonly channel: Channel;
  readonly origin: () => Promise<string>;
  readonly courier: (number: number) => CourierParts;
  readonly copies: (number: number) => () => Copies;
  readonly onFlaw: (what: string) => void;
}

/** Somebody in Teams, by their number. */
export function askerInTeams({ channel, origin, courier, copies }: AskerSettings, number: number): Asker {
  const who = named(`p${number}`, `Person ${number}`);
  const { serviceUrl, office } = channel;
  const seat = teamsSeat({ who, serviceUrl, office, origin, courier: courier(number) });
  const chat = personalChatId(who);
  const seen: Seen[] = [];
  channel.onCall(({ conversation, operation, card, at, life, shown, marks }) => {
    if (conversation !== chat || shown === '') return;
    seen.push({ card: { ...card, id: shown }, at, life, isChange: operation === 'update', marks });
  });
  return createAsker({ kind: 'teams', seat, seen: () => seen, copies: copies(number) });
}

/** Somebody on the web page. */
export function askerOnPage({ origin, courier, copies, onFlaw }: AskerSettings, number: number): Asker {
  const seen: Seen[] = [];
  const look = (row: string, id: string) => {
    const activity = JSON.parse(row);
    if (activity.from?.role !== 'bot') return;
    const isChange = activity.type !== 'message';
    seen.push({ card: readCard(activity, id), at: Date.now(), life: null, isChange, marks: marksIn(row) });
  };
  const seat = webSeat({ origin, streamOrigin: origin, courier: courier(number), onFlaw, look });
  return createAsker({ kind: 'web', seat, seen: () => seen, copies: copies(number) });
}
