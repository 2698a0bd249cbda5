/** Where in Teams. */
export type TeamsScope = 'personal' | 'channel' | 'groupChat';

/** A channel of a team, and perhaps a thread in it. */
export interface TeamsThread {
  /** `19:…@thread.tacv2` */
  readonly channel: string;
  /** Default: the channel itself, which then is the team's first one. */
  readonly team?: string;
  /** The message that the thread begins with. Without it, each message begins a thread of its own. */
  readonly root?: string;
  /** What Teams says of the channel; default: nothing. */
  readonly type?: 'standard' | 'private' | 'shared';
}

/** Where something is said. */
export type TeamsWhere = TeamsScope | TeamsThread;

/** A file that somebody attaches: it is in their OneDrive by the time that the bot hears of it. */
export interface AttachedFile {
  readonly name: string;
  readonly url: string;
}

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
  says(text: string, where?: TeamsWhere): TeamsActivity;
  /** A message that mentions the bot and then the colleague, or the bot twice. */
  mentionsTwo(text: string, other: 'colleague' | 'bot', where?: TeamsWhere): TeamsActivity;
  /** A message that mentions the bot and then these people. */
  mentions(text: string, others: readonly TeamsPerson[], where: TeamsWhere): TeamsActivity;
  /** A copied join link: its address is only in the HTML, the text has the words alone. */
  pastesLink(words: string, href: string, where?: TeamsWhere): TeamsActivity;
  /** A picture from the clipboard, with words or without; by default it is where Teams has them. */
  pastesPicture(text: string, url?: string): TeamsActivity;
  /** Files, with words or without. Only private chats can do that with a bot. */
  attaches(files: readonly AttachedFile[], text?: string): TeamsActivity;
  /** Something that is no file, such as a code snippet, with words or without. */
  brings(contentType: string, text?: string): TeamsActivity;
  /** A tap on a card's button. */
  clicks(value: unknown, card: string, where?: TeamsWhere): TeamsActivity;
  /** The same with somebody chosen in the card's people picker of that id. */
  picks(
    chosen: { readonly field: string; readonly who: TeamsPerson },
    value: object,
    card: string,
    where?: TeamsWhere,
  ): TeamsActivity;
  /** The app is added; `upgrade` is a new version of it. */
  installs(where?: TeamsWhere, action?: 'add' | 'upgrade' | 'remove' | 'remove-upgrade'): TeamsActivity;
  /** The other activity of an install: it comes before or after the first, as Teams likes. */
  joins(where?: TeamsWhere): TeamsActivity;
  /** The other activity of a removal; or somebody else leaves. */
  leaves(where: TeamsWhere, who?: { readonly id: string }): TeamsActivity;
  /** A channel or all of a team is deleted, restored, renamed: Teams tells so in the team's first channel. */
  changesTeam(event: string, where: TeamsThread): TeamsActivity;
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

/** The channel that is meant where nobody says which. */
const SOME_THREAD: TeamsThread = { channel: '19:5f2d@thread.tacv2', root: '1700000000000' };

interface Setting {
  readonly conversation: object;
  readonly channelData: object;
}

function settingOf(where: TeamsWhere, who: TeamsPerson, id: string): Setting {
  switch (where) {
    case 'personal':
      return {
        conversation: { conversationType: 'personal', id: personalChatId(who), tenantId: TENANT },
        channelData: { tenant: { id: TENANT } },
      };
    case 'groupChat':
      return {
        conversation: { isGroup: true, conversationType: 'groupChat', id: '19:c0ffee@thread.v2', tenantId: TENANT },
        channelData: { tenant: { id: TENANT } },
      };
    case 'channel':
      return inThread(SOME_THREAD, id);
    default:
      return inThread(where, id);
  }
}

function inThread({ channel, team = channel, root, type }: TeamsThread, id: string): Setting {
  return {
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      id: `${channel};messageid=${root ?? id}`,
      tenantId: TENANT,
    },
    channelData: {
      tenant: { id: TENANT },
      teamsChannelId: channel,
      teamsTeamId: team,
      channel: { id: channel, ...(type !== undefined && { type }) },
      team: { id: team },
    },
  };
}

/** As an event of a team, which Teams tells in its first channel and in no thread. */
function inTeam(where: TeamsWhere, who: TeamsPerson, more: object): Setting {
  const { conversation, channelData } = settingOf(where, who, '');
  if (where === 'personal' || where === 'groupChat') return { conversation, channelData: { ...channelData, ...more } };
  const { channel, team = channel } = where === 'channel' ? SOME_THREAD : where;
  return {
    conversation: { ...conversation, id: team },
    channelData: { tenant: { id: TENANT }, team: { id: team }, ...more },
  };
}

/** Of this process, so that no two activities are ever taken for one delivery. */
let sent = 0;

/** Activities of one person, Ada by default, whose replies go to a service URL. */
export function teamsActivities(serviceUrl: string, who: TeamsPerson = ADA): TeamsActivities {
  const activity = (type: string, where: TeamsWhere, more: object): TeamsActivity => {
    const id = `${1_700_000_000_000 + ++sent}-${who.aadObjectId.slice(-4)}`;
    return {
      ...{ type, id },
      timestamp: '2024-05-06T07:08:09.1234567Z',
      localTimestamp: '2024-05-06T09:08:09.1234567+02:00',
      localTimezone: 'Europe/Berlin',
      channelId: 'msteams',
      serviceUrl,
      from: who,
      recipient: BOT,
      ...settingOf(where, who, id),
      ...more,
    };
  };
  const message = (where: TeamsWhere, more: object) => activity('message', where, { textFormat: 'plain', ...more });
  const dataIn = (where: TeamsWhere) => settingOf(where, who, '').channelData;
  const clicks: TeamsActivities['clicks'] = (value, card, where = 'personal') =>
    activity('message', where, {
      ...{ replyToId: card, value },
      channelData: { ...dataIn(where), source: { name: 'message' } },
    });
  return {
    clicks,
    says: (text, where = 'personal') => message(where, typed(text, where)),
    mentionsTwo: (text, other, where = 'channel') =>
      message(where, mentioning(text, [BOT, other === 'bot' ? BOT : COLLEAGUE])),
    mentions: (text, others, where) => message(where, mentioning(text, [BOT, ...others])),
    pastesLink: (words, href, where = 'personal') => message(where, pasted(words, href, where)),
    pastesPicture: (text, url = `${serviceUrl}v3/attachments/0-frca/views/original`) =>
      message('personal', {
        ...(text === '' ? {} : { text }),
        attachments: [{ contentType: 'image/*', contentUrl: url }],
      }),
    attaches: (files, text = '') =>
      message('personal', {
        ...(text === '' ? {} : { text }),
        attachments: [...files.map(attached), html(text === '' ? '' : `<p>${escaped(text)}</p>`)],
      }),
    brings: (contentType, text = '') =>
      message('personal', {
        ...(text === '' ? {} : { text }),
        attachments: [{ contentType, content: {} }, ...(text === '' ? [] : [html(`<p>${escaped(text)}</p>`)])],
      }),
    picks: ({ field, who: { aadObjectId } }, value, card, where) =>
      clicks({ ...value, [field]: aadObjectId }, card, where),
    installs: (where = 'personal', action = 'add') => {
      const { conversation, channelData } = settingOf(where, who, '1700000000000');
      const settings = { selectedChannel: { id: Object(conversation).id } };
      return activity('installationUpdate', where, { action, conversation, channelData: { ...channelData, settings } });
    },
    joins: (where = 'personal') =>
      activity('conversationUpdate', where, {
        membersAdded:
          where === 'personal' ? [{ id: who.id, aadObjectId: who.aadObjectId }, { id: BOT.id }] : [{ id: BOT.id }],
      }),
    leaves: (where, { id } = BOT) =>
      activity('conversationUpdate', where, {
        ...inTeam(where, who, { eventType: 'teamMemberRemoved' }),
        membersRemoved: [{ id }],
      }),
    changesTeam: (event, where) =>
      activity(
        'conversationUpdate',
        where,
        inTeam(where, who, { eventType: event, channel: { id: where.channel, name: 'Helpdesk' } }),
      ),
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

function typed(text: string, where: TeamsWhere): object {
  if (where !== 'personal') return mentioning(text, [BOT]);
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

function pasted(words: string, href: string, where: TeamsWhere): object {
  const link = `<a href="${escaped(href)}" rel="noreferrer noopener" title="${escaped(href)}" target="_blank">${words}</a>`;
  return { ...typed(words, where), attachments: [html(`<p>${link}</p>`)] };
}

function attached({ name, url }: AttachedFile): object {
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `https://contoso-my.sharepoint.com/personal/ada_contoso_com/Documents/${encodeURIComponent(name)}`,
    name,
    content: {
      downloadUrl: url,
      uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
      fileType: name.split('.').at(-1),
      etag: '1',
    },
  };
}

function html(content: string): object {
  return { contentType: 'text/html', content };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
