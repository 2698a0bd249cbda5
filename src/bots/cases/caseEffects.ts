import type { Activity, Attachment } from 'botbuilder';
import type { CardAction, CardView } from '../../cards/model.ts';
import { plain } from '../../cards/richText.ts';
import { type FilesAt, threadPost } from '../../cards/views/desk/threadPost.ts';
import { newsView } from '../../cards/views/requests/newsView.ts';
import { withNotice } from '../../cards/views/withNotice.ts';
import { cardActivity } from '../../dialogs/cardActivity.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { CaseEntry, CaseFile } from '../../helpdesk/cases/caseEntry.ts';
import type { CaseWrite } from '../../helpdesk/cases/caseStore.ts';
import type { NewOutboxRow } from '../../helpdesk/outbox.ts';
import type { RowPayload } from '../outbox/rowPayload.ts';
import type { CaseContexts } from './caseContexts.ts';
import { caseOnPage } from './caseOnPage.ts';
import { mentionsOf } from './mentionsOf.ts';

/** All that must reach somebody because cases have changed: rows for the commit that changes them. */
export type CaseEffects = (writes: readonly CaseWrite[], at: Date) => readonly NewOutboxRow[];

export interface CaseEffectsParts {
  readonly contexts: CaseContexts;
  readonly newId: () => string;
  /** Whether the desk may be in a channel; else there is nothing to post anywhere. */
  readonly hasDeskChannel: boolean;
  /** Ids of the first line's people on call: whom to mention when a case is new, or nobody's again, or has waited. */
  readonly onCall: readonly string[];
  readonly filesAt: FilesAt;
  /** The address of a file, for people in Teams, where a bot gives nobody any; null where nobody could open it. */
  readonly fileLink: ((file: string) => string) | null;
  /** What an activity's channel is called, by the name of a requester's. */
  readonly channelNames: Readonly<Record<Case['requester']['channel'], string>>;
}

/** Effects follow from what happened alone, whoever did it: a turn of the person, of the desk, or the passing of time. */
export function createCaseEffects(parts: CaseEffectsParts): CaseEffects {
  return (writes, at) => writes.flatMap((write) => rowsOf(parts, write, at));
}

function rowsOf(
  parts: CaseEffectsParts,
  { next, before, entries, files, leftOut }: CaseWrite,
  at: Date,
): NewOutboxRow[] {
  const row = (queue: string, payload: RowPayload): NewOutboxRow => ({
    id: parts.newId(),
    queue,
    person: next.requester.person,
    payload,
  });
  const desk = `desk:${next.id}`;
  const lines = [...new Set([...(before ? [before.line] : []), next.line])];
  const cards = lines.map((line) => {
    const from = entries.find((entry) => lineOf(entry, { next, before }) === line)?.id;
    return row(desk, { kind: 'case-card', case: next.id, line, ...(from && { from }) });
  });
  const posts = entries.flatMap((entry) => threadPayloads(parts, { next, before, entry, entries, files, at }));
  const news = next.isUnreachable ? [] : entries.flatMap((entry) => newsPayloads(parts, { next, entry, at }));
  const mails = entries.flatMap((entry) => mailPayloads(next, entry));
  // The page's files are there before their message is.
  const isNewInChat = before === null && next.requester.channel !== 'web';
  return [
    ...(parts.hasDeskChannel ? [...cards, ...posts.map((payload) => row(desk, payload))] : []),
    ...news.map((payload) => row(next.requester.conversation, payload)),
    ...mails.map((payload) => row(`mail:${next.id}`, payload)),
    // Behind those by which files are fetched: the turn that opened the case saw none that came while it ran.
    ...(isNewInChat ? [row(fileQueue(next.requester), { kind: 'loose-files', case: next.id, leftOut })] : []),
  ];
}

interface Happened {
  readonly next: Case;
  readonly entry: CaseEntry;
  readonly at: Date;
}

/** In which the rows are that get the files of a conversation. */
export function fileQueue({ conversation }: Pick<Case['requester'], 'conversation'>): string {
  return `files:${conversation}`;
}

/** What is said of an entry, and where. */
function threadPayloads(
  { contexts, onCall, filesAt }: CaseEffectsParts,
  { next, before, entry, entries, files, at }: Happened & Pick<CaseWrite, 'before' | 'entries' | 'files'>,
): RowPayload[] {
  const deskLine = lineOf(entry, { next, before });
  const mentions = mentionsOf(next, entry, { onCall, entries });
  const isCall = next.claim === null && mentions.length > 0;
  const context = contexts.desk(at);
  const post = threadPost(context, next, entry, { isCall, filesAt });
  if (post === null) return [];
  const to = { kind: 'thread', case: next.id, line: deskLine, mentions, from: entry.id } as const;
  const { again } = context.texts.trail;
  if ('view' in post) {
    const drawn = card(post.view, next);
    return [{ ...to, activity: drawn, ifRepeated: { ...drawn, ...plainText(again(next.id)) } }];
  }
  const said = (text: string) => {
    const named = text.includes(next.id) ? text : `${next.id}: ${text}`;
    return { activity: plainText(text), ifRepeated: plainText(again(named)) };
  };
  const { text, textIfAllHeard } = post;
  const ways = { ...said(text), ...(textIfAllHeard !== undefined && { ifAllHeard: said(textIfAllHeard) }) };
  const told = filesOf(next, entry, files);
  const above = told.length === 0 ? null : threadPost(context, next, entry, { isCall, filesAt: 'above' });
  if (above === null || 'view' in above) return [{ ...to, ...ways }];
  const { activity, ifRepeated } = said(above.textIfAllHeard ?? above.text);
  const attachments = told.map(attached);
  const withFiles = { activity: { ...activity, attachments }, ifRepeated: { ...ifRepeated, attachments } };
  return [{ ...to, ...ways, withFiles }];
}

type ShownFile = Pick<CaseFile, 'id' | 'name'> & { readonly type?: string; readonly size?: number };

/** The person's files that an entry tells of. A case begins with those whose names it has. */
function filesOf({ files: names }: Case, { event }: CaseEntry, ids: readonly string[]): readonly ShownFile[] {
  if (event.kind === 'file-in') return [event.file];
  return event.kind === 'opened' ? ids.map((id, at) => ({ id, name: names.at(at - ids.length) ?? '' })) : [];
}

/** As the channels that take files read it. */
function attached({ id: file, name, type: contentType = 'application/octet-stream', size }: ShownFile): Attachment {
  return { contentType, name, content: { file, ...(size !== undefined && { size }) } };
}

/** That a case went to the next line is told to the line that had it: the other one's thread begins with all of it. */
function lineOf({ event }: CaseEntry, { next, before }: Pick<CaseWrite, 'next' | 'before'>): Case['line'] {
  return event.kind === 'escalated' ? (before?.line ?? next.line) : next.line;
}

/** What somebody did themselves is answered where they did it. */
function newsPayloads(parts: CaseEffectsParts, { next, entry, at }: Happened): RowPayload[] {
  if (entry.by.kind === 'person') return [];
  const context = parts.contexts.person(next.requester.timeZone, at);
  const { texts } = context;
  const view = newsView(context, next, entry);
  if (view === null) return [];
  return [
    {
      kind: 'person',
      case: next.id,
      entry: waitsToBeRead(next, entry) ? entry.id : null,
      channel: parts.channelNames[next.requester.channel],
      reference: next.requester.reference,
      activity: newsActivity(parts, { next, entry }, view),
      ifRepeated: newsActivity(parts, { next, entry }, withNotice(view, plain(texts.requests.again(next.id)))),
    },
  ];
}

/** What the desk says to the person, and what they are asked by it. */
function isAnswer({ event }: CaseEntry): boolean {
  return event.kind === 'reply' || event.kind === 'question' || event.kind === 'file-out';
}

/** As the case says: what is its newest answer, which the question whether they are in can be, too. */
function waitsToBeRead({ lastAnswer }: Case, entry: CaseEntry): boolean {
  return lastAnswer?.entry === entry.id;
}

/** A file goes along where the channel has a place for it; in Teams it is a link. */
function newsActivity(
  { fileLink, contexts }: CaseEffectsParts,
  { next, entry }: Omit<Happened, 'at'>,
  view: CardView,
): Partial<Activity> {
  const { texts } = contexts.desk(new Date(entry.at));
  const isOnPage = next.requester.channel === 'web';
  const told = {
    ...(waitsToBeRead(next, entry) && { answer: entry.id }),
    ...(isAnswer(entry) && entry.by.kind === 'agent' && { by: entry.by.agent.name }),
    ...(isOnPage && { case: caseOnPage(texts, next) }),
  };
  const channelData = Object.keys(told).length > 0 ? { channelData: told } : {};
  if (entry.event.kind !== 'file-out') return { ...card(view, next), ...channelData };
  const { file } = entry.event;
  if (next.requester.channel !== 'teams') {
    const { attachments = [] } = card(view, next);
    // What Slack says with the file, which is a message of its own.
    const words = isOnPage ? {} : { summary: view.title };
    return { ...card(view, next), ...words, attachments: [...attachments, attached(file)], ...channelData };
  }
  const open: CardAction[] = fileLink
    ? [{ kind: 'link', label: texts.requests.actions.openFile, url: fileLink(file.id) }]
    : [];
  return { ...card({ ...view, actions: [...open, ...view.actions] }, next), ...channelData };
}

function mailPayloads({ id, requester }: Case, { id: entry, event }: CaseEntry): RowPayload[] {
  if (event.kind === 'mailing' && requester.email !== null) {
    return [{ kind: 'answer-mail', case: id, to: requester.email, entry: event.entry }];
  }
  return event.kind === 'escalated' && event.to === 'mail' ? [{ kind: 'escalation-mail', case: id, entry }] : [];
}

function plainText(text: string): Partial<Activity> {
  return { type: 'message', textFormat: 'plain', text };
}

/** A click on it says which case it is, and the case alone decides what it still means. */
function card(view: CardView, { id }: Case) {
  return cardActivity({ view, card: id });
}
