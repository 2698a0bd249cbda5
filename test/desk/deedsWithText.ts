import { expect } from 'chai';
import type { DeskAgent } from '../support/deskAgent.ts';
import { postActivity } from '../support/postActivity.ts';
import { type TeamsActivity, type TeamsThread, teamsActivities } from '../support/teamsActivity.ts';
import { BEA, type DeskWorld } from './deskWorld.ts';

/** Where a deed is done: by the thread of the case that it is about, others, the page, and signed links. */
export interface Stage {
  readonly world: DeskWorld;
  /** At the page. */
  readonly ana: DeskAgent;
  /** By a link to the case, and by one to another case. */
  readonly linked: DeskAgent;
  readonly otherLinked: DeskAgent;
  readonly id: string;
  readonly thread: TeamsThread;
  /** Of another case of the same line. */
  readonly otherThread: TeamsThread;
  /** In the channel of the line that doesn’t have the case: its old thread there, or another case’s. */
  readonly otherLine: TeamsThread;
}

/** Something that is done at the desk with a text in it; `reaches`: the person gets that text. */
export interface Deed {
  readonly reaches: boolean;
  readonly act: (stage: Stage, text: string) => Promise<unknown>;
}

const activities = ({ world }: Stage) => teamsActivities(world.connector.serviceUrl, BEA);
const post = async ({ world }: Stage, activity: TeamsActivity): Promise<void> => {
  expect(await postActivity(world.bot.origin(), activity)).to.equal(200);
};
const types =
  (said: (text: string) => string, where: (stage: Stage) => TeamsThread = ({ thread }) => thread): Deed['act'] =>
  (stage, text) =>
    post(stage, activities(stage).says(said(text), where(stage)));
const clicks =
  (data: (text: string) => object, where: (stage: Stage) => TeamsThread = ({ thread }) => thread): Deed['act'] =>
  (stage, text) => {
    const { id } = stage;
    return post(stage, activities(stage).clicks({ card: id, case: id, ...data(text) }, 'activity-1', where(stage)));
  };
const elsewhere = ({ otherLine }: Stage): TeamsThread => otherLine;
/** A typed reply, made into something else on its way. */
const changed =
  (change: (activity: TeamsActivity, text: string) => TeamsActivity): Deed['act'] =>
  (stage, text) =>
    post(stage, change(activities(stage).says(`reply ${text}`, stage.thread), text));
const onPage =
  (data: (text: string) => object): Deed['act'] =>
  ({ ana, id }, text) =>
    ana.click({ card: id, case: id, ...data(text) }, id);
const byLink =
  (data: (text: string) => object): Deed['act'] =>
  ({ linked, id }, text) =>
    linked.click({ card: id, case: id, ...data(text) }, id);
/** Another kind of activity than a message, with all that makes a reply of one. */
const ofKind = (type: string, more: (text: string) => object = () => ({})): Deed => ({
  reaches: false,
  act: changed((activity, text) => ({ ...activity, value: undefined, ...more(text), type })),
});
/** Something that Teams asks a bot at once, with a reply wherever there could be one. */
const invoked = (name: string, value: (data: object, text: string) => object): readonly [string, Deed] => [
  `an invoke of ${name}`,
  {
    reaches: false,
    act: (stage, text) => {
      const { id } = stage;
      const invoke = { type: 'invoke', name, replyToId: 'activity-1' };
      const data = { card: id, case: id, verb: 'desk-reply', text };
      const said = activities(stage).says(`reply ${text}`, stage.thread);
      return post(stage, { ...said, ...invoke, value: value(data, text) });
    },
  },
];

/** By what they are, those first that reach the person. */
export const DEEDS_WITH_TEXT: Readonly<Record<string, Deed>> = {
  'a typed reply': { reaches: true, act: types((text) => `reply ${text}`) },
  'a typed reply with a colon': { reaches: true, act: types((text) => `Reply: ${text}`) },
  'a typed reply below its first word': { reaches: true, act: types((text) => `REPLY\n${text}`) },
  'a reply that mentions a colleague, too': {
    reaches: true,
    act: (stage, text) => post(stage, activities(stage).mentionsTwo(`reply ${text}`, 'colleague', stage.thread)),
  },
  'a reply written on its card': { reaches: true, act: clicks((text) => ({ verb: 'desk-reply', text })) },
  'a reply typed at the page': { reaches: true, act: ({ ana, id }, text) => ana.types(`reply ${text}`, id) },
  'a reply written at the page': { reaches: true, act: onPage((text) => ({ verb: 'desk-reply', text })) },

  'a reply typed by a link': { reaches: true, act: ({ linked, id }, text) => linked.types(`reply ${text}`, id) },
  'a reply written by a link': { reaches: true, act: byLink((text) => ({ verb: 'desk-reply', text })) },

  'a typed note': { reaches: false, act: types((text) => text) },
  'a note about a reply': { reaches: false, act: types((text) => `${text} reply`) },
  'a word that begins like it': { reaches: false, act: types((text) => `replying ${text}`) },
  ...Object.fromEntries(
    ['reply-all ', 'reply-to: ', 'reply, ', 'reply—', 'reply-', 'reply.', 'reply\u200b'].map((begin) => [
      `a text that begins with “${begin}”`,
      { reaches: false, act: types((text) => `${begin}${text}`) },
    ]),
  ),
  'a quoted reply': { reaches: false, act: types((text) => `> reply ${text}`) },
  'a note that mentions a colleague, too': {
    reaches: false,
    act: (stage, text) => post(stage, activities(stage).mentionsTwo(text, 'colleague', stage.thread)),
  },
  'a message that mentions nobody': {
    reaches: false,
    act: changed((activity, text) => ({ ...activity, text: `reply ${text}`, entities: [] })),
  },
  'a reply outside of any thread': {
    reaches: false,
    act: types(
      (text) => `reply ${text}`,
      ({ thread: { channel } }) => ({ channel }),
    ),
  },
  'a reply in the thread of another case': {
    reaches: false,
    act: types(
      (text) => `reply ${text}`,
      ({ otherThread }) => otherThread,
    ),
  },
  'a reply in another channel': {
    reaches: false,
    act: types(
      (text) => `reply ${text}`,
      ({ thread }) => ({ ...thread, channel: '19:other@thread.tacv2' }),
    ),
  },
  'an edited message': { reaches: false, act: changed((activity) => ({ ...activity, type: 'messageUpdate' })) },
  'a deleted message': { reaches: false, act: changed((activity) => ({ ...activity, type: 'messageDelete' })) },
  'a reaction': {
    reaches: false,
    act: changed((activity) => ({ ...activity, type: 'messageReaction', reactionsAdded: [{ type: 'like' }] })),
  },
  'an invoke': {
    reaches: false,
    act: changed((activity, text) => ({
      ...activity,
      type: 'invoke',
      name: 'task/submit',
      value: { verb: 'desk-reply', text },
    })),
  },
  ...Object.fromEntries([
    invoked('adaptiveCard/action', (data) => ({ action: { type: 'Action.Execute', verb: 'desk-reply', data } })),
    invoked('task/fetch', (data) => ({ data, context: { theme: 'default' } })),
    invoked('message/submitAction', (data) => ({ actionName: 'reply', actionValue: data })),
    invoked('composeExtension/submitAction', (data, text) => ({
      ...{ commandId: 'reply', commandContext: 'message', data },
      messagePayload: { body: { contentType: 'text', content: `reply ${text}` } },
    })),
    invoked('composeExtension/query', (_, text) => ({ parameters: [{ name: 'reply', value: text }] })),
    invoked('fileConsent/invoke', (data, text) => ({
      ...{ type: 'fileUpload', action: 'accept', context: data },
      uploadInfo: { name: text, uploadUrl: 'https://x.example', contentUrl: 'https://x.example', fileType: 'png' },
    })),
    invoked('signin/verifyState', (_, text) => ({ state: text })),
    invoked('actionableMessage/executeAction', (data, text) => ({ body: `reply ${text}`, actionId: 'reply', data })),
  ]),
  'a message that was edited into a reply': ofKind('messageUpdate', () => ({
    channelData: { eventType: 'editMessage' },
  })),
  'a reply that was deleted and is back': ofKind('messageUpdate', () => ({
    channelData: { eventType: 'undeleteMessage' },
  })),
  'a reply that was deleted': ofKind('messageDelete', () => ({ channelData: { eventType: 'softDeleteMessage' } })),
  'a reaction that is taken back': ofKind('messageReaction', (text) => ({ reactionsRemoved: [{ type: text }] })),
  'somebody who joins': ofKind('conversationUpdate', (text) => ({ membersAdded: [{ id: '29:1kim', name: text }] })),
  'somebody who leaves': ofKind('conversationUpdate', (text) => ({ membersRemoved: [{ id: '29:1kim', name: text }] })),
  'another topic': ofKind('conversationUpdate', (text) => ({ topicName: `reply ${text}` })),
  'another name of the team': ofKind('conversationUpdate', (text) => ({
    channelData: { eventType: 'teamRenamed', team: { id: '19:team@thread.tacv2', name: `reply ${text}` } },
  })),
  'a new version of the app': ofKind('installationUpdate', () => ({ action: 'add-upgrade' })),
  'somebody typing': ofKind('typing'),
  'the end of a conversation': ofKind('endOfConversation'),
  'a trace': ofKind('trace', (text) => ({ label: 'reply', value: { verb: 'desk-reply', text } })),
  'a suggestion': ofKind('suggestion', (text) => ({ textHighlights: [{ text: `reply ${text}`, occurrence: 1 }] })),
  'a kind that nobody knows': ofKind('reply'),
  'a tap that says something, too': {
    reaches: false,
    act: changed((activity, text) => ({
      ...{ ...activity, replyToId: 'activity-1' },
      value: { verb: 'desk-note', card: 'UN-2222-22', case: 'UN-2222-22', text },
    })),
  },
  'a tap whose data are a text': {
    reaches: false,
    act: changed((activity, text) => ({ ...activity, value: JSON.stringify({ verb: 'desk-reply', text }) })),
  },
  'a summary and words beside a note': {
    reaches: false,
    act: changed((activity, text) => ({
      ...{ ...activity, text: '<at>Unstuck</at> noted', summary: `reply ${text}`, speak: `reply ${text}` },
      suggestedActions: { to: [], actions: [{ type: 'imBack', title: text, value: `reply ${text}` }] },
    })),
  },
  'an event': { reaches: false, act: changed((activity) => ({ ...activity, type: 'event', name: 'reply' })) },
  'HTML beside a note': {
    reaches: false,
    act: changed((activity, text) => ({
      ...activity,
      text: '<at>Unstuck</at> noted',
      attachments: [{ contentType: 'text/html', content: `<p>reply ${text}</p>` }],
    })),
  },
  'an attachment with a name': {
    reaches: false,
    act: changed((activity, text) => ({
      ...activity,
      text: '<at>Unstuck</at> see there',
      attachments: [{ contentType: 'image/png', contentUrl: `https://x.example/${text}`, name: text }],
    })),
  },
  'a note written on its card': { reaches: false, act: clicks((text) => ({ verb: 'desk-note', text })) },
  'a claim with a text': { reaches: false, act: clicks((text) => ({ verb: 'desk-claim', text })) },
  'a call with a text': { reaches: false, act: clicks((text) => ({ verb: 'desk-calling', text })) },
  'a card to write on, with a text': {
    reaches: false,
    act: clicks((text) => ({ verb: 'desk-form', form: 'reply', text })),
  },
  'an assignment to a text': { reaches: false, act: clicks((text) => ({ verb: 'desk-assign', who: text })) },
  'a typed assignment': { reaches: false, act: types((text) => `assign ${text}`) },
  'a diagnosis with a text': {
    reaches: false,
    act: clicks((text) => ({ verb: 'desk-diagnose', 'q-users': text, text, comment: text })),
  },
  'a question of one’s own': { reaches: false, act: clicks((text) => ({ verb: 'desk-ask', question: text })) },
  'a note typed at the page': { reaches: false, act: ({ ana, id }, text) => ana.types(text, id) },
  'a reply beside no case': { reaches: false, act: ({ ana }, text) => ana.types(`reply ${text}`) },
  'a note typed by a link': { reaches: false, act: ({ linked, id }, text) => linked.types(text, id) },
  'a word that begins like it, by a link': {
    reaches: false,
    act: ({ linked, id }, text) => linked.types(`replying ${text}`, id),
  },
  'a note written by a link': { reaches: false, act: byLink((text) => ({ verb: 'desk-note', text })) },
  'a question of one’s own by a link': {
    reaches: false,
    act: byLink((text) => ({ verb: 'desk-ask', question: text })),
  },
  'an assignment to a text by a link': { reaches: false, act: byLink((text) => ({ verb: 'desk-assign', who: text })) },
  'a reply by a link, beside no case': {
    reaches: false,
    act: ({ linked }, text) => linked.tries({ case: null, text: `reply ${text}` }),
  },
  'a reply typed by a link to another case': {
    reaches: false,
    act: ({ otherLinked, id }, text) => otherLinked.tries({ case: id, text: `reply ${text}` }),
  },
  'a reply written by a link to another case': {
    reaches: false,
    act: ({ otherLinked, id }, text) =>
      otherLinked.tries({ case: null, value: { verb: 'desk-reply', card: id, case: id, text } }),
  },
  'a reply typed in the other line’s channel': { reaches: false, act: types((text) => `reply ${text}`, elsewhere) },
  'a reply written in the other line’s channel': {
    reaches: false,
    act: clicks((text) => ({ verb: 'desk-reply', text }), elsewhere),
  },
  'a note typed in the other line’s channel': { reaches: false, act: types((text) => text, elsewhere) },
  'a note written in the other line’s channel': {
    reaches: false,
    act: clicks((text) => ({ verb: 'desk-note', text }), elsewhere),
  },
  'a question of one’s own in the other line’s channel': {
    reaches: false,
    act: clicks((text) => ({ verb: 'desk-ask', question: text }), elsewhere),
  },
  'a note written at the page': { reaches: false, act: onPage((text) => ({ verb: 'desk-note', text })) },
};
