/** The workspace of the tests, and the bot in it. Ids have the forms that Slack's have. */
export const WORKSPACE = {
  team: 'T0FAKE0001',
  domain: 'contoso',
  app: 'A0FAKE0001',
  /** The bot's user. */
  user: 'U0BOT00001',
  /** What its messages carry as `bot_id`. */
  bot: 'B0BOT00001',
  botToken: 'xoxb-made-up-for-tests',
  appToken: 'xapp-made-up-for-tests',
  signingSecret: 'made0up0signing0secret0of0tests',
} as const;

/** Somebody in the workspace. */
export interface SlackPersonOfTest {
  /** `U…` */
  readonly id: string;
  /** What they are called by everybody. */
  readonly name: string;
  /** Their user name, which Slack puts into interactions. */
  readonly short: string;
  /** IANA. */
  readonly timeZone: string;
  /** What else `users.info` says of them. */
  readonly info?: Readonly<Record<string, unknown>>;
}

/** A person with an id of the form that Slack uses. */
export function slackPerson(short: string, name: string, timeZone = 'Europe/Berlin'): SlackPersonOfTest {
  return { id: `U0${short.toUpperCase()}`.padEnd(11, '0'), name, short, timeZone };
}

export const SLACK_ADA: SlackPersonOfTest = slackPerson('ada', 'Ada Park');

/** The direct message of the bot with somebody: always the same for the same user. */
export function directChannel({ id }: { readonly id: string }): string {
  return `D${id.slice(1)}`;
}
