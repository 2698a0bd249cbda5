import { expect } from 'chai';
import { readActivity } from '../../web/activity.ts';

const CARD = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } };

function read(activity: unknown) {
  return readActivity(JSON.stringify(activity));
}

describe('an event of the stream', () => {
  it('is read as what the bot said, with its card', () => {
    const activity = read({ type: 'message', from: { role: 'bot' }, text: 'hi', attachments: [{}, CARD] });

    expect(activity).to.deep.equal({ kind: 'said', by: 'bot', text: 'hi', card: CARD.content, clientId: null });
  });

  it('is read as what the person said, with the id that this page gave it', () => {
    const activity = read({ type: 'message', from: { role: 'user' }, text: 'hi', channelData: { clientId: 'a' } });

    expect(activity).to.deep.equal({ kind: 'said', by: 'user', text: 'hi', card: null, clientId: 'a' });
  });

  it('is read as a change of an earlier message', () => {
    const activity = read({ type: 'messageUpdate', id: '7', attachments: [CARD] });

    expect(activity).to.deep.equal({ kind: 'updated', seq: 7, text: '', card: CARD.content });
  });

  for (const odd of [
    null,
    [],
    7,
    'text',
    {},
    { type: 123 },
    { type: 'event' },
    { type: 'messageUpdate' },
    { type: 'messageUpdate', id: 'x' },
    { type: 'messageDelete', id: '-1' },
  ]) {
    it(`is passed over when it is ${JSON.stringify(odd)}`, () => {
      expect(read(odd)).to.equal(null);
    });
  }

  it('is passed over when it isn’t JSON', () => {
    expect(readActivity('{"type":')).to.equal(null);
  });

  for (const attachments of [
    undefined,
    'card',
    [null],
    [{ ...CARD, content: 'text' }],
    [{ ...CARD, contentType: 'image/png' }],
  ]) {
    it(`has no card in ${JSON.stringify(attachments)}`, () => {
      expect(read({ type: 'message', from: null, text: 5, attachments })).to.deep.equal({
        kind: 'said',
        by: 'bot',
        text: '',
        card: null,
        clientId: null,
      });
    });
  }
});
