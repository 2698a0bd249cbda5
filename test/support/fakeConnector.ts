import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { personalChatId, type TeamsPerson } from './teamsActivity.ts';
import { waitForLedger } from './waitForLedger.ts';

/** What a call asks of the connector. */
export type ConnectorOperation = 'send' | 'reply' | 'update' | 'delete' | 'create' | 'file' | 'unknown';

/** One call, as it came. */
export interface LedgerEntry {
  readonly operation: ConnectorOperation;
  readonly method: string;
  /** As on the wire, not decoded. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON; undefined without a body. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into it, and chai says where it isn't what they expect
  readonly body: any;
  /** Decoded id of the conversation; '' for `create`. */
  readonly conversation: string;
  /** The activity that was answered, updated or deleted; '' otherwise. */
  readonly activity: string;
  /** The id that was given back: of the new activity, or of the new conversation; '' after a fault. */
  readonly id: string;
  readonly status: number;
  /** The same number for calls over the same connection. */
  readonly connection: number;
}

/** What the next call gets instead of success. */
export interface ConnectorFault {
  /** Only calls of this kind; default: any. */
  readonly on?: ConnectorOperation;
  /** Only calls in this conversation or in a thread of it; default: any. */
  readonly in?: string;
  /** An HTTP status, or a connection that is dropped, or one that is never answered. */
  readonly answer: number | 'reset' | 'silence';
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes into the body as the connector's own error code. */
  readonly code?: string;
}

/** The Bot Connector, played by a real HTTP server that remembers every call. */
export interface FakeConnector {
  /** Ends with a slash, as the service URLs of Teams do. */
  readonly serviceUrl: string;
  readonly ledger: readonly LedgerEntry[];
  /** Calls of one kind, or all. */
  count(operation?: ConnectorOperation): number;
  /** The newest activity that was sent or put in another's place. */
  // biome-ignore lint/suspicious/noExplicitAny: as `body`
  last(): any;
  /** Each fault is used up by one call, in this order. */
  failNext(...faults: readonly ConnectorFault[]): void;
  /**
   * From now on these bytes are at `<service URL><path>`, which is given; with `needsToken`, only for whoever has one.
   * Pictures that people paste are at the connector.
   */
  serveFile(path: string, content: Uint8Array, options?: { readonly needsToken?: boolean }): string;
  /** From now on this person is a member of that team, by each of these ids. */
  addMember(team: string, who: TeamsPerson): void;
  /** From now on calls are noted, with status 0, and not answered, until what this gives is called. */
  hold(): () => void;
  /** Resolves as soon as the ledger satisfies the predicate; rejects after `within` milliseconds, by default 5,000. */
  waitFor(predicate: (ledger: readonly LedgerEntry[]) => boolean, within?: number): Promise<readonly LedgerEntry[]>;
  clear(): void;
  close(): Promise<void>;
}

const ROUTE = /^\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/;

/** Starts one on a free port of this machine. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const ledger: LedgerEntry[] = [];
  const faults: ConnectorFault[] = [];
  const files = new Map<string, ServedFile>();
  const waiting = new Set<() => void>();
  let ids = 0;
  let held: Promise<void> | null = null;
  const server = createServer(async (request, response) => {
    const read = await readCall(request);
    const file = read.method === 'GET' ? files.get(read.path) : undefined;
    const call: Call = file ? { ...read, operation: 'file' } : read;
    const at = faults.findIndex((fault) => isMeant(fault, call));
    const fault = at < 0 ? undefined : faults.splice(at, 1)[0];
    const id = fault || file ? '' : newId(call, ++ids);
    const entry = { ...call, id, status: 0 };
    const finish = () => {
      entry.status = answer(call.operation, { fault, id, file, request, response });
    };
    ledger.push(entry);
    if (held) void held.then(finish);
    else finish();
    for (const look of [...waiting]) look();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    serviceUrl,
    ledger,
    count: (operation) => ledger.filter((entry) => operation === undefined || entry.operation === operation).length,
    last: () => ledger.findLast((entry) => ['send', 'reply', 'update'].includes(entry.operation))?.body,
    failNext: (...more) => void faults.push(...more),
    serveFile(path, content, { needsToken = false } = {}) {
      files.set(`/${path}`, { content, needsToken, type: 'application/octet-stream' });
      return `${serviceUrl}${path}`;
    },
    addMember(team, who) {
      const content = Buffer.from(JSON.stringify(who));
      for (const id of [who.id, who.aadObjectId]) {
        const path = `/v3/conversations/${encodeURIComponent(team)}/members/${encodeURIComponent(id)}`;
        files.set(path, { content, needsToken: false, type: 'application/json; charset=utf-8' });
      }
    },
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
    waitFor: (predicate, within = 5_000) => {
      const tell = ({ method, path, status }: LedgerEntry) => `${method} ${path} → ${status}`;
      return waitForLedger({ ledger, waiting, predicate, within, tell });
    },
    clear: () => void ledger.splice(0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Call = Omit<LedgerEntry, 'id' | 'status'>;

interface ServedFile {
  readonly content: Uint8Array;
  readonly needsToken: boolean;
  readonly type: string;
}

function isMeant({ on, in: conversation }: ConnectorFault, call: Call): boolean {
  const isThere = conversation === undefined || `${call.conversation};`.startsWith(`${conversation};`);
  return isThere && (on === undefined || on === call.operation);
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const { method = '', url: path = '', headers } = request;
  const route = ROUTE.exec(path);
  const conversation = decodeURIComponent(route?.[1] ?? '');
  const activity = decodeURIComponent(route?.[2] ?? '');
  return {
    operation: route ? operationOf(method, conversation, activity) : 'unknown',
    ...{ method, path, headers, conversation, activity },
    connection: request.socket.remotePort ?? 0,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function operationOf(method: string, conversation: string, activity: string): ConnectorOperation {
  if (method === 'PUT' && activity !== '') return 'update';
  if (method === 'DELETE' && activity !== '') return 'delete';
  if (method !== 'POST') return 'unknown';
  if (activity !== '') return 'reply';
  return conversation === '' ? 'create' : 'send';
}

function newId(call: Call, number: number): string {
  if (call.operation === 'create') return personalChatId(call.body.members[0]);
  return call.operation === 'update' ? call.activity : `activity-${number}`;
}

interface Answering {
  readonly fault: ConnectorFault | undefined;
  readonly id: string;
  readonly file: ServedFile | undefined;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const STATUSES = { send: 201, reply: 201, create: 201, update: 200, delete: 200, file: 200, unknown: 404 } as const;

function answer(operation: ConnectorOperation, { fault, id, file, request, response }: Answering): number {
  if (fault?.answer === 'silence') return 0;
  if (fault?.answer === 'reset') {
    request.socket.destroy();
    return 0;
  }
  const isShut = file?.needsToken === true && request.headers.authorization === undefined;
  const status = fault?.answer ?? (isShut ? 401 : STATUSES[operation]);
  if (file && status === 200) {
    response.writeHead(200, { 'content-type': file.type });
    response.end(file.content);
    return status;
  }
  const error = { error: { code: fault?.code ?? 'Unknown', message: 'scripted by the test' } };
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...fault?.headers });
  response.end(status >= 300 ? JSON.stringify(error) : operation === 'delete' ? '' : JSON.stringify({ id }));
  return status;
}
