import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { type SignedBytes, verifySignature } from '../../../src/channels/slack/verifySignature.ts';

const SECRET = 'the-newer-signing-secret';
const OLDER = 'the-older-signing-secret';
const NOW = 1_790_000_000;
const rules = { secrets: [SECRET, OLDER], now: new Date(NOW * 1000) };

const JSON_BODY = '{"type":"event_callback","event":{"type":"message","text":"I can’t get in"}}';
const FORM_BODY = 'token=x&team_id=T0UNSTUCK&command=%2Funstuck&text=no+sound&trigger_id=1.2.abc';

/** A body as Slack sends it at this time. */
function signed(body: string | Buffer, timestamp: string = String(NOW), secret: string = SECRET): SignedBytes {
  const bytes = Buffer.from(body);
  const mac = createHmac('sha256', secret).update(Buffer.concat([Buffer.from(`v0:${timestamp}:`), bytes]));
  return { timestamp, signature: `v0=${mac.digest('hex')}`, bytes };
}

const good = signed(JSON_BODY);
const mac = good.signature?.slice(3) ?? '';

/** One byte is another. */
function changed(body: Uint8Array, at: number): Uint8Array {
  return body.map((byte, index) => (index === at ? byte ^ 1 : byte));
}

const table: readonly (readonly [title: string, sent: SignedBytes, verdict: string])[] = [
  ['JSON', good, 'good'],
  ['a form', signed(FORM_BODY), 'good'],
  ['a body outside of ASCII', signed('{"text":"péché 🙈 日本"}'), 'good'],
  ['a body that is no text', signed(Buffer.from([0xff, 0xfe, 0x00, 0x80])), 'good'],
  ['an empty body', signed(''), 'good'],
  ['the other secret, during a rotation', signed(JSON_BODY, String(NOW), OLDER), 'good'],
  ['a third secret', signed(JSON_BODY, String(NOW), 'somebody-elses-secret'), 'signature'],
  ['no secret', signed(JSON_BODY, String(NOW), ''), 'signature'],
  ['no signature', { ...good, signature: undefined }, 'signature-missing'],
  ['no timestamp', { ...good, timestamp: undefined }, 'signature-missing'],
  ['exactly 300 s ago', signed(JSON_BODY, String(NOW - 300)), 'good'],
  ['301 s ago', signed(JSON_BODY, String(NOW - 301)), 'clock'],
  ['exactly 300 s ahead', signed(JSON_BODY, String(NOW + 300)), 'good'],
  ['301 s ahead', signed(JSON_BODY, String(NOW + 301)), 'clock'],
  ['ten years ahead', signed(JSON_BODY, String(NOW + 315_360_000)), 'clock'],
  ['another time than was signed', { ...good, timestamp: String(NOW - 1) }, 'signature'],
  ['another body', { ...signed(FORM_BODY), signature: good.signature }, 'signature'],
  ['the first byte changed', { ...good, bytes: changed(good.bytes, 0) }, 'signature'],
  ['the last byte changed', { ...good, bytes: changed(good.bytes, good.bytes.length - 1) }, 'signature'],
  ['a byte more', { ...good, bytes: Buffer.concat([good.bytes, Buffer.from(' ')]) }, 'signature'],
  ['JSON that means the same', { ...good, bytes: Buffer.from(JSON_BODY.replace(',', ', ')) }, 'signature'],
  ['a time as 1e9', signed(JSON_BODY, '1e9'), 'signature-malformed'],
  ['a time with a space', signed(JSON_BODY, ` ${NOW}`), 'signature-malformed'],
  ['a time with a line break', signed(JSON_BODY, `${NOW}\n`), 'signature-malformed'],
  ['a time below zero', signed(JSON_BODY, '-1'), 'signature-malformed'],
  ['a time with a plus', signed(JSON_BODY, `+${NOW}`), 'signature-malformed'],
  ['a time with a fraction', signed(JSON_BODY, `${NOW}.5`), 'signature-malformed'],
  ['a time in hex', signed(JSON_BODY, `0x${NOW.toString(16)}`), 'signature-malformed'],
  ['a time in other digits', signed(JSON_BODY, '١٧٩٠٠٠٠٠٠٠'), 'signature-malformed'],
  ['an empty time', signed(JSON_BODY, ''), 'signature-malformed'],
  ['a time that came twice', signed(JSON_BODY, `${NOW}, ${NOW}`), 'signature-malformed'],
  ['a time that is no number', signed(JSON_BODY, 'NaN'), 'signature-malformed'],
  ['a time in milliseconds', signed(JSON_BODY, String(NOW * 1000)), 'clock'],
  ['a time of 400 digits', signed(JSON_BODY, '9'.repeat(400)), 'clock'],
  ['the time 0', signed(JSON_BODY, '0'), 'clock'],
  ['hex in capitals', { ...good, signature: `v0=${mac.toUpperCase()}` }, 'signature-malformed'],
  ['another version', { ...good, signature: `v1=${mac}` }, 'signature-malformed'],
  ['no version', { ...good, signature: mac }, 'signature-malformed'],
  ['a digit less', { ...good, signature: `v0=${mac.slice(1)}` }, 'signature-malformed'],
  ['a digit more', { ...good, signature: `v0=${mac}0` }, 'signature-malformed'],
  ['a line break behind', { ...good, signature: `v0=${mac}\n` }, 'signature-malformed'],
  ['what is no hex', { ...good, signature: `v0=${'é'.repeat(64)}` }, 'signature-malformed'],
  ['an empty signature', { ...good, signature: '' }, 'signature-malformed'],
  ['zeros', { ...good, signature: `v0=${'0'.repeat(64)}` }, 'signature'],
];

describe('verifySignature', () => {
  for (const [title, sent, verdict] of table) {
    it(`calls ${title} ${verdict}`, () => {
      expect(verifySignature(rules, sent)).to.equal(verdict);
    });
  }

  it('takes what is sent again in time: what was done is known by its delivery, not here', () => {
    const later = { ...rules, now: new Date((NOW + 200) * 1000) };

    const verdicts = [verifySignature(rules, good), verifySignature(later, good)];

    expect(verdicts).to.deep.equal(['good', 'good']);
  });

  it('counts parts of a second', () => {
    const after = { ...rules, now: new Date(NOW * 1000 + 300_001) };

    expect(verifySignature(after, good)).to.equal('clock');
  });

  it('takes nothing without a secret of ours', () => {
    expect(verifySignature({ ...rules, secrets: [] }, good)).to.equal('signature');
  });

  it('agrees with the example in Slack’s documentation', () => {
    // docs.slack.dev, "Verifying requests from Slack": the secret, time, body and signature are theirs.
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar' +
      '&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=' +
      '&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN' +
      '&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const sent = {
      timestamp: '1531420618',
      signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
      bytes: Buffer.from(body),
    };

    const then = { secrets: ['8f742231b10e8888abcd99yyyzzz85a5'], now: new Date(1_531_420_620_000) };

    expect(verifySignature(then, sent)).to.equal('good');
  });
});
