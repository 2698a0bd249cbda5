import { z } from 'zod';
import { orNull } from './orNull.ts';
import { slackId } from './slackIds.ts';

const actorSchema = z.object({
  /** Null where the app belongs to an organisation. */
  team: orNull(z.object({ id: slackId })),
  user: z.object({ id: slackId, team_id: orNull(slackId) }),
  enterprise: orNull(z.object({ id: slackId })),
});

/** Who did something that comes as an action, and in which workspace; null where nobody can tell. */
export function actorOf(payload: unknown): { readonly team: string; readonly user: string } | null {
  const { data } = actorSchema.safeParse(payload);
  if (data === undefined) return null;
  const { team, user, enterprise } = data;
  // In a shared channel a stranger is of their own workspace, though the action comes for ours; an organisation is none.
  const own = user.team_id === enterprise?.id ? null : user.team_id;
  const of = own ?? team?.id ?? user.team_id;
  return of === null ? null : { team: of, user: user.id };
}
