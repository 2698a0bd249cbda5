/** Slack's own API. */
export const SLACK_API_URL = 'https://slack.com/api/';

/** Where files are, and where they are sent to. */
const FILES = 'https://files.slack.com';

/** Where messages are changed without a token, by an address that came with a click. */
const HOOKS = 'https://hooks.slack.com';

/** The origins that are called for each purpose: Slack's, and that of the API where it is another, as in tests. */
export interface SlackHosts {
  readonly files: ReadonlySet<string>;
  readonly hooks: ReadonlySet<string>;
  /** Where calls with the token may go. */
  readonly calls: ReadonlySet<string>;
}

/** Those of an API at this address, which is one of ours: from the configuration. */
export function slackHosts(apiUrl: string = SLACK_API_URL): SlackHosts {
  const { origin } = new URL(apiUrl);
  const others = origin === new URL(SLACK_API_URL).origin ? [] : [origin];
  return {
    files: new Set([FILES, ...others]),
    hooks: new Set([HOOKS, ...others]),
    calls: new Set([origin, FILES]),
  };
}
