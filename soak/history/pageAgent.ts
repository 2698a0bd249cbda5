import { en } from '../../src/cards/text/en.ts';
import { SAMPLES } from '../../test/support/httpFiles.ts';
import type { AgentAnswer, DeskAgent } from './agent.ts';
import type { Answer, Line } from './line.ts';
import type { Which } from './moves.ts';

/** What somebody at the desk’s page needs. */
export interface PageAgentParts {
  readonly origins: readonly [string, string];
  readonly line: Line;
  readonly token: string;
  readonly name: string;
}

/** What is said of what was done. */
const DONE: ReadonlySet<string> = new Set([...Object.values(en.desk.done), en.desk.noted]);

/** There is no such case here, or too many files come at once. */
const NO_FILE: ReadonlySet<number> = new Set([404, 429]);

interface Shown {
  readonly cards: readonly object[];
  readonly said: string | null;
  readonly show: string | null;
}

/** Somebody on the page; signs in again where their session is over. */
export function pageAgent({ origins, line, token, name }: PageAgentParts): DeskAgent {
  let session = { cookie: '', 'x-csrf-token': '' };
  const signIn = async (to: Which): Promise<void> => {
    const { cookie, body } = await line.post(`${origins[to]}/desk/open`, { token, name });
    session = { cookie, 'x-csrf-token': String((body as { csrf?: string } | null)?.csrf ?? '') };
  };
  const inSession = async (to: Which, call: () => Promise<Answer>): Promise<Answer> => {
    const first = await call();
    if (first.status !== 401) return first;
    await signIn(to);
    return call();
  };
  const act = async (to: Which, body: object): Promise<AgentAnswer> => {
    const { status, body: answer } = await inSession(to, () => line.post(`${origins[to]}/desk/act`, body, session));
    if (status !== 200) return { wrong: `the page was answered ${status}`, isDone: false };
    const { cards, said, show } = answer as Shown;
    const isNothing = cards.length === 0 && said === null && show === null;
    return { wrong: isNothing ? 'the page was answered with nothing' : null, isDone: DONE.has(said ?? '') };
  };

  return {
    id: `page:${name.toLowerCase()}`,
    click: (id, { case: of, data }, to) => act(to, { id, case: of, value: { card: of, case: of, ...data } }),
    type: (id, { case: of, text }, to) => act(to, { id, case: of, text }),
    async attach(id, of, to) {
      const url = `${origins[to]}/desk/file?case=${of}&name=screen.png&id=${id}`;
      const { status, body } = await inSession(to, () => line.upload(url, SAMPLES.png, session));
      const isRight = status === 200 || NO_FILE.has(status);
      const said = (body as Partial<Shown> | null)?.said ?? '';
      return { wrong: isRight ? null : `a file was answered ${status}`, isDone: DONE.has(said) };
    },
    async look(of, to) {
      const list = await inSession(to, () => line.get(`${origins[to]}/desk/cases?which=open`, session));
      const shown = await inSession(to, () => line.get(`${origins[to]}/desk/case?id=${of}`, session));
      const isRight = list.status === 200 && (shown.status === 200 || shown.status === 404);
      return { wrong: isRight ? null : `the page was shown ${list.status} and ${shown.status}`, isDone: false };
    },
    unanswered: () => 0,
  };
}
