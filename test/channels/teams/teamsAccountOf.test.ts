import { expect } from 'chai';
import { teamsAccountOf } from '../../../src/channels/teams/teamsAccountOf.ts';

const OBJECT_ID = '0f0f0f0f-1111-4222-8333-444444444444';

const OWN: readonly (readonly [id: string, account: string])[] = [
  [`teams:t1:${OBJECT_ID}`, OBJECT_ID],
  ['teams:t1:29:1ada-Zk3', '29:1ada-Zk3'],
  [OBJECT_ID, OBJECT_ID],
  [`8:orgid:${OBJECT_ID}`, `8:orgid:${OBJECT_ID}`],
  ['29:1ada-Zk3', '29:1ada-Zk3'],
];

describe('somebody who is to be mentioned in Teams', () => {
  for (const [id, account] of OWN) {
    it(`is known by an id of Teams: ${id}`, () => {
      expect(teamsAccountOf(id)).to.deep.equal({ id: account });
    });
  }

  for (const id of ['U0123456789', 'W0123456789', 'S0123456789', 'here', 'slack:T0123456789:U0123456789', 'page:ana']) {
    it(`isn’t known by an id of something else: ${id}`, () => {
      expect(teamsAccountOf(id)).to.equal(null);
    });
  }
});
