import { expect } from 'chai';
import { parseSlack } from '../../../src/channels/slack/parseSlack.ts';
import { FIXTURE_BOT, slackFixture } from '../../support/slackFixtures.ts';

const changed = (fields: object) => parseSlack('commands', { ...slackFixture('command'), ...fields }, FIXTURE_BOT);

describe('parseCommand', () => {
  it('loses no command for a text that is none', () => {
    expect([changed({ text: undefined }), changed({ text: 7 })].map((input) => input?.kind)).to.deep.equal([
      'command',
      'command',
    ]);
  });

  for (const field of ['command', 'trigger_id', 'team_id', 'user_id']) {
    it(`can’t read one without its ${field}`, () => {
      expect(changed({ [field]: undefined })).to.equal(null);
    });
  }

  for (const fields of [
    { command: 'unstuck' },
    { trigger_id: 'a b' },
    { trigger_id: 'x'.repeat(256) },
    { user_id: '' },
  ]) {
    it(`can’t read one with ${JSON.stringify(fields).slice(0, 40)}`, () => {
      expect(changed(fields)).to.equal(null);
    });
  }
});
