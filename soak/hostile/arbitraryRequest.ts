import fc from 'fast-check';
import { arbitraryJson, arbitraryText } from './arbitraryText.ts';
import type { HostileRequest } from './sendAll.ts';

/** Pages that are open, and where. */
export interface OpenPages {
  readonly origin: string;
  /** As they are sent. */
  readonly cookies: readonly string[];
}

/** Where a body is read. */
const POSTED = [
  '/api/messages',
  '/web/open',
  '/web/messages',
  '/web/link',
  '/web/read',
  '/desk/open',
  '/desk/act',
  '/desk/leave',
];
const FETCHED = [
  '/web/events',
  '/web/file',
  '/desk',
  '/desk/me',
  '/desk/cases',
  '/desk/case',
  '/desk/events',
  '/desk/file',
];
const PAGES = ['/', '/chat.js', `/c/${'A'.repeat(22)}`, '/c/x', '/files/shared', '/healthz', '/x', '/%'];
const PATHS = [...POSTED, ...FETCHED, ...PAGES];
const TYPES = ['application/json', 'application/json; charset=utf-8'];
const OTHER_TYPES = ['text/plain', 'multipart/form-data', 'application/gzip', 'image/png', 'application/pdf', 'x'];
const METHODS = ['POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];

const bytes = fc.uint8Array({ maxLength: 2_000 }).map((array) => Buffer.from(array));
const jsonText = arbitraryJson.map((value) => JSON.stringify(value));
/** JSON with one letter changed. */
const almostJson = fc.tuple(jsonText, fc.nat(), fc.string({ minLength: 1, maxLength: 1 })).map(([text, at, letter]) => {
  const index = text.length === 0 ? 0 : at % text.length;
  return text.slice(0, index) + letter + text.slice(index + 1);
});
const object = fc.dictionary(fc.string(), arbitraryJson).map((value) => JSON.stringify(value));
const webMessage = fc
  .record(
    { id: fc.oneof(fc.uuid(), arbitraryText), text: arbitraryText, value: arbitraryJson },
    { requiredKeys: ['id'] },
  )
  .map((value) => JSON.stringify(value));

/** A header's value that can be sent at all. */
const headerText = arbitraryText.map((text) => text.replace(/[^\x20-\x7e]/g, '').slice(0, 300));
const rest = {
  cookie: fc.oneof(fc.constant(`unstuck=${'A'.repeat(22)}`), headerText),
  authorization: headerText.map((text) => `Bearer ${text}`),
  'last-event-id': headerText,
  'x-forwarded-for': headerText,
  forwarded: headerText,
  'accept-language': headerText,
};

/** As a proxy passes it on, from so many addresses that no one of them is too fast. */
const forwarded = fc.tuple(headerText, fc.ipV4()).map((hops) => hops.join(', '));

/** Where a body is read, with the headers that its sender would send: so that the body itself is looked at. */
const likely = ({ origin, cookies }: OpenPages): fc.Arbitrary<HostileRequest> =>
  fc
    .record({
      path: fc.constantFrom(...POSTED),
      type: fc.constantFrom(...TYPES),
      from: fc.constantFrom(origin, origin, 'null'),
      forwarded,
      cookie: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...cookies) }, { weight: 1, arbitrary: rest.cookie }),
      others: fc.record({ authorization: rest.authorization }, { requiredKeys: [] }),
      body: fc.oneof(bytes, jsonText, almostJson, object, webMessage, webMessage),
    })
    .map(({ path, type, from, forwarded, cookie, others, body }) => {
      // The door for Teams is closed to whatever was passed on while the bot has no registration.
      const onPage = path === '/api/messages' ? {} : { origin: from, 'x-forwarded-for': forwarded, cookie };
      return {
        kind: 'random body',
        method: 'POST',
        path,
        headers: { 'content-type': type, ...onPage, ...others },
        body,
      };
    });

const unlikely: fc.Arbitrary<HostileRequest> = fc.record({
  kind: fc.constant('random request'),
  method: fc.constantFrom(...METHODS),
  path: fc
    .tuple(
      fc.constantFrom(...PATHS),
      fc.constantFrom('', '?after=x', '?after=-1', '?a', '?id=x&name=x', '?case=UN-7K3Q-M2&name=..%2F', '?s=x.y'),
    )
    .map((parts) => parts.join('')),
  headers: fc
    .record(
      {
        'content-type': fc.constantFrom(...TYPES, ...OTHER_TYPES),
        'content-encoding': fc.constantFrom('gzip', 'br', 'identity', 'x'),
        origin: headerText,
        ...rest,
      },
      { requiredKeys: ['content-type'] },
    )
    .map((all): Record<string, string> => all),
  body: fc.oneof(bytes, jsonText),
});

/** A request with any body: three of four where it is read, the others anywhere and anyhow. */
export function arbitraryRequest(pages: OpenPages): fc.Arbitrary<HostileRequest> {
  return fc.oneof({ weight: 3, arbitrary: likely(pages) }, { weight: 1, arbitrary: unlikely });
}
