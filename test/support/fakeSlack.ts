import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fakeSlackAges } from './fakeSlackAges.ts';
import { isForCall, runSlackCall, type SlackFault, sendSlackOutcome } from './fakeSlackAnswers.ts';
import { type FakeSlackState, isRefused } from './fakeSlackApi.ts';
import { readSlackCall, type SlackCall, type SlackRequest } from './fakeSlackCall.ts';
import { viewFaults } from './fakeSlackChecks.ts';
import { fakeSlackFiles, type ServedSlackFile, type SlackUpload } from './fakeSlackFiles.ts';
import { fakeSlackPosts, type SlackPost } from './fakeSlackPosts.ts';
import { MANIFEST_SCOPES } from './fakeSlackScopes.ts';
import { type EnvelopeOptions, type EnvelopeType, type FakeSlackSocket, fakeSlackSocket } from './fakeSlackSocket.ts';
import { type FieldValues, keepView } from './fakeSlackViews.ts';
import { slackIds } from './slackIds.ts';
import { type SlackPersonOfTest, WORKSPACE } from './slackWorkspace.ts';
import { waitForLedger } from './waitForLedger.ts';

/** Slack, played by a real HTTP and WebSocket server that remembers every call. */
export interface FakeSlack {
  /** Of the Web API; ends with a slash. */
  readonly apiUrl: string;
  readonly ledger: readonly SlackCall[];
  /** What real Slack would have refused, or read as markup: a test wants none. */
  readonly faults: readonly string[];
  readonly uploads: readonly SlackUpload[];
  readonly socket: FakeSlackSocket;
  /** Calls of one method, or all. */
  count(method?: string): number;
  /** What the bot has said in a channel and its threads, oldest first, as it now stands. */
  posts(channel: string): readonly SlackPost[];
  /** What somebody has on the App Home tab; null before anything was published. */
  home(user: string): Readonly<Record<string, unknown>> | null;
  /** The modal that was opened by a trigger, as it now stands; null where none was. */
  modal(trigger: string): Readonly<Record<string, unknown>> | null;
  /**
   * Puts another view in a modal's place, as the answer to a submission with these values does: checked like all others.
   * Gives the modal as it now stands, with what its fields have kept.
   */
  replaceModal(
    id: string,
    view: Readonly<Record<string, unknown>>,
    values: FieldValues,
  ): Readonly<Record<string, unknown>>;
  /** Each fault is used up by one call, in this order. */
  failNext(...faults: readonly SlackFault[]): void;
  /** From now on each call for which no fault waits has the one that this gives; undefined for none. */
  failBy(decide: (call: SlackRequest) => SlackFault | undefined): void;
  /** Called with each call once it is answered, or left without an answer. */
  onCall(listener: (call: SlackCall) => void): void;
  /** From now on somebody has a name and a time zone. */
  addPerson(...who: readonly SlackPersonOfTest[]): void;
  /** From now on the bot's token may do this alone; until then what the manifest asks for. */
  grant(scopes: readonly string[]): void;
  /** From now on this mention, as it stands in a text (`<!here>`), is no fault. */
  allowMention(...mentions: readonly string[]): void;
  /** From now on nothing can be opened by these. */
  expireTrigger(...triggers: readonly string[]): void;
  /** From now on these bytes are at the address that is given, for whoever has the bot's token. */
  serveFile(path: string, bytes: Uint8Array, options?: Partial<Omit<ServedSlackFile, 'bytes'>>): string;
  /** A fresh trigger: it opens one modal, within three seconds by the clock of the fake. */
  trigger(): string;
  /** A fresh address to change a message by: it works five times, within half an hour by that clock. */
  responseUrl(): string;
  /** As `socket.send`. */
  sendOverSocket(type: EnvelopeType, payload: unknown, options?: EnvelopeOptions): Promise<unknown>;
  /** From now on calls are done and noted, with status 0, and not answered, until what this gives is called. */
  hold(): () => void;
  /** Resolves as soon as the ledger satisfies the predicate; rejects after `within` milliseconds, by default 5,000. */
  waitFor(predicate: (ledger: readonly SlackCall[]) => boolean, within?: number): Promise<readonly SlackCall[]>;
  /** Forgets the calls and the faults; what was posted stays. */
  clear(): void;
  close(): Promise<void>;
}

/** Starts one on a free port of this machine. The clock gives the seconds of each ts; by default it stands still. */
export async function startFakeSlack(now: () => Date = () => new Date(1_700_000_000_000)): Promise<FakeSlack> {
  const ledger: SlackCall[] = [];
  const scripted: SlackFault[] = [];
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const look of [...waiting]) look();
  };
  const listeners: ((call: SlackCall) => void)[] = [];
  let held: Promise<void> | null = null;
  let decide: (call: SlackRequest) => SlackFault | undefined = () => undefined;
  let [sockets, addresses] = [0, 0];
  const server = createServer(async (request, response) => {
    const read = await readSlackCall(request);
    const at = scripted.findIndex((fault) => isForCall(fault, read));
    const outcome = await runSlackCall(read, at < 0 ? decide(read) : scripted.splice(at, 1)[0], state);
    const { token: _, ...call } = read;
    const entry = { ...call, ts: outcome.ts, status: 0, error: outcome.error };
    ledger.push(entry);
    const finish = () => {
      entry.status = sendSlackOutcome(outcome, request, response);
      for (const listen of listeners) listen(entry);
      changed();
    };
    if (held) void held.then(finish);
    else finish();
    changed();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: FakeSlackState = {
    origin: `http://${host}/`,
    ...{ posts: fakeSlackPosts(now), ages: fakeSlackAges(now) },
    files: fakeSlackFiles(),
    socketUrl: () => `ws://${host}/link/?ticket=${++sockets}&app_id=${WORKSPACE.app}`,
    ...{ scopes: new Set(MANIFEST_SCOPES), people: new Map(), homes: new Map(), views: new Map(), faults: [] },
    ...{ usedTriggers: new Map(), oldTriggers: new Set(), mentions: new Set(), responses: new Map() },
  };
  const socket = fakeSlackSocket(server, changed);
  return {
    apiUrl: `${state.origin}api/`,
    ...{ ledger, socket, faults: state.faults, uploads: state.files.uploads, sendOverSocket: socket.send },
    count: (method) => ledger.filter((entry) => method === undefined || entry.method === method).length,
    posts: state.posts.in,
    home: (user) => state.homes.get(user) ?? null,
    modal: (trigger) => state.views.get(state.usedTriggers.get(trigger) ?? '') ?? null,
    replaceModal(id, view, values) {
      if (isRefused('view_submission', viewFaults(view), state)) return state.views.get(id) ?? {};
      return keepView(id, view, state, values);
    },
    failNext: (...more) => void scripted.push(...more),
    failBy(faultOf) {
      decide = faultOf;
    },
    onCall: (listener) => void listeners.push(listener),
    addPerson: (...who) => who.forEach((each) => void state.people.set(each.id, each)),
    grant(scopes) {
      state.scopes.clear();
      for (const scope of scopes) state.scopes.add(scope);
    },
    allowMention: (...mentions) => mentions.forEach((each) => void state.mentions.add(each)),
    expireTrigger: (...triggers) => triggers.forEach((each) => void state.oldTriggers.add(each)),
    serveFile(path, bytes, { type = 'application/octet-stream', answers = 'bytes' } = {}) {
      state.files.served.set(`/files/${path}`, { bytes, type, answers });
      return `${state.origin}files/${path}`;
    },
    trigger: () => state.ages.begun(slackIds.trigger()),
    responseUrl: () => state.origin + state.ages.begun(`response/${WORKSPACE.team}/${++addresses}`),
    hold() {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        held = null;
        release();
      };
    },
    waitFor: (predicate, within = 5_000) => waitForLedger({ ledger, waiting, predicate, within, tell }),
    clear() {
      ledger.splice(0);
      state.faults.splice(0);
    },
    async close() {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function tell({ method, channel, status, error }: SlackCall): string {
  return `${method} ${channel} → ${status} ${error}`;
}
