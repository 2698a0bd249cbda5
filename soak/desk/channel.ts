import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readCard } from '../../test/support/readCard.ts';
import type { PostOffice } from '../people/postOffice.ts';
import type { Call, Fate } from './call.ts';
import { marksIn } from './marks.ts';
import { FAIR, type Weather } from './weather.ts';

/** Teams’ connector, which takes all that goes to people and has weather where the desk is. */
export interface Channel {
  readonly serviceUrl: string;
  /** Every call, as it came. */
  readonly calls: readonly Call[];
  /** Called with each call once it is answered, or left without an answer. */
  onCall(listener: (call: Call) => void): void;
  /** What people get in their private chats. */
  readonly office: PostOffice;
  /** Drops what has come so far. */
  forget(): void;
  close(): Promise<void>;
}

/** What a channel needs to know. */
export interface ChannelParts {
  readonly weather: (call: Pick<Call, 'operation' | 'conversation' | 'about'>) => Weather;
  /** Which life of the bot it is. */
  readonly life: () => number;
}

const ROUTE = /^\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/;

/** Starts one on a free port of this machine. */
export async function startChannel({ weather, life }: ChannelParts): Promise<Channel> {
  const calls: Call[] = [];
  const listeners: ((call: Call) => void)[] = [];
  let messages = 0;
  const server = createServer(async (request, response) => {
    const at = Date.now();
    const asked = await readRequest(request);
    const { answer, isShown } = asked.conversation === '' ? FAIR : weather(asked);
    const shown = !isShown ? '' : asked.operation === 'update' ? asked.about : `message-${++messages}`;
    const call: Call = { ...asked, at, life: life(), shown, fate: fateOf(answer) };
    calls.push(call);
    respond(call, answer, { request, response });
    for (const listen of listeners) listen(call);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    calls,
    onCall: (listener) => void listeners.push(listener),
    office: officeOver(calls),
    forget: () => void calls.splice(0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Asked = Omit<Call, 'at' | 'life' | 'shown' | 'fate'>;

async function readRequest(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const body = text === '' ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>);
  const [, conversation = '', about = ''] = ROUTE.exec(request.url ?? '')?.map((part) => decode(part)) ?? [];
  return {
    operation: operationOf(request.method, conversation, about),
    ...{ conversation, about },
    line: String(body['text'] ?? ''),
    card: readCard(body, ''),
    marks: marksIn(text),
  };
}

function decode(part: string | undefined): string {
  return decodeURIComponent(part ?? '');
}

function operationOf(method = '', conversation: string, about: string): Call['operation'] {
  if (method === 'PUT') return 'update';
  if (method === 'DELETE') return 'delete';
  if (method !== 'POST') return 'other';
  if (about !== '') return 'reply';
  return conversation === '' ? 'create' : 'send';
}

function fateOf(answer: Weather['answer']): Fate {
  if (answer === 'success') return 'taken';
  if (typeof answer === 'string' || answer.status >= 500) return 'unclear';
  return answer.status === 404 ? 'gone' : 'refused';
}

interface Line {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function respond({ operation, shown }: Call, answer: Weather['answer'], { request, response }: Line): void {
  if (answer === 'silence') return;
  if (answer === 'reset') {
    request.socket.destroy();
    return;
  }
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  if (answer === 'success') {
    response.writeHead(operation === 'update' || operation === 'delete' ? 200 : 201, headers);
    response.end(operation === 'delete' ? '' : JSON.stringify({ id: shown }));
    return;
  }
  const { status, retryAfter } = answer;
  response.writeHead(status, { ...headers, ...(retryAfter !== undefined && { 'retry-after': retryAfter }) });
  response.end(JSON.stringify({ error: { code: 'Unknown', message: 'as the weather is' } }));
}

/** Looks at each call once; whoever has an office doesn’t drop them. */
function officeOver(calls: readonly Call[]): PostOffice {
  const shelves = new Map<string, Call['card'][]>();
  let sorted = 0;
  const sort = () => {
    for (; sorted < calls.length; sorted++) {
      const { operation, conversation, shown, card } = calls[sorted] as Call;
      if ((operation !== 'send' && operation !== 'reply') || shown === '') continue;
      const shelf = shelves.get(conversation) ?? [];
      shelves.set(conversation, shelf);
      shelf.push({ ...card, id: shown });
    }
  };
  return {
    sort,
    take(conversation) {
      sort();
      return shelves.get(conversation)?.splice(0) ?? [];
    },
  };
}
