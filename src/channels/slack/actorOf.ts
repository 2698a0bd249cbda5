import { z } from 'zod';
import { orNull } from './orNull.ts';
import { slackId } from './slackIds.ts';

const actorSchema = z.object({
  /** Null where the app belongs to an organisation. */
  team: orNull(z.object({ id: slackId })),
  user: z.object({ id: slackId, team_id: orNull(slackId) }),
});

/** Who did something that comes as an action, and in which workspace; null where nobody can tell. */
export function actorOf(payload: unknown): { readonly team: string; readonly user: string } | null {
  const { data } = actorSchema.safeParse(payload);
  const team = data?.team?.id ?? data?.user.team_id ?? null;
  return data === undefined || team === null ? null : { team, user: data.user.id };
}
