/** Whether a call failed since this person can't be written to: they are gone, or no direct message with them can be. */
export function isRefusedToPerson(error: unknown): boolean {
  const status = statusOf(error);
  return status === 403 || status === 404 || isTurnedOff(error);
}

/** Whether Slack has refused something that it would refuse each time: no use in having it delivered again. */
export function isRefusedForGood(error: unknown): boolean {
  const status = statusOf(error);
  return status >= 400 && status < 500 && status !== 429;
}

/** Whoever looks after the app can turn messages to it on again, but nobody who can't write to it. */
function isTurnedOff(error: unknown): boolean {
  const { slackCode }: { readonly slackCode?: unknown } = { ...Object(error) };
  return slackCode === 'messages_tab_disabled';
}

/** 0 for what has none. */
function statusOf(error: unknown): number {
  const { statusCode }: { readonly statusCode?: unknown } = { ...Object(error) };
  return typeof statusCode === 'number' ? statusCode : 0;
}
