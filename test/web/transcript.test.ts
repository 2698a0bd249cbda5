import { expect } from 'chai';
import type { Activity, CardJson } from '../../web/activity.ts';
import * as said from '../../web/transcript.ts';

const WITH_BUTTONS: CardJson = { body: [{ type: 'Container', selectAction: { type: 'Action.Submit' } }] };
const TO_READ: CardJson = { body: [{ type: 'TextBlock' }], actions: [{ type: 'Action.OpenUrl' }] };

const PLAIN = { author: null, answer: null, isTick: false, to: null, about: null, files: [] };

function bot(text: string, card: CardJson | null = null): Activity {
  return { ...PLAIN, kind: 'said', by: 'bot', text, card, clientId: null };
}

function person(text: string, clientId: string): Activity {
  return { ...PLAIN, kind: 'said', by: 'user', text, card: null, clientId };
}

function hearing(...activities: readonly Activity[]): said.Transcript {
  return activities.reduce((all, each, at) => said.received(all, at + 1, each), said.NOTHING_SAID);
}

function past(transcript: said.Transcript): boolean[] {
  return transcript.entries.map((_, at) => said.isPast(transcript, at));
}

describe('the transcript of the page', () => {
  it('puts what isn’t with the server yet last', () => {
    const typed = said.typed(hearing(bot('hello')), { id: 'a', text: 'hi' });

    const transcript = said.received(typed, 2, bot('still there?'));

    expect(transcript.entries.map((entry) => entry.text)).to.deep.equal(['hello', 'still there?', 'hi']);
  });

  it('replaces a message by what the server says of it', () => {
    const typed = said.typed(hearing(bot('hello')), { id: 'a', text: ' hi ' });

    const { entries } = said.received(typed, 2, person('hi', 'a'));

    expect(entries.map(({ text, seq, delivery }) => [text, seq, delivery])).to.deep.equal([
      ['hello', 1, 'sent'],
      ['hi', 2, 'sent'],
    ]);
  });

  it('doesn’t show a message a second time that is sent again after a reload', () => {
    const transcript = said.typed(hearing(person('hi', 'a')), { id: 'a', text: 'hi' });

    expect(transcript.entries).to.have.lengthOf(1);
  });

  it('takes no notice of a request that failed for a message that has arrived', () => {
    const transcript = said.delivered(hearing(person('hi', 'a')), 'a', 'again');

    expect(transcript.entries[0]?.delivery).to.equal('sent');
  });

  it('tells of each pause anew, and of none once the message is on its way', () => {
    const asked = said.delivered(said.typed(said.NOTHING_SAID, { id: 'a', text: 'hi' }), 'a', 'too-fast', 5_000);
    const again = said.delivered(asked, 'a', 'too-fast', 2_000);
    const same = said.delivered(again, 'a', 'too-fast', 2_000);
    const sent = said.delivered(same, 'a', 'sent');

    expect([asked, again, sent].map(({ entries }) => entries[0]?.after)).to.deep.equal([5_000, 2_000, null]);
    expect(same.entries[0]).to.equal(again.entries[0]);
  });

  it('lets the newest card with buttons count, and makes all before it history', () => {
    const transcript = hearing(
      bot('one', WITH_BUTTONS),
      person('just me', 'a'),
      bot('two', WITH_BUTTONS),
      bot('by the way'),
    );

    expect(transcript.current).to.equal('0:3');
    expect(past(transcript)).to.deep.equal([true, false, false, false]);
  });

  it('lets a card count on when a later one has nothing to press', () => {
    const transcript = hearing(bot('one', WITH_BUTTONS), bot('your case is with the helpdesk', TO_READ));

    expect(transcript.current).to.equal('0:1');
    expect(past(transcript)).to.deep.equal([false, false]);
  });

  it('lets no earlier card count again when the newest was answered', () => {
    const transcript = hearing(bot('one', WITH_BUTTONS), bot('two', WITH_BUTTONS), {
      kind: 'updated',
      seq: 2,
      text: 'chosen',
      card: TO_READ,
      files: [],
    });

    expect(transcript.current).to.equal(null);
    expect(past(transcript)).to.deep.equal([true, true]);
    expect(transcript.entries[1]?.card).to.equal(TO_READ);
  });

  it('shows a card without buttons in full at the end of a case', () => {
    const transcript = hearing(
      bot('one', WITH_BUTTONS),
      { kind: 'updated', seq: 1, text: 'chosen', card: TO_READ, files: [] },
      bot('stopped', TO_READ),
    );

    expect(past(transcript)).to.deep.equal([true, false]);
  });

  it('keeps the numbers of two sessions apart, and lets no card of the first count', () => {
    const renewed = said.renewed(hearing(bot('old', WITH_BUTTONS)));

    const transcript = said.received(renewed, 1, bot('new', WITH_BUTTONS));

    expect(transcript.entries.map((entry) => entry.text)).to.deep.equal(['old', 'new']);
    expect(past(renewed)).to.deep.equal([true]);
    expect(transcript.current).to.equal('1:1');
  });

  it('takes back what was refused, but nothing that has arrived', () => {
    const typed = said.typed(hearing(person('hi', 'a')), { id: 'b', text: 'no' });

    const transcript = said.withdrawn(said.withdrawn(typed, 'b'), 'a');

    expect(transcript.entries.map((entry) => entry.text)).to.deep.equal(['hi']);
  });

  it('forgets a message that the server has deleted', () => {
    const transcript = hearing(bot('one', WITH_BUTTONS), { kind: 'deleted', seq: 1 });

    expect(transcript).to.deep.equal(said.NOTHING_SAID);
  });
});
