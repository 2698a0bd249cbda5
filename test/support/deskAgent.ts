import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { DeskAnswer, ListedCase, ShownCase } from '../../src/channels/desk/deskPort.ts';
import { readCard, type ShownCard } from './readCard.ts';

/** Somebody at the desk page of a running bot. */
export interface DeskAgent {
  list(which?: 'open' | 'closed'): Promise<readonly ListedCase[]>;
  /** The case as the page shows it; null where there is none for them. */
  show(id: string): Promise<ShownCase | null>;
  /** The case's card. */
  card(id: string): Promise<ShownCard>;
  /** Taps a button of the case's card, or of a card that was the answer, by the beginning of its label. */
  taps(id: string, label: string, fields?: Readonly<Record<string, string>>): Promise<DeskAnswer>;
  /** Sends a click's data as they are. */
  click(value: object, id: string | null, delivery?: string): Promise<DeskAnswer>;
  /** Types beside a case, or beside none. */
  types(text: string, id?: string | null): Promise<DeskAnswer>;
  /** Sends a file from the page of a case. */
  attaches(id: string, name: string, bytes: Uint8Array): Promise<DeskAnswer>;
  /** Tries that: gives the status. */
  uploads(id: string, name: string, bytes: Uint8Array): Promise<number>;
  /** Tries what may be refused: gives the status, and what the page was told, if anything. */
  tries(body: object, headers?: Readonly<Record<string, string>>): Promise<DeskTry>;
  /** The newest cards that were an answer to this agent. */
  readonly answers: readonly ShownCard[];
}

/** What came of something that somebody tried at the desk page. */
export interface DeskTry {
  readonly status: number;
  readonly answer: DeskAnswer | null;
}

/** Signs in with a token, or with the signed link of a case. Fails where the server refuses it. */
export async function signInAtDesk(
  origin: string | (() => string),
  credential: { readonly token: string } | { readonly link: string },
  name: string,
): Promise<DeskAgent> {
  const at = typeof origin === 'string' ? () => origin : origin;
  const headers = () => ({ 'content-type': 'application/json', origin: at() });
  const opened = await fetch(`${at()}/desk/open`, {
    method: 'POST',
    headers: headers(),
    body: JSON.stringify({ ...credential, name }),
  });
  expect(opened.status, 'signing in at the desk').to.equal(200);
  const { csrf } = (await opened.json()) as { csrf: string };
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  let answers: readonly ShownCard[] = [];

  const get = (path: string) => fetch(`${at()}${path}`, { headers: { cookie } });
  const post = (path: string, body: NonNullable<RequestInit['body']>, more: Readonly<Record<string, string>> = {}) =>
    fetch(`${at()}${path}`, { method: 'POST', headers: { ...headers(), cookie, 'x-csrf-token': csrf, ...more }, body });
  const answered = async (response: Response): Promise<DeskAnswer> => {
    expect(response.status).to.equal(200);
    const answer = (await response.json()) as DeskAnswer;
    answers = answer.cards.map((content, index) => readCard(withCard(content), String(index)));
    return answer;
  };
  const upload = (id: string, name: string, bytes: Uint8Array) => {
    const query = new URLSearchParams({ case: id, name, id: randomUUID() });
    return post(`/desk/file?${query}`, Buffer.from(bytes), { 'content-type': 'application/octet-stream' });
  };
  const act = async (body: object) => answered(await post('/desk/act', JSON.stringify(body)));
  const show = async (id: string) => {
    const response = await get(`/desk/case?id=${id}`);
    return response.status === 404 ? null : ((await response.json()) as ShownCase);
  };
  const card = async (id: string) => readCard(withCard((await show(id))?.card ?? {}), id);

  return {
    async list(which = 'open') {
      const response = await get(`/desk/cases?which=${which}`);
      return ((await response.json()) as { cases: ListedCase[] }).cases;
    },
    show,
    card,
    async taps(id, label, fields = {}) {
      const offers = [...answers, await card(id)].flatMap((each) => each.offers);
      const offer = offers.find((each) => each.label.startsWith(label));
      expect(offer, `no “${label}” at the desk: ${offers.map((each) => each.label).join(' | ')}`).to.not.equal(
        undefined,
      );
      return act({ id: randomUUID(), case: id, value: { ...offer?.data, ...fields } });
    },
    click: (value, id, delivery = randomUUID()) => act({ id: delivery, case: id, value }),
    types: (text, id = null) => act({ id: randomUUID(), case: id, text }),
    attaches: async (id, name, bytes) => answered(await upload(id, name, bytes)),
    uploads: async (id, name, bytes) => (await upload(id, name, bytes)).status,
    async tries(body, more) {
      const response = await post('/desk/act', JSON.stringify({ id: randomUUID(), ...body }), more);
      const text = await response.text();
      return { status: response.status, answer: response.ok ? (JSON.parse(text) as DeskAnswer) : null };
    },
    get answers() {
      return answers;
    },
  };
}

function withCard(content: object) {
  return { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}
