import { readActivity } from './activity.ts';
import { setUpAdaptiveCards } from './adaptiveCards.ts';
import { createAnnouncer } from './announcer.ts';
import { createComposer } from './composer.ts';
import { Conversation } from './conversation.ts';
import { Greeter } from './greeter.ts';
import { createHostConfig } from './hostConfig.ts';
import { keepOutgoing, keptOutgoing } from './keptOutgoing.ts';
import { createNewerButton } from './newerButton.ts';
import { Outbox, type Outgoing } from './outbox.ts';
import { byId } from './pageParts.ts';
import { randomId } from './randomId.ts';
import { postMessage } from './server.ts';
import { Session } from './session.ts';
import { StatusLine } from './statusLine.ts';
import { createTranscriptView } from './transcriptView.ts';
import { watchBottom } from './watchBottom.ts';

setUpAdaptiveCards();
const styles = getComputedStyle(document.documentElement);
const token = (name: string) => styles.getPropertyValue(name);
const announce = createAnnouncer(byId('announcer'));
const goOn = byId('go-on');
const status = new StatusLine({ below: byId('status'), bottom: byId('connection'), empty: byId('empty-text'), goOn });

const view = createTranscriptView(byId('log'), {
  hostConfig: { live: createHostConfig(token, true), still: createHostConfig(token, false) },
  announce,
  onSubmit: (entry, value) => {
    const id = randomId();
    conversation.clicked(id, entry.key);
    outbox.send(entry.seq === null ? { id, value } : { id, value, replyTo: String(entry.seq) });
  },
  onRetry: (entry) => entry.clientId !== null && outbox.send({ id: entry.clientId, text: entry.text }),
  onEdit: (entry) => {
    conversation.withdrew(entry.clientId ?? '');
    composer.put(entry.text);
  },
});

const greeter = new Greeter({ view, announce, newer: createNewerButton(byId('newer')) });
const conversation = new Conversation({ view, status, greeter, empty: byId('empty') });

const session = new Session({
  onEvent: (seq, data) => {
    const activity = readActivity(data);
    if (!activity) return;
    if (activity.kind === 'said' && activity.clientId !== null) outbox.arrived(activity.clientId);
    conversation.received(seq, activity);
  },
  onConnection: (connection) => {
    status.connection(connection);
    if (connection !== 'live') return;
    conversation.connected();
    outbox.hurry();
  },
  onRenewed: () => conversation.renewed(),
});

const outbox = new Outbox({
  post: (outgoing) => postMessage(outgoing, () => session.renew()),
  onDelivery: (outgoing, delivery, after) => conversation.delivered(outgoing.id, delivery, after ?? null),
  keep: keepOutgoing,
  random: Math.random,
});

const composer = createComposer(
  {
    form: byId('composer', HTMLFormElement),
    field: byId('composer-text', HTMLTextAreaElement),
    note: byId('composer-note'),
  },
  (text) => send({ id: randomId(), text }),
);

function send(outgoing: Outgoing): void {
  if (outgoing.text !== undefined) conversation.typed(outgoing.id, outgoing.text);
  outbox.send(outgoing);
}

window.addEventListener('online', () => {
  session.hurry();
  outbox.hurry();
});
goOn.onclick = () => session.hurry();
watchBottom(byId('bottom'));
for (const outgoing of keptOutgoing()) send(outgoing);
session.start();
