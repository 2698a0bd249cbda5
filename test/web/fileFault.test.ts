import { expect } from 'chai';
import { FILE_LIMIT, fileFault } from '../../web/fileFault.ts';

describe('what can be seen of a file before it is sent', () => {
  for (const [type, size, fault] of [
    ['image/png', 1, null],
    ['image/jpeg', FILE_LIMIT, null],
    ['image/webp', 1, null],
    ['image/gif', 1, null],
    ['application/pdf', 1, null],
    ['', 1, null],
    ['image/png', 0, 'empty'],
    ['image/png', FILE_LIMIT + 1, 'size'],
    ['image/svg+xml', 1, 'type'],
    ['text/html', 1, 'type'],
  ] as const) {
    it(`is ${fault ?? 'nothing wrong'} for ${size} bytes of ${type || 'no type'}`, () => {
      expect(fileFault({ type, size })).to.equal(fault);
    });
  }
});
