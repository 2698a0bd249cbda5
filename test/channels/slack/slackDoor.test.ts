import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { parseSlack } from '../../../src/channels/slack/parseSlack.ts';
import { refused } from '../../../src/channels/slack/slackAdmission.ts';
import { createSlackDoor, isOurs } from '../../../src/channels/slack/slackDoor.ts';
import type { SlackWay } from '../../../src/channels/slack/slackInput.ts';
import type { SlackRequest } from '../../../src/channels/slack/slackRequest.ts';
import { FIXTURE_BOT, FIXTURE_NAMES, slackFixture, wayOf } from '../../support/slackFixtures.ts';

const SECRETS = ['the-newer-signing-secret', 'the-older-signing-secret'];
const NOW = 1_790_000_000;
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** A request as Slack makes it, with other headers where they are given. */
function signed(
  { way, contentType, body }: { way: SlackWay; contentType: string; body: string },
  { secret = SECRETS[0] ?? '', at = NOW, headers = {} }: { secret?: string; at?: number; headers?: object } = {},
): SlackRequest {
  const mac = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  const own = { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${mac}`, ...headers };
  const all = new Map<string, string | undefined>(Object.entries(own));
  return { way, contentType, bytes: Buffer.from(body), header: (name) => all.get(name) };
}

const event = { way: 'events', contentType: JSON_TYPE, body: '{"type":"event_callback","text":"é"}' } as const;
const action = {
  way: 'actions',
  contentType: FORM_TYPE,
  body: new URLSearchParams({ payload: '{"type":"block_actions","text":"é"}' }).toString(),
} as const;
const command = { way: 'commands', contentType: FORM_TYPE, body: 'command=%2Funstuck&text=%C3%A9' } as const;

describe('createSlackDoor', () => {
  let clock = NOW;
  const door = createSlackDoor({ secrets: SECRETS, now: () => new Date(clock * 1000) });
  beforeEach(() => {
    clock = NOW;
  });

  it('lets in an event, an action and a command, and takes each apart', () => {
    const admissions = [event, action, command].map((sent) => door.admit(signed(sent)));

    expect(admissions).to.deep.equal([
      { kind: 'admitted', payload: { type: 'event_callback', text: 'é' } },
      { kind: 'admitted', payload: { type: 'block_actions', text: 'é' } },
      { kind: 'admitted', payload: { command: '/unstuck', text: 'é' } },
    ]);
  });

  it('lets in what the other secret signed', () => {
    expect(door.admit(signed(event, { secret: SECRETS[1] ?? '' })).kind).to.equal('admitted');
  });

  it('asks for the time anew with each request', () => {
    const request = signed(event);

    const first = door.admit(request);
    clock = NOW + 301;
    const second = door.admit(request);

    expect([first.kind, second]).to.deep.equal(['admitted', refused('clock')]);
  });

  it('lets in what is delivered again, whatever its retry header says', () => {
    const again = signed(event, { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } });

    expect(door.admit(again).kind).to.equal('admitted');
  });

  const refusals: readonly (readonly [title: string, request: SlackRequest, status: number, reason: string])[] = [
    ['another secret', signed(event, { secret: 'somebody-elses' }), 401, 'signature'],
    ['no signature', signed(event, { headers: { 'x-slack-signature': undefined } }), 401, 'signature-missing'],
    ['half a signature', signed(event, { headers: { 'x-slack-signature': 'v0=ab' } }), 401, 'signature-malformed'],
    ['a time ahead', signed(event, { at: NOW + 301 }), 401, 'clock'],
    ['half of JSON', signed({ ...event, body: '{"type":' }), 400, 'malformed'],
    ['JSON where a form belongs', signed({ ...action, contentType: JSON_TYPE }), 400, 'malformed'],
    ['33 levels', signed({ ...event, body: `{"a":${'['.repeat(32)}${']'.repeat(32)}}` }), 400, 'malformed'],
    ['both faults, without reading it', signed({ ...event, body: '{' }, { secret: 'x' }), 401, 'signature'],
  ];
  for (const [title, request, status, reason] of refusals) {
    it(`refuses ${title} with ${status}`, () => {
      expect(door.admit(request)).to.deep.equal({ kind: 'refused', status, reason });
    });
  }

  it('has a status for another workspace, which is found out later', () => {
    expect(refused('team')).to.deep.equal({ kind: 'refused', status: 403, reason: 'team' });
  });
});

describe('isOurs', () => {
  for (const name of FIXTURE_NAMES) {
    const input = parseSlack(wayOf(name), slackFixture(name), FIXTURE_BOT);
    // Answered before it is read.
    if (name === 'url-verification') continue;
    const isStranger = name === 'message-from-another-workspace';
    it(`says ${isStranger ? 'no' : 'yes'} to ${name}`, () => {
      expect(input !== null && isOurs(input, FIXTURE_BOT)).to.equal(!isStranger);
    });

    if (input !== null && 'team' in input) {
      it(`says no to ${name} of another workspace`, () => {
        expect(isOurs({ ...input, team: 'T0OTHERS02' }, FIXTURE_BOT)).to.equal(false);
      });
    }
  }
});
