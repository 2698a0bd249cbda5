import { expect } from 'chai';
import { channelId } from '../../src/config/channelId.ts';

const SLIPS: readonly (readonly [text: string, advice: string])[] = [
  ['19:desk@thread.tacv2;messageid=1700000000000', 'leave out ;messageid= and what follows'],
  ['https://teams.microsoft.com/l/channel/19%3Adesk%40thread.tacv2/General', 'behind /channel/'],
  ['19%3Adesk%40thread.tacv2', 'write : for %3A'],
  ['19:c0ffee@thread.v2', 'a group chat'],
  ['General', 'such as 19:abc@thread.tacv2'],
  ['https://contoso.slack.com/archives/C0123456789', 'behind /archives/'],
  ['#helpdesk', 'not its name'],
  ['D0123456789', 'a direct message'],
  ['c0123456789', 'such as C0123456789'],
  ['C0123', 'such as C0123456789'],
  ['U0123456789', 'such as C0123456789'],
];

describe('the id of a channel', () => {
  for (const [text, advice] of SLIPS) {
    it(`is refused with what to do about it: ${text}`, () => {
      const { error } = channelId.safeParse(text);

      expect(error?.issues.map(({ message }) => message)).to.have.lengthOf(1);
      expect(error?.issues[0]?.message).to.include('must be the id of a channel').and.include(advice);
    });
  }

  const taken = [
    ['teams', '19:0f_-@thread.tacv2'],
    ['teams', '19:0f0f@thread.skype'],
    ['slack', 'C0123456789'],
    ['slack', 'G01234567'],
    ['slack', 'C0123456789ABCDEFGHI'],
  ];
  for (const [on, id = ''] of taken) {
    it(`is taken as one of ${on}: ${id}`, () => {
      expect(channelId.parse(id)).to.deep.equal({ on, id });
    });
  }
});
