import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerPage } from './answerPage.ts';
import { type Answer, type Away, type Opening, PageState, type SentMessage } from './pageState.ts';
import type { FileAnswer, SentFile } from './pageUpload.ts';

/** A server for the page's own tests: what it says is scripted, everything else is as the real one does it. */
export interface PageServer {
  readonly url: string;
  /** Every message that arrived, also those that were answered with an error. */
  readonly received: readonly SentMessage[];
  /** Every time that a session was asked for. */
  readonly opens: readonly Opening[];
  /** The files that were taken. */
  readonly files: readonly SentFile[];
  /** The answers of the helpdesk's that were told to be read. */
  readonly reads: readonly string[];
  /** The cases whose link was asked for. */
  readonly links: readonly string[];
  /** The secret of the one link that works from now on. */
  knowSecret(secret: string): void;
  /** Its case, which from now on another conversation in the browser would have to make way for. */
  askBefore(caseId: string): void;
  /** The link to every case from now on; null for none. */
  giveLink(url: string | null): void;
  /** Answers files so from now on; null takes them again. */
  answerFilesWith(answer: FileAnswer): void;
  /** Lets files wait for their answer until what it returns is called. */
  holdFiles(): () => void;
  /** Puts an activity on the stream; returns its number. */
  say(activity: object): number;
  /** Answers messages with this status from now on, `gone` cuts the connection; null accepts them again. */
  answerWith(answer: Answer): void;
  /** What happens when a message is accepted: by default typed text comes back as the person's. */
  onMessage(react: (message: SentMessage) => void): void;
  /** Ends the streams and forgets session and history, as after a clean-up. */
  forget(): void;
  /** Cuts all streams and refuses everything until `comeBack`, by default without an answer. */
  goAway(as?: Away): void;
  comeBack(): void;
  /** Ends the streams for good with a named event. */
  end(reason: string): void;
  /** Resolves when a page listens. */
  untilConnected(): Promise<void>;
  /** Resolves when so many messages have arrived. */
  untilReceived(count: number): Promise<void>;
  /** Resolves when something that arrived has made this so. */
  until(isSo: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

export async function startPageServer(): Promise<PageServer> {
  const state = new PageState();
  const server = createServer((request, response) => {
    void answerPage(request, response, state);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/`,
    received: state.received,
    opens: state.opens,
    files: state.files,
    reads: state.reads,
    links: state.links,
    ...filesOf(state),
    say: (activity) => state.say(activity),
    answerWith: (answer) => {
      state.answer = answer;
    },
    onMessage: (react) => {
      state.react = react;
    },
    forget: () => state.forget(),
    goAway: (as = 'unreachable') => state.goAway(as),
    comeBack: () => {
      state.away = null;
    },
    end: (reason) => state.end(reason),
    untilConnected: () => state.until(() => state.streams.size > 0),
    untilReceived: (count) => state.until(() => state.received.length >= count),
    until: (isSo) => state.until(isSo),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What is said of links and files. */
function filesOf(
  state: PageState,
): Pick<PageServer, 'knowSecret' | 'askBefore' | 'giveLink' | 'answerFilesWith' | 'holdFiles'> {
  return {
    knowSecret: (secret) => {
      state.secret = secret;
    },
    askBefore: (caseId) => {
      state.choice = caseId;
    },
    giveLink: (url) => {
      state.link = url;
    },
    answerFilesWith: (answer) => {
      state.fileAnswer = answer;
    },
    holdFiles: () => {
      let open: () => void = () => undefined;
      state.fileDoor = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
  };
}
