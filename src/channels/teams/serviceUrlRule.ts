/** Whether replies, and the bot's token with them, may go to this address. */
export type ServiceUrlRule = (serviceUrl: string) => boolean;

/** The address, taken apart; null when it isn't one that paths can be put behind, or carries a user name. */
export function parseServiceUrl(serviceUrl: string): URL | null {
  if (!URL.canParse(serviceUrl)) return null;
  const url = new URL(serviceUrl);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const isPlain = [url.username, url.password, url.search, url.hash].every((part) => part === '');
  return isWeb && isPlain ? url : null;
}
