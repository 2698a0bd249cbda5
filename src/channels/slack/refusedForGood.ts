/** Whether a call failed since this person can't be written to: they are gone, or no direct message with them can be. */
export function isRefusedToPerson(error: unknown): boolean {
  const status = statusOf(error);
  return status === 403 || status === 404;
}

/** Whether Slack has refused something that it would refuse each time: no use in having it delivered again. */
export function isRefusedForGood(error: unknown): boolean {
  const status = statusOf(error);
  return status >= 400 && status < 500 && status !== 429;
}

/** 0 for what has none. */
function statusOf(error: unknown): number {
  const { statusCode }: { readonly statusCode?: unknown } = { ...Object(error) };
  return typeof statusCode === 'number' ? statusCode : 0;
}
