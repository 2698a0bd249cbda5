import { readActivity } from './activity.ts';
import { setUpAdaptiveCards } from './adaptiveCards.ts';
import { createAnnouncer } from './announcer.ts';
import { secretIn } from './caseAddress.ts';
import { createCaseFrame } from './caseFrame.ts';
import { createComposer } from './composer.ts';
import { Conversation } from './conversation.ts';
import { fetchCaseLink } from './fetchCaseLink.ts';
import { Greeter } from './greeter.ts';
import { createHostConfig } from './hostConfig.ts';
import { keptList } from './keptList.ts';
import { keepOutgoing, keptOutgoing } from './keptOutgoing.ts';
import { createLinkChoice } from './linkChoice.ts';
import { createNewerButton } from './newerButton.ts';
import { otherTabs } from './otherTabs.ts';
import { Outbox, type Outgoing } from './outbox.ts';
import { byId } from './pageParts.ts';
import { pageText } from './pageText.ts';
import { randomId } from './randomId.ts';
import { ReadMarks } from './readMarks.ts';
import { sendFile } from './sendFile.ts';
import { fileAddress, postMessage, postRead } from './server.ts';
import { Session } from './session.ts';
import { StatusLine } from './statusLine.ts';
import { takeFiles } from './takeFiles.ts';
import { createTranscriptView } from './transcriptView.ts';
import { Uploads } from './uploads.ts';
import { watchBottom } from './watchBottom.ts';

/** How many answers of the helpdesk's a tab remembers to have told of. */
const READ_KEPT = 200;

/** What is said of the link that the page was opened by. */
const LINK_NOTICES = {
  opened: pageText.status.openedByLink,
  left: pageText.status.leftLink,
  over: pageText.status.linkOver,
};

setUpAdaptiveCards();
const styles = getComputedStyle(document.documentElement);
const token = (name: string) => styles.getPropertyValue(name);
const announce = createAnnouncer(byId('announcer'));
const goOn = byId('go-on');
const status = new StatusLine({ below: byId('status'), bottom: byId('connection'), empty: byId('empty-text'), goOn });
const tabs = otherTabs();

const view = createTranscriptView(byId('log'), {
  hostConfig: { live: createHostConfig(token, true), still: createHostConfig(token, false) },
  announce,
  onSubmit: (entry, value) => {
    const id = randomId();
    conversation.clicked(id, entry.key);
    outbox.send(entry.seq === null ? { id, value } : { id, value, replyTo: String(entry.seq) });
  },
  onRetry: ({ clientId, upload, text }) => {
    if (clientId === null) return;
    if (upload === null) outbox.send({ id: clientId, text });
    else uploads.retry(clientId);
  },
  onEdit: (entry) => {
    conversation.withdrew(entry.clientId ?? '');
    composer.put(entry.text);
  },
  onRemove: ({ clientId }) => {
    uploads.drop(clientId ?? '');
    conversation.withdrew(clientId ?? '');
    field.focus();
  },
});

const greeter = new Greeter({ view, announce, newer: createNewerButton(byId('newer')) });
const conversation = new Conversation({ view, status, greeter, empty: byId('empty') });

const frame = createCaseFrame({
  ...{ link: byId('case-link'), label: byId('case-link-label'), address: byId('case-link-address') },
  ...{ form: byId('composer'), formLabel: byId('composer-label'), fetch: fetchCaseLink, announce },
});

const toldRead = keptList('unstuck-read', READ_KEPT);
const readMarks = new ReadMarks({
  post: postRead,
  isVisible: () => document.visibilityState === 'visible',
  told: toldRead.read(),
  keep: toldRead.write,
  random: Math.random,
});

const session = new Session(
  {
    onEvent: (seq, data) => {
      const activity = readActivity(data);
      if (!activity) return;
      if (activity.kind === 'said' && activity.clientId !== null) outbox.arrived(activity.clientId);
      conversation.received(seq, activity);
      if (activity.kind === 'said' && activity.about !== null) frame.show(activity.about);
      if (activity.kind === 'said' && activity.answer !== null) readMarks.shown(activity.answer);
    },
    onConnection: (connection) => {
      status.connection(connection);
      if (connection !== 'live') return;
      conversation.connected();
      outbox.hurry();
    },
    onRenewed: (why) => {
      frame.clear();
      conversation.renewed(why);
    },
    onLink: (link) => {
      // What opens the case doesn't stay in the address, where others may see it or copy it along.
      history.replaceState(null, '', '/');
      status.notice(LINK_NOTICES[link]);
      if (link === 'opened') tabs.tell();
    },
    onChoice: (caseId) => linkChoice.ask(caseId),
  },
  secretIn(location.pathname),
);

const linkChoice = createLinkChoice({ open: () => session.openLink(), leave: () => session.leaveLink() });

const outbox = new Outbox({
  post: (outgoing) => postMessage(outgoing, () => session.renew()),
  onDelivery: (outgoing, delivery, after) => conversation.delivered(outgoing.id, delivery, after ?? null),
  keep: keepOutgoing,
  random: Math.random,
});

const uploads = new Uploads({
  post: (file, id, onProgress) => sendFile({ url: fileAddress(file.name, id), file, onProgress }),
  renew: () => session.renew(),
  onAdded: (id, file) => conversation.uploading(id, file),
  onNews: (id, news) => conversation.uploadChanged(id, news),
  onFault: ({ name }, fault) => announce(pageText.files.announce(name, pageText.files.fault[fault])),
  newId: randomId,
});

const field = byId('composer-text', HTMLTextAreaElement);
const composer = createComposer(
  { form: byId('composer', HTMLFormElement), field, note: byId('composer-note') },
  (text) => {
    const begun = view.sendBegun();
    send({ id: randomId(), text, ...(begun && { begun }) });
  },
);

function send(outgoing: Outgoing): void {
  if (outgoing.text !== undefined) conversation.typed(outgoing.id, outgoing.text);
  outbox.send(outgoing);
}

takeFiles(
  { button: byId('attach'), field: byId('attach-field', HTMLInputElement), text: field, target: byId('drop') },
  (files) => uploads.add(files),
);
window.addEventListener('online', () => {
  session.hurry();
  outbox.hurry();
});
document.addEventListener('visibilitychange', () => readMarks.becameVisible());
goOn.onclick = () => session.hurry();
tabs.listen(() => session.switched());
watchBottom(byId('bottom'));
for (const outgoing of keptOutgoing()) send(outgoing);
session.start();
