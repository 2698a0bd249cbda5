import { expect } from 'chai';
import { type FileEnd, readFileAnswer } from '../../web/fileAnswer.ts';

describe('what a page makes of the answer to a file', () => {
  const table: readonly (readonly [status: number, body: string, after: number | null, end: FileEnd])[] = [
    [204, '', null, { end: 'sent' }],
    [200, '{"cards":[]}', null, { end: 'sent' }],
    [401, '', null, { end: 'signed-out' }],
    [404, '', null, { end: 'refused', fault: 'nobody' }],
    [415, '{"error":"type"}', null, { end: 'refused', fault: 'type' }],
    [415, '{"error":"empty"}', null, { end: 'refused', fault: 'empty' }],
    [413, '{"error":"size"}', null, { end: 'refused', fault: 'size' }],
    [413, '<html>nginx</html>', null, { end: 'refused', fault: 'size' }],
    [415, '{"error":"<b>"}', null, { end: 'refused', fault: 'type' }],
    [415, 'null', null, { end: 'refused', fault: 'type' }],
    [429, '', 2_000, { end: 'later', after: 2_000, why: 'too-fast' }],
    [503, '', 3_000, { end: 'later', after: 3_000, why: 'busy' }],
    // Not from us: a proxy answers so for as long as nothing is behind it.
    [503, '', null, { end: 'refused', fault: 'failed' }],
    [500, '', null, { end: 'refused', fault: 'failed' }],
    [400, '', null, { end: 'refused', fault: 'failed' }],
    [0, '', null, { end: 'refused', fault: 'lost' }],
  ];
  for (const [status, body, after, expected] of table) {
    it(`is ${JSON.stringify(expected)} for ${status} ${body}`, () => {
      expect(readFileAnswer({ status, body, after })).to.deep.equal(expected);
    });
  }
});
