import type { ChannelReader } from '../bots/desk/channelReader.ts';
import { type CaseCardParts, deliverCaseCard } from '../bots/outbox/deliverCaseCard.ts';
import { deliverFetch } from '../bots/outbox/deliverFetch.ts';
import { deliverInThread } from '../bots/outbox/deliverInThread.ts';
import { deliverLooseFiles } from '../bots/outbox/deliverLooseFiles.ts';
import { deliverAnswerMail, deliverEscalationMail, type MailParts } from '../bots/outbox/deliverMails.ts';
import { deliverOldCard } from '../bots/outbox/deliverOldCard.ts';
import { deliverOpenCases } from '../bots/outbox/deliverOpenCases.ts';
import { deliverToPerson } from '../bots/outbox/deliverToPerson.ts';
import type { Posting } from '../bots/outbox/posting.ts';
import { payloadOf } from '../bots/outbox/rowPayload.ts';
import { en } from '../cards/text/en.ts';
import { CASE_LINK_LASTS } from '../channels/desk/signCaseLink.ts';
import { decideForSystem } from '../helpdesk/cases/decideForSystem.ts';
import type { Deliver, OutboxStore } from '../helpdesk/outbox.ts';
import { createMailer } from '../ticketing/mail/createMailer.ts';
import { outboxAlone } from '../turn/outboxAlone.ts';
import type { Built } from './built.ts';
import { type FileWays, fetchChatFiles } from './chatFiles.ts';
import type { Desk } from './desk.ts';

const HOUR = 60 * 60 * 1000;

/** The ways out. */
export interface Ways {
  readonly posting: Posting;
  /** Posts a message that only has to be posted. */
  readonly post: Deliver;
  readonly files: FileWays;
  /** By the names of the channels that there are. */
  readonly readers: Readonly<Record<string, ChannelReader>>;
  readonly outbox: OutboxStore;
}

/** How each kind of row is delivered. */
export function deskDeliveries(
  built: Built,
  desk: Desk,
  { posting, post, files, readers, outbox }: Ways,
): Readonly<Record<string, Deliver>> {
  const { stores, turns, setting, leaveList } = desk;
  const cards = { ...cardParts(built, desk, posting), readers };
  const threads = { ...cards, members: stores.members, outbox };
  const mails = mailParts(built, desk);
  const news = { post, turns, setting, cases: stores.cases, leaveList, log: built.log };
  const fetches = {
    fetch: fetchChatFiles(files, { files: stores.files, now: built.now }),
    ...{ cases: stores.cases, turns, setting, post, texts: en },
  };
  return {
    'case-card': (row) => deliverCaseCard(cards, payloadOf(row, 'case-card'), row),
    'open-cases': (row) => deliverOpenCases({ ...built, ...stores }, payloadOf(row, 'open-cases'), row),
    'old-card': (row) => deliverOldCard(cards, payloadOf(row, 'old-card')),
    thread: (row) => deliverInThread(threads, payloadOf(row, 'thread'), row),
    person: (row) => deliverToPerson(news, payloadOf(row, 'person'), row),
    'fetch-file': (row) => deliverFetch(fetches, payloadOf(row, 'fetch-file'), row),
    'loose-files': (row) => deliverLooseFiles({ ...stores, turns, setting }, payloadOf(row, 'loose-files')),
    'answer-mail': (row) => deliverAnswerMail(mails, payloadOf(row, 'answer-mail'), row),
    'escalation-mail': (row) => deliverEscalationMail(mails, payloadOf(row, 'escalation-mail'), row),
  };
}

function cardParts(
  { now, store, atStep }: Built,
  { stores, turns, inChannel, setting }: Desk,
  posting: Posting,
): Omit<CaseCardParts, 'readers'> {
  return {
    ...{ cases: stores.cases, places: stores.places, posts: stores.posts, now, atStep },
    contexts: inChannel.contexts,
    posting,
    async commit(outbox) {
      if (outbox.length > 0) await store.commit(outboxAlone(outbox, now()));
    },
    async onShown(current) {
      await turns.runUnasked({ case: current.id, delivery: null }, (latest) =>
        latest.line === current.line
          ? decideForSystem(latest, { do: 'shown' }, setting())
          : { kind: 'refused', why: 'no-change', holder: null },
      );
    },
  };
}

function mailParts({ config, now }: Built, { stores, contexts, inChannel, linkTo, turns, setting }: Desk): MailParts {
  const { mail, desk } = config;
  const { escalateTo } = desk;
  const mailer = mail && createMailer({ ...mail, now });
  return {
    send: mailer ? (each) => mailer.send(each) : null,
    ...{ cases: stores.cases, files: stores.files, contexts, linkTo, now, turns, setting },
    deskContexts: inChannel.contexts,
    linkHours: CASE_LINK_LASTS / HOUR,
    nextLine: escalateTo?.kind === 'mail' ? escalateTo.address : null,
  };
}
