import { expect } from 'chai';
import { readActivity } from '../../web/activity.ts';

const NOBODY = { clientId: null, author: null, answer: null, to: null, about: null };
const PLAIN = { ...NOBODY, isTick: false, card: null, files: [] };
const CARD = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } };

function read(activity: unknown) {
  return readActivity(JSON.stringify(activity));
}

describe('an event of the stream', () => {
  it('is read as what the bot said, with its card', () => {
    const activity = read({ type: 'message', from: { role: 'bot' }, text: 'hi', attachments: [{}, CARD] });

    expect(activity).to.deep.equal({ ...PLAIN, kind: 'said', by: 'bot', text: 'hi', card: CARD.content });
  });

  it('is read as what the person said, with the id that this page gave it', () => {
    const activity = read({ type: 'message', from: { role: 'user' }, text: 'hi', channelData: { clientId: 'a' } });

    expect(activity).to.deep.equal({ ...PLAIN, kind: 'said', by: 'user', text: 'hi', clientId: 'a' });
  });

  it('is read as what a person at the helpdesk said, and under which id it is to be told that it was read', () => {
    const activity = read({ type: 'message', text: 'hello', channelData: { by: 'Ana', answer: 'e1' } });

    expect(activity).to.include({ by: 'bot', author: 'Ana', answer: 'e1', isTick: false });
  });

  it('is read with who at the helpdesk got what the person sent', () => {
    const channelData = { clientId: 'a', to: 'Ana' };

    expect(read({ type: 'message', from: { role: 'user' }, text: 'hi', channelData })).to.include({ to: 'Ana' });
    expect(read({ type: 'message', text: 'hi', channelData: { to: 7 } })).to.include({ to: null });
  });

  it('is read with how their case stands from there on', () => {
    const about = (told: unknown) => {
      const activity = read({ type: 'message', text: 'hi', channelData: { case: told } });
      return activity?.kind === 'said' ? activity.about : undefined;
    };

    expect(about({ id: 'UN-7K3Q-M2', hears: 'Ana' })).to.deep.equal({ id: 'UN-7K3Q-M2', hears: 'Ana' });
    expect(about({ id: 'UN-7K3Q-M2', hears: null })).to.deep.equal({ id: 'UN-7K3Q-M2', hears: null });
    expect([about({ hears: 'Ana' }), about('UN-7K3Q-M2'), about(undefined)]).to.deep.equal([null, null, null]);
  });

  it('is read as no more than a sign that something has arrived', () => {
    expect(read({ type: 'message', text: '✓', channelData: { tick: true } })).to.include({ isTick: true });
    expect(read({ type: 'message', text: '✓', channelData: { tick: 'yes' } })).to.include({ isTick: false });
  });

  it('is read with its files, but for those that can’t be shown', () => {
    const png = { contentType: 'image/png', name: 'a.png', content: { file: 'f1', size: 7 } };
    const attachments = [
      png,
      { ...png, contentType: 'image/svg+xml' },
      { ...png, content: { size: 7 } },
      { ...png, content: 'f1' },
      { contentType: 'application/pdf', content: { file: 'f2' } },
    ];

    const activity = read({ type: 'message', attachments });

    expect(activity).to.deep.include({
      files: [
        { id: 'f1', name: 'a.png', type: 'image/png', size: 7 },
        { id: 'f2', name: '', type: 'application/pdf', size: 0 },
      ],
    });
  });

  it('is read as a change of an earlier message', () => {
    const activity = read({ type: 'messageUpdate', id: '7', attachments: [CARD] });

    expect(activity).to.deep.equal({ kind: 'updated', seq: 7, text: '', card: CARD.content, files: [] });
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
      const activity = read({ type: 'message', from: null, text: 5, attachments });

      expect(activity).to.deep.equal({ ...PLAIN, kind: 'said', by: 'bot', text: '' });
    });
  }
});
