import { expect } from 'chai';
import type { DeskAgent } from '../support/deskAgent.ts';
import { postActivity } from '../support/postActivity.ts';
import { type TeamsActivity, type TeamsThread, teamsActivities } from '../support/teamsActivity.ts';
import { BEA, CHANNEL, type DeskWorld } from './deskWorld.ts';

/** Where a deed is done: by the thread of the case that it is about, another case’s, and the page. */
export interface Stage {
  readonly world: DeskWorld;
  readonly ana: DeskAgent;
  readonly id: string;
  readonly thread: TeamsThread;
  readonly otherThread: TeamsThread;
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
  (data: (text: string) => object): Deed['act'] =>
  (stage, text) => {
    const { id, thread } = stage;
    return post(stage, activities(stage).clicks({ card: id, case: id, ...data(text) }, 'activity-1', thread));
  };
/** A typed reply, made into something else on its way. */
const changed =
  (change: (activity: TeamsActivity, text: string) => TeamsActivity): Deed['act'] =>
  (stage, text) =>
    post(stage, change(activities(stage).says(`reply ${text}`, stage.thread), text));
const onPage =
  (data: (text: string) => object): Deed['act'] =>
  ({ ana, id }, text) =>
    ana.click({ card: id, case: id, ...data(text) }, id);

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
      () => ({ channel: CHANNEL }),
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
  'a note written at the page': { reaches: false, act: onPage((text) => ({ verb: 'desk-note', text })) },
};
