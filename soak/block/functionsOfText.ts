import type { Activity } from 'botbuilder';
import { plainName } from '../../src/bots/plainName.ts';
import { turnKeysOf } from '../../src/bots/turnKeys.ts';
import { webMessagesOf } from '../../src/bots/webMessages.ts';
import { parseClick } from '../../src/cards/actions.ts';
import { escapeMarkdown } from '../../src/cards/adaptiveCard/escapeMarkdown.ts';
import { cleanText } from '../../src/cards/cleanText.ts';
import { readTyped } from '../../src/cards/readTyped.ts';
import { renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { plain, rich } from '../../src/cards/richText.ts';
import { shownLine, shownRich, shownText } from '../../src/cards/shownText.ts';
import { en } from '../../src/cards/text/en.ts';
import { givenBack } from '../../src/cards/views/givenBack.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import { withNotice } from '../../src/cards/views/withNotice.ts';
import { parseInboundActivity } from '../../src/channels/teams/parseInboundActivity.ts';
import { parseWebMessage } from '../../src/channels/web/parseWebMessage.ts';
import { incomingOf } from '../../src/dialogs/incoming.ts';
import { openCardIn } from '../../src/dialogs/openCard.ts';
import { withoutMentions } from '../../src/dialogs/withoutMentions.ts';
import { maskSecrets } from '../../src/helpdesk/cases/maskSecrets.ts';
import { readCaseId } from '../../src/helpdesk/cases/newCaseId.ts';
import {
  findJoinLink,
  hideJoinLinks,
  newDraft,
  openAside,
  type Pack,
  reconcile,
  withQuery,
} from '../../src/knowledge/index.ts';
import { trimLink } from '../../src/knowledge/trimLink.ts';
import { readState } from '../../src/storage/readState.ts';

type OfText = (text: string) => unknown;

/** How much of a text goes into a mention or a name that comes with another text, in characters. */
const PART = 2_000;

/** Every function that is given what a person, or whoever poses as a channel, has written; by its name. */
export function functionsOfText(pack: Pack): Readonly<Record<string, OfText>> {
  return { ...readers(pack), ...mentionReaders(), ...writers(pack) };
}

function readers(pack: Pack): Record<string, OfText> {
  const drafts = [newDraft(pack), openAside(newDraft(pack), 'way-in'), { ...newDraft(pack), started: true }];
  const views = drafts.map((draft) => viewAt({ pack, draft, texts: en, contact: undefined, desk: null }));
  const html = (content: string) => [{ contentType: 'text/html', content }];
  return {
    readCaseId,
    'readCaseId, with one': (text) => readCaseId(`${text} UN-7K3Q-M2`),
    maskSecrets: (text) => maskSecrets(text),
    'maskSecrets, after a label': (text) => maskSecrets(`password: ${text}`),
    // As long as the text: else the longest would be ten times what is tried elsewhere.
    'maskSecrets, labels all along': (text) => maskSecrets(text.replaceAll(' ', ' token is ').slice(0, text.length)),
    findJoinLink,
    hideJoinLinks: (text) => hideJoinLinks(text, '(a link)'),
    'hideJoinLinks, with one': (text) => hideJoinLinks(`${text} https://meet.contoso.com/a/b`, '(a link)'),
    trimLink,
    withQuery: (text) => withQuery(`https://meet.contoso.com/a/b?${text}`, 'sl=1'),
    'incomingOf a text': (text) => incomingOf({ text }),
    'incomingOf HTML': (text) => incomingOf({ text: '', attachments: html(text) }),
    'incomingOf a field': (text) => incomingOf({ text: '', value: { card: 'c', verb: 'link', link: text } }),
    parseClick: (text) => parseClick({ card: text, verb: text, [text]: text }),
    parseWebMessage: (text) => parseWebMessage({ id: text, text, value: { text }, replyTo: text }),
    parseInboundActivity: (text) => parseInboundActivity(activity(text)),
    turnKeysOf: (text) => turnKeysOf(activity(text)),
    readTyped: (text) => views.map((view) => readTyped(view, text, en)),
    readState: (text) => readState(text),
    reconcile: (text) =>
      reconcile(pack, { pack: pack.id, version: text, symptom: text, answers: { users: text, [text]: text } }),
    openCardIn: (text) => openCardIn([{ id: 'card', state: { card: text, place: text } }], 'card'),
  };
}

/** Mentions by which the search would begin everywhere: each of other length, overlapping, or all but in the text. */
function mentionReaders(): Record<string, OfText> {
  const mentions = (texts: readonly string[]) => texts.map((text) => ({ type: 'mention', text }));
  const prefixes = (text: string) => Array.from({ length: 60 }, (_, at) => text.slice(0, (at + 1) * (PART / 60)));
  return {
    'withoutMentions, one of half the text': (text) =>
      withoutMentions({ text, entities: mentions([`${text.slice(0, text.length / 2)}!`]) }),
    'withoutMentions, one after another longer': (text) =>
      withoutMentions({ text, entities: mentions(prefixes(text)) }),
    'withoutMentions, each with another end': (text) =>
      withoutMentions({ text, entities: mentions(prefixes(text).map((each) => `${each}\u0002`)) }),
    'withoutMentions, 4,000 short ones': (text) =>
      withoutMentions({ text, entities: mentions(Array.from({ length: 4_000 }, (_, at) => text.slice(0, 6) + at)) }),
  };
}

function writers(pack: Pack): Record<string, OfText> {
  const context = { pack, texts: en, contact: undefined, desk: null };
  const wayIn = viewAt({ ...context, draft: openAside(newDraft(pack), 'way-in') });
  const held = { posts: [], updates: [], clear: () => undefined, release: () => undefined };
  const turn = { linkGiven: '(a link)', case: null, to: null };
  const noticed = (text: string) => withNotice(wayIn, plain(text));
  const given = (text: string) => ({ ...wayIn, blocks: [...givenBack(context, text), ...wayIn.blocks] });
  return {
    cleanText,
    plain,
    rich,
    escapeMarkdown,
    plainName,
    shownText: (text) => shownText(text, 100),
    shownLine: (text) => shownLine(text, 100),
    shownRich: (text) => shownRich([{ text }, { text }], 100),
    webMessagesOf: (text) => webMessagesOf({ type: 'message', text, id: 'a' }, held, turn),
    'renderAdaptiveCard, a notice': (text) => renderAdaptiveCard(noticed(text), 'c'),
    'renderAdaptiveCard, given back': (text) => renderAdaptiveCard(given(text), 'c'),
    'renderBlockKit, a notice': (text) => renderBlockKit(noticed(text), 'c', 'message'),
    'renderBlockKit, given back': (text) => renderBlockKit(given(text), 'c', 'modal'),
    renderPlainText: (text) => renderPlainText(noticed(text)),
  };
}

function activity(text: string): Partial<Activity> {
  const account = { id: text, name: text, aadObjectId: text };
  const conversation = { id: text, name: text, isGroup: false, conversationType: text, tenantId: text };
  const from = { type: 'message', id: text, channelId: text, serviceUrl: text, text, locale: text };
  return { ...from, conversation, from: account, recipient: account, timestamp: text as unknown as Date };
}
