import { setUpAdaptiveCards } from './adaptiveCards.ts';
import { createAnnouncer } from './announcer.ts';
import { ConnectionLine } from './desk/connectionLine.ts';
import { type Credential, credentialIn } from './desk/credential.ts';
import { Deeds } from './desk/deeds.ts';
import { DeskEvents } from './desk/deskEvents.ts';
import { DeskServer } from './desk/deskServer.ts';
import { deskText } from './desk/deskText.ts';
import type { DeskMe } from './desk/deskTypes.ts';
import { keepName, keptName } from './desk/keptName.ts';
import { sendFilesTo } from './desk/sendFilesTo.ts';
import { SignIn } from './desk/signIn.ts';
import { signInFault } from './desk/signInFault.ts';
import { TopLine } from './desk/topLine.ts';
import { Workspace } from './desk/workspace.ts';
import { createHostConfig } from './hostConfig.ts';
import { byId } from './pageParts.ts';
import { randomId } from './randomId.ts';
import { takeFiles } from './takeFiles.ts';

setUpAdaptiveCards();
const styles = getComputedStyle(document.documentElement);
const token = (name: string) => styles.getPropertyValue(name);
const announce = createAnnouncer(byId('announcer'));
const server = new DeskServer();
const connection = new ConnectionLine(() => events.hurry());
let me: DeskMe | null = null;

const deeds = new Deeds({
  act: (id, deed) => server.act(id, deed),
  onWait: (why, after) => workspace.said.say(deskText.deed.wait[why](after)),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  newId: randomId,
  random: Math.random,
});

const workspace = new Workspace({
  server,
  cards: {
    hostConfig: { live: createHostConfig(token, true, 3), still: createHostConfig(token, false, 3) },
    announce,
  },
  send: (deed) => deeds.send(deed),
  onSignedOut: signedOut,
});

const events = new DeskEvents({
  onChange: (cases) => workspace.changed(cases),
  onConnection: (state) => connection.show(state),
  onSignedOut: signedOut,
  probe: () => server.me(),
});

const top = new TopLine({
  onFigures: () => void workspace.do({ case: null, text: 'stats' }, { at: 'top' }),
  onLeave: () => void leave(),
});

const signIn = new SignIn(keptName(), (credential, name) => void open(credential, name));

async function open(credential: Credential, name: string): Promise<void> {
  const reply = await server.open(credential, name);
  if (reply.end === 'done') {
    keepName(name);
    enter(reply.value);
  } else {
    const { text, field } = signInFault(reply, credential);
    signIn.fault(text, field);
  }
}

function enter(who: DeskMe): void {
  const isFromForm = byId('sign-in').contains(document.activeElement);
  me = who;
  signIn.hide();
  top.show(who);
  workspace.enter(who);
  events.connect();
  if (isFromForm) workspace.focus();
}

/** What was begun stays where it is, behind the form. */
function signedOut(): void {
  if (me === null) return;
  const why = me.via === 'link' ? deskText.signIn.linkEnded : deskText.signIn.ended;
  close();
  signIn.ask(null, why);
}

async function leave(): Promise<void> {
  const reply = await server.leave();
  if (reply.end !== 'done' && reply.end !== 'signed-out') {
    // Whoever comes next must not find the desk open.
    top.fault(deskText.header.notLeft);
    return;
  }
  close();
  workspace.clear();
  history.replaceState(null, '', location.pathname);
  signIn.ask(null, deskText.signIn.left);
}

function close(): void {
  me = null;
  events.close();
  connection.show('live');
  top.show(null);
  workspace.pause();
}

/** A link is for one case, whoever is signed in here; a token is for those who aren't. */
async function start(): Promise<void> {
  const credential = credentialIn(location.hash);
  // Neither the history nor whoever looks over a shoulder gets it.
  if (credential) history.replaceState(null, '', location.pathname);
  const reply = credential?.kind === 'link' ? null : await server.me();
  if (reply?.end === 'done') enter(reply.value);
  else signIn.ask(credential, null);
}

takeFiles(
  {
    button: byId('attach'),
    field: byId('attach-field', HTMLInputElement),
    text: byId('composer-text', HTMLTextAreaElement),
    target: byId('drop'),
  },
  (files) =>
    me !== null && sendFilesTo({ workspace, server, announce, newId: randomId, onSignedOut: signedOut }, files),
);
window.addEventListener('hashchange', () => {
  if (me !== null) workspace.turn();
});
window.addEventListener('online', () => events.hurry());
void start();
