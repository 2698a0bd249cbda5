import { expect } from 'chai';
import { payloadOf } from '../../../src/channels/slack/payloadOf.ts';
import type { SlackWay } from '../../../src/channels/slack/slackInput.ts';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
const form = (payload: string) => new URLSearchParams({ payload }).toString();

type Row = readonly [title: string, way: SlackWay, contentType: string, body: string | Buffer, payload: unknown];
const table: readonly Row[] = [
  [
    'an event',
    'events',
    JSON_TYPE,
    '{"type":"event_callback","é":"日本 🙈"}',
    { type: 'event_callback', é: '日本 🙈' },
  ],
  ['an event in a form', 'events', FORM_TYPE, form('{"type":"event_callback"}'), null],
  ['an event that is called a form', 'events', FORM_TYPE, '{"type":"event_callback"}', null],
  ['an event that is a list', 'events', JSON_TYPE, '[]', null],
  ['half an event', 'events', JSON_TYPE, '{"type":', null],
  ['an empty event', 'events', JSON_TYPE, '', null],
  ['an event in bad UTF-8', 'events', JSON_TYPE, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), null],
  ['an event of 32 levels', 'events', JSON_TYPE, nested(32), JSON.parse(nested(32))],
  ['an event of 33 levels', 'events', JSON_TYPE, nested(33), null],
  [
    'an action',
    'actions',
    FORM_TYPE,
    form('{"type":"block_actions","a":"é +&="}'),
    { type: 'block_actions', a: 'é +&=' },
  ],
  ['an action with another field', 'actions', FORM_TYPE, `x=1&${form('{"a":1}')}`, { a: 1 }],
  ['an action as JSON', 'actions', JSON_TYPE, '{"type":"block_actions"}', null],
  ['an action without its field', 'actions', FORM_TYPE, 'type=block_actions', null],
  ['an action that is a list', 'actions', FORM_TYPE, form('[]'), null],
  ['half an action', 'actions', FORM_TYPE, form('{"type":'), null],
  ['an action of 32 levels', 'actions', FORM_TYPE, form(nested(32)), JSON.parse(nested(32))],
  ['an action of 33 levels', 'actions', FORM_TYPE, form(nested(33)), null],
  [
    'a command',
    'commands',
    FORM_TYPE,
    'command=%2Funstuck&text=no+sound%21&x',
    { command: '/unstuck', text: 'no sound!', x: '' },
  ],
  ['a command as JSON', 'commands', JSON_TYPE, '{"command":"/unstuck"}', null],
  ['a command with a broken escape', 'commands', FORM_TYPE, 'text=%zz%ff', { text: '%zz\ufffd' }],
  ['an empty command', 'commands', FORM_TYPE, '', {}],
  ['a command of no type', 'commands', '', 'command=%2Funstuck', null],
];

describe('payloadOf', () => {
  for (const [title, way, contentType, body, payload] of table) {
    it(payload === null ? `makes nothing of ${title}` : `takes ${title} apart`, () => {
      expect(payloadOf({ way, contentType, bytes: Buffer.from(body) })).to.deep.equal(payload);
    });
  }

  it('takes a field by the name of a part of every object for a field', () => {
    const payload = payloadOf({ way: 'commands', contentType: FORM_TYPE, bytes: Buffer.from('__proto__=x&text=a') });

    expect(Object.keys(payload ?? {})).to.deep.equal(['__proto__', 'text']);
    expect({}).to.not.have.property('text');
  });
});
