import type { Activity, ResourceResponse, TurnContext } from 'botbuilder';

/** What a turn wants to say, kept until it is committed. */
export interface HeldReplies {
  readonly posts: Partial<Activity>[];
  readonly updates: Partial<Activity>[];
  /** Forgets what was held, for a turn that runs again. */
  clear(): void;
  /** Sends from now on go out again. */
  release(): void;
}

/** Keeps what is sent and updated in this turn instead of sending it. Cards are drawn by then. */
export function holdReplies(context: TurnContext): HeldReplies {
  const posts: Partial<Activity>[] = [];
  const updates: Partial<Activity>[] = [];
  let holding = true;
  context.onSendActivities(async (_, activities, send) => {
    if (!holding) return send();
    posts.push(...activities);
    return activities.map((): ResourceResponse => ({ id: '' }));
  });
  context.onUpdateActivity(async (_, activity, send) => {
    if (!holding) return send();
    updates.push(activity);
  });
  return {
    posts,
    updates,
    clear() {
      posts.length = 0;
      updates.length = 0;
    },
    release() {
      holding = false;
    },
  };
}
