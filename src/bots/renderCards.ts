import type { Activity, Middleware } from 'botbuilder';
import { type OutgoingCard, VIEW_CONTENT_TYPE } from '../cards/model.ts';

/** Draws a card for one channel: what is added to the activity in place of the undrawn view. */
export type DrawCard = (card: OutgoingCard) => Pick<Activity, 'attachments'> & Partial<Activity>;

/** Draws every card on its way out, once, for the channel it goes to. */
export function renderCards(drawFor: (channelId: string) => DrawCard): Middleware {
  return {
    async onTurn(context, next) {
      context.onSendActivities((turn, activities, send) => {
        for (const activity of activities) drawInto(activity, drawFor(turn.activity.channelId));
        return send();
      });
      context.onUpdateActivity((turn, activity, send) => {
        drawInto(activity, drawFor(turn.activity.channelId));
        return send();
      });
      await next();
    },
  };
}

function drawInto(activity: Partial<Activity>, draw: DrawCard): void {
  const { attachments = [] } = activity;
  const view = attachments.find(({ contentType }) => contentType === VIEW_CONTENT_TYPE);
  if (!view) return;
  const drawn = draw(view.content);
  const others = attachments.filter((each) => each !== view);
  Object.assign(activity, drawn, { attachments: [...(drawn.attachments ?? []), ...others] });
}
