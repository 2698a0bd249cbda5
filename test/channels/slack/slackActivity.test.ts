import { TestAdapter, TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { type SlackDeed, slackActivity } from '../../../src/channels/slack/slackActivity.ts';
import { beginForm, formRefusal, refuseForm } from '../../../src/channels/slack/slackFormAnswer.ts';
import { mentionedIn, mentionFirst, slackAccountOf } from '../../../src/channels/slack/slackMentions.ts';
import { readKeptForm, sentForm, slackModal } from '../../../src/channels/slack/slackModal.ts';
import { channelOf, rootOf, targetOf, threadOf } from '../../../src/channels/slack/slackPlace.ts';
import { slackTurnOf } from '../../../src/channels/slack/slackTurn.ts';
import { typedText } from '../../../src/dialogs/typedText.ts';

const IDENTITY = { team: 'T0FAKE0001', user: 'U0BOT00001' };
const ADA = { name: 'Ada Park', timeZone: 'Europe/Berlin' };
const DIRECT: SlackDeed = { delivery: 'Ev1', user: 'U0ADA00000', channel: 'D0ADA00000', where: 'direct', thread: null };
const IN_CHANNEL: SlackDeed = { ...DIRECT, channel: 'C0DESK0001', where: 'channel', thread: '17.000001' };
const said = (text: string) => ({ text, files: [], isMention: true, isShared: false, isInOwnThread: false });

describe('what is done in Slack, as an activity', () => {
  it('is what was said, in words, by whom and where', () => {
    const activity = slackActivity({ ...DIRECT, said: said('<@U0BOT00001> &lt;hi&gt; <@U0BEA00000>') }, IDENTITY, ADA);

    expect(activity).to.deep.include({ type: 'message', id: 'Ev1', channelId: 'slack', text: ' <hi> @U0BEA00000' });
    expect(activity.conversation).to.include({
      id: 'D0ADA00000',
      conversationType: 'personal',
      tenantId: 'T0FAKE0001',
    });
    expect(activity.from).to.deep.equal({ id: 'U0ADA00000', name: 'Ada Park' });
    expect(activity.localTimezone).to.equal('Europe/Berlin');
    expect(mentionedIn(activity)).to.deep.equal([{ id: 'U0BEA00000', name: '' }]);
    expect(typedText(activity)).to.equal('<hi> @U0BEA00000');
    expect(slackTurnOf(activity)).to.include({ thread: null, isMention: true, ephemeral: null });
  });

  it('has the names of those whom it mentions, as part of what was said', () => {
    const names = new Map([['U0BEA00000', 'Bea Lind']]);

    const activity = slackActivity({ ...DIRECT, said: { ...said('ask <@U0BEA00000>'), names } }, IDENTITY, ADA);

    expect(typedText(activity)).to.equal('ask @Bea Lind');
    expect(mentionedIn(activity)).to.deep.equal([{ id: 'U0BEA00000', name: 'Bea Lind' }]);
  });

  for (const [where, deed, conversation, target] of [
    ['a direct message', DIRECT, 'D0ADA00000', { channel: 'D0ADA00000', thread: null }],
    [
      'a thread of one',
      { ...DIRECT, thread: '17.000009' },
      'D0ADA00000',
      { channel: 'D0ADA00000', thread: '17.000009' },
    ],
    [
      'a thread of a channel',
      IN_CHANNEL,
      'C0DESK0001;thread=17.000001',
      { channel: 'C0DESK0001', thread: '17.000001' },
    ],
    ['a channel itself', { ...IN_CHANNEL, thread: null }, 'C0DESK0001', { channel: 'C0DESK0001', thread: null }],
  ] as const) {
    it(`belongs to its conversation, and is answered where it was said: ${where}`, () => {
      const activity = slackActivity({ ...deed, said: said('hi') }, IDENTITY, ADA);

      expect(activity.conversation.id).to.equal(conversation);
      expect(targetOf(activity)).to.deep.equal(target);
    });
  }

  it('is a click with what it sends back, and the message it was on', () => {
    const clicked = { value: { verb: 'start' }, message: '17.000002', ephemeral: 'https://hooks.slack.com/x' };

    const activity = slackActivity({ ...DIRECT, clicked }, IDENTITY, { name: '', timeZone: null });

    expect(activity).to.deep.include({ value: { verb: 'start' }, replyToId: '17.000002' });
    expect(activity).to.not.have.any.keys('text', 'localTimezone', 'attachments', 'entities');
    expect(slackTurnOf(activity).ephemeral).to.equal('https://hooks.slack.com/x');
  });

  it('has its files, as far as they can be had', () => {
    const files = [
      { id: 'F1', name: 'a.png', url: 'https://files.slack.com/a' },
      { id: 'F2', name: null, url: null },
    ];

    const { attachments } = slackActivity({ ...DIRECT, said: { ...said(''), files } }, IDENTITY, ADA);

    const contentType = 'application/vnd.unstuck.slack-file';
    expect(attachments).to.deep.equal([
      { contentType, contentUrl: 'https://files.slack.com/a', name: 'a.png' },
      { contentType },
    ]);
  });
});

describe('the id of a conversation in Slack', () => {
  it('has the channel and the root of the thread in it, once', () => {
    const thread = threadOf(threadOf('C0DESK0001', '17.000001'), '17.000002');

    expect([channelOf(thread), rootOf(thread)]).to.deep.equal(['C0DESK0001', '17.000002']);
    expect([channelOf('C0DESK0001'), rootOf('C0DESK0001')]).to.deep.equal(['C0DESK0001', null]);
  });

  it('is nowhere for an activity without one', () => {
    expect(targetOf({})).to.deep.equal({ channel: '', thread: null });
  });
});

describe('whom a message in Slack can mention', () => {
  for (const [id, account] of [
    ['slack:T0FAKE0001:U0ADA00000', 'U0ADA00000'],
    ['U0ADA00000', 'U0ADA00000'],
    ['W0ADA00000', 'W0ADA00000'],
    ['S0ONCALL00', 'S0ONCALL00'],
    ['here', 'here'],
    ['channel', null],
    ['everyone', null],
    ['teams:t:0f0f', null],
    ['8:orgid:0f0f', null],
    ['page:ana', null],
    ['U1> <!channel', null],
    ['', null],
  ] as const) {
    it(`is known by its id: ${id}`, () => {
      expect(slackAccountOf(id)?.id ?? null).to.equal(account);
    });
  }

  it('comes first, and is read again from the message', () => {
    const activity = mentionFirst({ type: 'message', text: 'A case' }, [{ id: 'U0ADA00000', name: 'Ada' }]);

    expect(activity.text).to.equal('A case');
    expect(mentionedIn(activity)).to.deep.equal([{ id: 'U0ADA00000', name: 'Ada' }]);
    expect(mentionedIn({ entities: [{ type: 'mention' }, { type: 'clientInfo' }] })).to.deep.equal([]);
  });
});

describe('a form in Slack', () => {
  const words = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;
  const at = { channel: 'D0ADA00000', where: 'direct', thread: null, message: '17.000002' } as const;
  const FORM = { send: { verb: 'send', text: '' }, required: { text: 'Please write something.' } };

  it('keeps where it was opened and what sending it means', () => {
    const view = slackModal(
      { form: FORM, blocks: [], title: words('F'), close: words('Cancel'), submit: words('Send') },
      at,
    );

    expect(view).to.include({ type: 'modal' }).and.have.property('submit');
    expect(readKeptForm(view.private_metadata ?? '')).to.deep.equal({ at, ...FORM });
  });

  it('to be read keeps nothing', () => {
    const view = slackModal({ form: null, blocks: [], title: words('F'), close: words('Close') }, at);

    expect(view).to.not.have.any.keys('private_metadata', 'submit');
  });

  for (const metadata of [
    '',
    '{',
    'null',
    '[]',
    '{}',
    '{"at":{}}',
    `{"at":${JSON.stringify(at)}}`,
    `{"at":1,"send":{}}`,
  ]) {
    it(`of somebody else’s is none: ${metadata.slice(0, 30)}`, () => {
      expect(readKeptForm(metadata)).to.equal(null);
    });
  }

  for (const [what, form, values, sent] of [
    ['its fields', FORM, { text: 'Hello' }, { kind: 'click', value: { verb: 'send', text: 'Hello' } }],
    ['nothing where it is needed', FORM, {}, { kind: 'lacking', errors: FORM.required }],
    ['white space', FORM, { text: ' \n' }, { kind: 'lacking', errors: FORM.required }],
    [
      'a choice',
      { send: null, choices: [{ verb: 'a' }, { verb: 'b' }] },
      { choice: '1' },
      { kind: 'click', value: { verb: 'b' } },
    ],
    [
      'a choice that there is none of',
      { send: null, choices: [{ verb: 'a' }] },
      { choice: '7' },
      { kind: 'click', value: {} },
    ],
    ['no choice', { send: null, choices: [{ verb: 'a' }] }, {}, { kind: 'click', value: {} }],
  ] as const) {
    it(`sends ${what}`, () => {
      expect(sentForm(form, values as Record<string, string>)).to.deep.equal(sent);
    });
  }

  it('is refused within the turn that was begun for it, and in no other', () => {
    const context = new TurnContext(new TestAdapter(), { type: 'message' });

    const before = refuseForm(context, 'no');
    beginForm(context);
    const none = formRefusal(context);
    const taken = refuseForm(context, 'It is taken already.');

    expect([before, none, taken, formRefusal(context)]).to.deep.equal([false, null, true, 'It is taken already.']);
  });
});
