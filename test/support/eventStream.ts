import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** An open event stream, read as a browser does. */
export interface TestEventStream {
  readonly status: number;
  readonly headers: Headers;
  /** The next event, waiting for it; rejects when the stream ends first. */
  next(): Promise<EventSourceMessage>;
  /** The data of the next so many events, parsed. */
  take(count: number): Promise<unknown[]>;
  /** The next comment, such as a heartbeat. */
  comment(): Promise<string>;
  /** The time that the server asks to wait before coming back, in milliseconds. */
  retry(): number | undefined;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  /** Goes away, like a closed tab. */
  close(): void;
}

/** Opens an event stream; resolves as soon as the server has answered. */
export async function openEventStream(url: string, headers: Record<string, string>): Promise<TestEventStream> {
  const controller = new AbortController();
  const response = await fetch(url, { headers, signal: controller.signal });
  const events = queue<EventSourceMessage>();
  const comments = queue<string>();
  let retry: number | undefined;
  const parser = createParser({
    onEvent: events.push,
    onComment: comments.push,
    onRetry: (milliseconds) => {
      retry = milliseconds;
    },
  });
  const ended = readAll(response, (text) => parser.feed(text)).finally(() => {
    events.end();
    comments.end();
  });
  return {
    status: response.status,
    headers: response.headers,
    next: events.shift,
    async take(count) {
      const taken: unknown[] = [];
      while (taken.length < count) taken.push(JSON.parse((await events.shift()).data));
      return taken;
    },
    comment: comments.shift,
    retry: () => retry,
    ended,
    close: () => controller.abort(),
  };
}

async function readAll(response: Response, feed: (text: string) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  // However it ends, by us, by the server or by a broken line: that it has ended is all that counts here.
  const chunk = () => reader?.read().catch(() => undefined);
  for (let next = await chunk(); next !== undefined && !next.done; next = await chunk()) feed(next.value);
}

function queue<Item>() {
  const items: Item[] = [];
  const waiting: { resolve: (item: Item) => void; reject: (error: Error) => void }[] = [];
  let over = false;
  return {
    push: (item: Item) => {
      const first = waiting.shift();
      if (first === undefined) items.push(item);
      else first.resolve(item);
    },
    end: () => {
      over = true;
      for (const { reject } of waiting.splice(0)) reject(new Error('the stream has ended'));
    },
    shift: (): Promise<Item> => {
      const item = items.shift();
      if (item !== undefined) return Promise.resolve(item);
      if (over) return Promise.reject(new Error('the stream has ended'));
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
  };
}
