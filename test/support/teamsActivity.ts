/** Where in Teams. */
export type TeamsScope = 'personal' | 'channel' | 'groupChat';

/** A person, as Teams names one. */
export interface TeamsPerson {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

/** An activity as Teams posts it. */
export type TeamsActivity = Readonly<Record<string, unknown>>;

/** What one person does in Teams, as the activities that a bot gets of it. Every activity has an id of its own. */
export interface TeamsActivities {
  /** A typed message. On a channel or in a group chat it mentions the bot, as only those arrive. */
  says(text: string, scope?: TeamsScope): TeamsActivity;
  /** A message that mentions the bot and then the colleague, or the bot twice. */
  mentionsTwo(text: string, other: 'colleague' | 'bot', scope?: TeamsScope): TeamsActivity;
  /** A copied join link: its address is only in the HTML, the text has the words alone. */
  pastesLink(words: string, href: string, scope?: TeamsScope): TeamsActivity;
  /** A picture from the clipboard, with words or without. */
  pastesPicture(text: string): TeamsActivity;
  /** A tap on a card's button. */
  clicks(value: unknown, card: string, scope?: TeamsScope): TeamsActivity;
  /** The app is added; `upgrade` is a new version of it. */
  installs(scope?: TeamsScope, action?: 'add' | 'upgrade' | 'remove'): TeamsActivity;
  /** The other activity of an install: it comes before or after the first, as Teams likes. */
  joins(scope?: TeamsScope): TeamsActivity;
  invokes(name: string, value?: unknown): TeamsActivity;
  reacts(to: string): TeamsActivity;
}

export const TENANT = 'b1b4e7d0-3c5b-4d3e-9f63-2f8f3a5c1d00';
export const BOT = { id: '28:0f0f0f0f-1111-4222-8333-444444444444', name: 'Unstuck' };
export const ADA: TeamsPerson = person('ada', 'Ada Park');
const COLLEAGUE: TeamsPerson = person('kim', 'Kim Osei');

/** A person with ids of the forms that Teams uses. */
export function person(short: string, name: string): TeamsPerson {
  const digits = Buffer.from(short).toString('hex').padEnd(12, '0').slice(0, 12);
  return { id: `29:1${short}-Zk3`, name, aadObjectId: `7c9e6679-7425-40de-944b-${digits}` };
}

/** The id of the 1:1 chat of a person and the bot, also where the bot opens it. */
export function personalChatId(who: { readonly id: string; readonly aadObjectId?: string }): string {
  return `a:1${who.aadObjectId ?? who.id}`;
}

const conversations = {
  personal: (who: TeamsPerson) => ({
    conversationType: 'personal',
    id: personalChatId(who),
    tenantId: TENANT,
  }),
  channel: () => ({
    isGroup: true,
    conversationType: 'channel',
    id: '19:5f2d@thread.tacv2;messageid=1700000000000',
    tenantId: TENANT,
  }),
  groupChat: () => ({ isGroup: true, conversationType: 'groupChat', id: '19:c0ffee@thread.v2', tenantId: TENANT }),
};

const channelData = {
  personal: { tenant: { id: TENANT } },
  channel: {
    tenant: { id: TENANT },
    teamsChannelId: '19:5f2d@thread.tacv2',
    teamsTeamId: '19:5f2d@thread.tacv2',
    channel: { id: '19:5f2d@thread.tacv2' },
    team: { id: '19:5f2d@thread.tacv2' },
  },
  groupChat: { tenant: { id: TENANT } },
};

/** Of this process, so that no two activities are ever taken for one delivery. */
let sent = 0;

/** Activities of one person, Ada by default, whose replies go to a service URL. */
export function teamsActivities(serviceUrl: string, who: TeamsPerson = ADA): TeamsActivities {
  const activity = (type: string, scope: TeamsScope, more: object): TeamsActivity => ({
    type,
    id: `${1_700_000_000_000 + ++sent}-${who.aadObjectId.slice(-4)}`,
    timestamp: '2024-05-06T07:08:09.1234567Z',
    localTimestamp: '2024-05-06T09:08:09.1234567+02:00',
    localTimezone: 'Europe/Berlin',
    channelId: 'msteams',
    serviceUrl,
    from: who,
    recipient: BOT,
    conversation: conversations[scope](who),
    channelData: channelData[scope],
    ...more,
  });
  const message = (scope: TeamsScope, more: object) => activity('message', scope, { textFormat: 'plain', ...more });
  return {
    says: (text, scope = 'personal') => message(scope, typed(text, scope)),
    mentionsTwo: (text, other, scope = 'channel') =>
      message(scope, mentioning(text, [BOT, other === 'bot' ? BOT : COLLEAGUE])),
    pastesLink: (words, href, scope = 'personal') => message(scope, pasted(words, href, scope)),
    pastesPicture: (text) =>
      message('personal', {
        ...(text === '' ? {} : { text }),
        attachments: [{ contentType: 'image/*', contentUrl: `${serviceUrl}v3/attachments/0-frca/views/original` }],
      }),
    clicks: (value, card, scope = 'personal') =>
      activity('message', scope, {
        replyToId: card,
        value,
        channelData: { ...channelData[scope], source: { name: 'message' } },
      }),
    installs: (scope = 'personal', action = 'add') =>
      activity('installationUpdate', scope, {
        action,
        channelData: { ...channelData[scope], settings: { selectedChannel: { id: conversations[scope](who).id } } },
      }),
    joins: (scope = 'personal') =>
      activity('conversationUpdate', scope, {
        membersAdded:
          scope === 'personal' ? [{ id: who.id, aadObjectId: who.aadObjectId }, { id: BOT.id }] : [{ id: BOT.id }],
      }),
    invokes: (name, value = {}) => activity('invoke', 'personal', { name, value }),
    reacts: (to) => activity('messageReaction', 'personal', { replyToId: to, reactionsAdded: [{ type: 'like' }] }),
  };
}

const clientInfo = {
  type: 'clientInfo',
  locale: 'en-GB',
  country: 'GB',
  platform: 'Windows',
  timezone: 'Europe/Berlin',
};

function typed(text: string, scope: TeamsScope): object {
  if (scope !== 'personal') return mentioning(text, [BOT]);
  return { text, locale: 'en-GB', entities: [clientInfo], attachments: [html(`<p>${escaped(text)}</p>`)] };
}

function mentioning(text: string, mentioned: readonly { readonly id: string; readonly name: string }[]): object {
  const tags = mentioned.map(({ name }) => `<at>${name}</at>`);
  const spans = mentioned.map(
    ({ name }, at) => `<span itemscope itemtype="http://schema.skype.com/Mention" itemid="${at}">${name}</span>`,
  );
  return {
    text: `${tags.join(' ')} ${text}`,
    locale: 'en-GB',
    entities: [...mentioned.map((one, at) => ({ type: 'mention', mentioned: one, text: tags[at] })), clientInfo],
    attachments: [html(`<p>${spans.join('&nbsp;')}&nbsp;${escaped(text)}</p>`)],
  };
}

function pasted(words: string, href: string, scope: TeamsScope): object {
  const link = `<a href="${escaped(href)}" rel="noreferrer noopener" title="${escaped(href)}" target="_blank">${words}</a>`;
  return { ...typed(words, scope), attachments: [html(`<p>${link}</p>`)] };
}

function html(content: string): object {
  return { contentType: 'text/html', content };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
