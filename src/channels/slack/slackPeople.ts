import { z } from 'zod';
import { answerInTime } from '../answerInTime.ts';
import { knownTimeZone } from '../knownTimeZone.ts';
import { plainLine } from '../plainLine.ts';
import type { CallSlack } from './callSlack.ts';
import type { SlackPerson } from './slackApi.ts';
import { SLACKBOT } from './slackIds.ts';

/** Somebody, as far as they are shown. Never rejects. */
export type SlackPeople = (user: string) => Promise<SlackPerson>;

/** What asking for people takes. */
export interface PeopleTools {
  readonly call: CallSlack;
  readonly now: () => Date;
  /** How long somebody is waited for, in milliseconds; default 1,000. */
  readonly within?: number | undefined;
  /** How many people are kept; default 2,000. */
  readonly kept?: number | undefined;
}

/** Times in milliseconds. A name is nice to have, and a turn with its trigger may take two seconds. */
const WITHIN = 1_000;
const KNOWN_FOR = 60 * 60_000;

/** For a minute nobody is asked for again in vain, so that a slow Slack slows one turn and not each. */
const UNKNOWN_FOR = 60_000;

/** About 200 bytes each. */
const KEPT = 2_000;

const NOBODY: SlackPerson = { name: '', timeZone: null, teams: [] };

const name = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const answer = z.looseObject({
  user: z.looseObject({
    ...{ is_bot: flag, deleted: flag, is_stranger: flag },
    team_id: z.string().optional().catch(undefined),
    // Of an organisation with several workspaces: those in which they are.
    enterprise_user: z
      .looseObject({ teams: z.array(z.string()).catch([]) })
      .optional()
      .catch(undefined),
    name,
    real_name: name,
    tz: z.string().optional().catch(undefined),
    profile: z.looseObject({ display_name: name }).optional().catch(undefined),
  }),
});

interface Kept {
  readonly person: Promise<SlackPerson>;
  /** In milliseconds. */
  readonly until: number;
}

/** Asks Slack for people, and keeps what it says for an hour. */
export function createSlackPeople({ call, now, within = WITHIN, kept: limit = KEPT }: PeopleTools): SlackPeople {
  const kept = new Map<string, Kept>();

  const keep = (user: string, person: Promise<SlackPerson>, milliseconds: number): void => {
    kept.delete(user);
    kept.set(user, { person, until: now().getTime() + milliseconds });
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
  };
  /** An answer that comes too late is of use to the next who ask. */
  const ask = async (user: string): Promise<SlackPerson> => {
    const person = personIn(user, await call({ method: 'users.info', args: { user }, answer }));
    keep(user, Promise.resolve(person), KNOWN_FOR);
    return person;
  };
  const askInTime = async (user: string): Promise<SlackPerson> => {
    const onLateFault = () => undefined;
    const asked = await answerInTime(() => ask(user), { within, onLateFault }).catch(() => null);
    if (asked?.kind === 'done') return asked.value;
    keep(user, Promise.resolve(NOBODY), UNKNOWN_FOR);
    return NOBODY;
  };

  return (user) => {
    const known = kept.get(user);
    if (known !== undefined && known.until > now().getTime()) return known.person;
    const person = askInTime(user);
    keep(user, person, KNOWN_FOR);
    return person;
  };
}

function personIn(id: string, { user }: z.infer<typeof answer>): SlackPerson {
  const names = [user.profile?.display_name, user.real_name, user.name].map((each) => plainLine(each ?? ''));
  return {
    name: names.find((each) => each !== '') ?? '',
    timeZone: knownTimeZone(user.tz) ?? null,
    teams: teamsOf(id, user),
  };
}

/**
 * Nobody is a stranger who shares a channel with us: it is the team by which they are told apart. Source: docs.slack.dev,
 * "user object", `is_stranger`.
 */
function teamsOf(id: string, user: z.infer<typeof answer>['user']): readonly string[] {
  if (user.is_bot || user.deleted || user.is_stranger || id === SLACKBOT) return [];
  return [...new Set([...(user.team_id ? [user.team_id] : []), ...(user.enterprise_user?.teams ?? [])])];
}
