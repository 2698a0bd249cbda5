import { expect } from 'chai';
import { teamsChannelId } from '../../src/config/teamsChannelId.ts';

const SLIPS: readonly (readonly [text: string, advice: string])[] = [
  ['19:desk@thread.tacv2;messageid=1700000000000', 'leave out ;messageid= and what follows'],
  ['https://teams.microsoft.com/l/channel/19%3Adesk%40thread.tacv2/General', 'behind /channel/'],
  ['19%3Adesk%40thread.tacv2', 'write : for %3A'],
  ['19:c0ffee@thread.v2', 'a group chat'],
  ['General', 'such as 19:abc@thread.tacv2'],
];

describe('the id of a Teams channel', () => {
  for (const [text, advice] of SLIPS) {
    it(`is refused with what to do about it: ${text}`, () => {
      const { error } = teamsChannelId.safeParse(text);

      expect(error?.issues.map(({ message }) => message)).to.have.lengthOf(1);
      expect(error?.issues[0]?.message).to.include('must be the id of a Teams channel').and.include(advice);
    });
  }

  for (const text of ['19:0f_-@thread.tacv2', '19:0f0f@thread.skype']) {
    it(`is taken: ${text}`, () => {
      expect(teamsChannelId.parse(text)).to.equal(text);
    });
  }
});
