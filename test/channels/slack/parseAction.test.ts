import { expect } from 'chai';
import { parseSlack } from '../../../src/channels/slack/parseSlack.ts';
import type { SlackClickInput, SlackInput, SlackSubmissionInput } from '../../../src/channels/slack/slackInput.ts';
import { FIXTURE_BOT, slackFixture } from '../../support/slackFixtures.ts';

const read = (payload: unknown) => parseSlack('actions', payload, FIXTURE_BOT);
const changed = (name: string, fields: object) => read({ ...slackFixture(name), ...fields });

const BUTTON = { type: 'button', action_id: 'choose', value: '{"verb":"choose"}', action_ts: '1790000200.123456' };

function asClick(input: SlackInput | null): SlackClickInput {
  if (input?.kind !== 'click') throw new Error(`no click: ${input?.kind}`);
  return input;
}

function asSubmission(input: SlackInput | null): SlackSubmissionInput {
  if (input?.kind !== 'submission') throw new Error(`no submission: ${input?.kind}`);
  return input;
}

/** The form of the fixture with other values, or opened for another click. */
function sent(values: object, view: object = {}): SlackSubmissionInput {
  const given = slackFixture('view-submission')['view'] as object;
  return asSubmission(changed('view-submission', { view: { ...given, state: { values }, ...view } }));
}

const field = (id: string, element: object) => ({ [id]: { [id]: element } });
const typed = (id: string, value: unknown) => field(id, { type: 'plain_text_input', value });

describe('parseAction', () => {
  for (const payload of [undefined, null, 7, [], {}, { type: 'block_actions' }, { type: 'view_submission' }]) {
    it(`can’t read ${JSON.stringify(payload)}`, () => {
      expect(read(payload)).to.equal(null);
    });
  }

  const actors: readonly (readonly [title: string, fields: object, team: string | null])[] = [
    ['by the workspace', { team: { id: 'T0OTHERS01' }, user: { id: 'U0ADA00001' } }, 'T0OTHERS01'],
    [
      'by their own, as a stranger in a shared channel',
      { user: { id: 'U0ADA00001', team_id: 'T0OTHERS01' } },
      'T0OTHERS01',
    ],
    [
      'by the workspace, where theirs is the organisation',
      { user: { id: 'U0ADA00001', team_id: 'E0ORG00001' }, enterprise: { id: 'E0ORG00001' } },
      'T0UNSTUCK1',
    ],
    ['by the person’s, where there is no other', { team: null }, 'T0UNSTUCK1'],
    ['by the person’s, where the other can’t be read', { team: { id: 7 } }, 'T0UNSTUCK1'],
    ['not at all without either', { team: null, user: { id: 'U0ADA00001' } }, null],
    ['not at all without a person', { user: null }, null],
    ['not at all by a person’s name', { user: { name: 'ada', team_id: 'T0UNSTUCK1' } }, null],
  ];
  for (const name of ['click-direct', 'view-submission', 'message-shortcut']) {
    for (const [title, fields, team] of actors) {
      it(`tells who did it ${title}: ${name}`, () => {
        const input = changed(name, fields);

        expect(input === null || !('team' in input) ? null : input.team).to.equal(team);
      });
    }
  }
});

describe('parseClick', () => {
  const harmless: readonly (readonly [title: string, fields: object])[] = [
    ['a trigger', { trigger_id: undefined }],
    ['an address to answer to', { response_url: 7 }],
    ['the message, beside its ts', { message: null }],
    ['the container', { container: null }],
    ['a channel that the container has', { channel: null }],
    ['the state', { state: 7 }],
  ];
  for (const [title, fields] of harmless) {
    it(`loses no click for want of ${title}`, () => {
      const input = asClick(changed('click-direct', fields));

      expect([input.channel, input.message]).to.deep.equal(['D0ADA00001', '1790000001.000100']);
    });
  }

  it('says that there is no trigger by an empty one', () => {
    const input = asClick(changed('click-direct', { trigger_id: undefined, response_url: undefined }));

    expect([input.trigger, input.responseUrl]).to.deep.equal(['', null]);
  });

  const malformed: readonly (readonly [title: string, fields: object])[] = [
    ['no place at all', { container: null, message: null, channel: null }],
    ['a message of no channel', { container: { message_ts: '1790000001.000100' }, channel: null }],
    ['actions that are no list', { actions: BUTTON }],
    ['an action of no time', { actions: [{ ...BUTTON, action_ts: undefined }] }],
  ];
  for (const [title, fields] of malformed) {
    it(`can’t read a click with ${title}`, () => {
      expect(changed('click-direct', fields)).to.equal(null);
    });
  }

  const others: readonly (readonly [title: string, action: object])[] = [
    ['a link', { ...BUTTON, action_id: 'url:2' }],
    ['a button without a value', { ...BUTTON, value: undefined }],
    ['a button with an empty value', { ...BUTTON, value: '' }],
    ['a menu of which nothing was chosen', { ...BUTTON, type: 'static_select', selected_option: null }],
    ['a menu of people', { ...BUTTON, type: 'users_select', selected_user: 'U0BEN00001' }],
    ['a button whose value is in another place', { ...BUTTON, value: null, selected_option: { value: 'x' } }],
    ['an action without a name', { ...BUTTON, action_id: undefined }],
  ];
  for (const [title, action] of others) {
    it(`leaves alone ${title}, and takes the first of ours beside it`, () => {
      const [alone, beside] = [[action], [action, BUTTON, { ...BUTTON, action_id: 'later' }]];

      expect(changed('click-direct', { actions: alone })).to.deep.equal({ kind: 'nothing' });
      expect(asClick(changed('click-direct', { actions: beside })).actionId).to.equal('choose');
    });
  }

  it('tells two clicks on one message apart, by who, what and when', () => {
    const clicks = [
      {},
      { actions: [{ ...BUTTON, action_ts: '1790000200.123457' }] },
      { actions: [{ ...BUTTON, action_id: 'other' }] },
      { user: { id: 'U0BEN00001', team_id: 'T0UNSTUCK1' } },
      { container: { message_ts: '1790000002.000100', channel_id: 'D0ADA00001' } },
    ];

    const deliveries = clicks.map((fields) => asClick(changed('click-direct', fields)).delivery);

    expect(new Set(deliveries).size).to.equal(clicks.length);
  });
});

describe('parseSubmission', () => {
  it('takes the same form for one delivery, in whichever order its fields come', () => {
    const one = sent({ ...typed('a', 'x'), ...typed('b', 'y') });
    const again = sent({ ...typed('b', 'y'), ...typed('a', 'x') });

    expect(one.delivery).to.equal(again.delivery);
  });

  const others: readonly (readonly [title: string, values: object, view?: object])[] = [
    ['another value', { ...typed('a', 'x'), ...typed('b', 'z') }],
    ['values that changed places', { ...typed('a', 'y'), ...typed('b', 'x') }],
    ['a field less', typed('a', 'x')],
    ['another modal', { ...typed('a', 'x'), ...typed('b', 'y') }, { id: 'V0MODAL002' }],
    ['another form in the same modal', { ...typed('a', 'x'), ...typed('b', 'y') }, { private_metadata: '{"send":{}}' }],
  ];
  for (const [title, values, view] of others) {
    it(`takes ${title} for another delivery`, () => {
      const one = sent({ ...typed('a', 'x'), ...typed('b', 'y') });

      expect(sent(values, view).delivery).to.not.equal(one.delivery);
    });
  }

  it('keeps what can be read where something can’t', () => {
    const values = { ...typed('a', 'x'), b: 7, c: {}, d: { d: null }, ...typed('e', { rich: true }) };

    expect(sent(values).values).to.deep.equal({ a: 'x', e: '' });
  });

  it('reads a form without fields, or with a state that is none', () => {
    expect([sent({}).values, sent({}, { state: undefined }).values, sent({}, { state: 7 }).values]).to.deep.equal([
      {},
      {},
      {},
    ]);
  });

  it('can’t read a form of no modal', () => {
    expect([changed('view-submission', { view: null }), changed('view-submission', { view: {} })]).to.deep.equal([
      null,
      null,
    ]);
  });
});

describe('parseShortcut', () => {
  it('reads one on a message without words', () => {
    const input = changed('message-shortcut', { message: { ts: '1790000031.000401', files: [] } });

    expect(input).to.include({ kind: 'shortcut', text: '' });
  });

  for (const fields of [{ action_ts: undefined }, { message_ts: undefined, message: {} }, { callback_id: undefined }]) {
    it(`can’t read one with ${JSON.stringify(Object.keys(fields))} missing`, () => {
      expect(changed('message-shortcut', fields)).to.equal(null);
    });
  }
});
