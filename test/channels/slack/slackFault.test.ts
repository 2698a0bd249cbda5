import { expect } from 'chai';
import { z } from 'zod';
import { outcomeOfFault } from '../../../src/bots/outcomeOfFault.ts';
import { createCallSlack } from '../../../src/channels/slack/callSlack.ts';
import { SlackCallError } from '../../../src/channels/slack/slackCallError.ts';
import { startFakeSlack } from '../../support/fakeSlack.ts';
import type { SlackFault } from '../../support/fakeSlackAnswers.ts';
import { lineTo, OTHER_TOKEN, useSlackLine } from './slackLine.ts';

const METHOD = 'chat.postMessage';
const WORDS = 'my camera is broken';
const INVALID = { ok: false, error: 'invalid_blocks', response_metadata: { messages: [`[ERROR] ${WORDS}`] } };

describe('a call to Slack that fails', () => {
  const here = useSlackLine();

  const calling = (others: object = {}) => ({ ...here.line, now: () => new Date(0), ...others });
  const fail = async (
    answer: SlackFault['answer'],
    { headers = {}, ...others }: { readonly headers?: Record<string, string>; readonly within?: number } = {},
  ): Promise<SlackCallError> => {
    here.slack.failNext({ on: METHOD, answer, headers });
    return faultOf(calling(others));
  };

  const codes: readonly (readonly [code: string, status: number, outcome: string])[] = [
    ['not_in_channel', 403, 'refused'],
    ['cannot_dm_bot', 403, 'refused'],
    ['user_disabled', 403, 'refused'],
    ['is_archived', 403, 'refused'],
    ['restricted_action', 403, 'refused'],
    ['restricted_action_read_only_channel', 403, 'refused'],
    ['ekm_access_denied', 401, 'not-taken'],
    ['messages_tab_disabled', 401, 'not-taken'],
    ['invalid_thread_ts', 404, 'refused'],
    ['file_type_not_allowed', 403, 'refused'],
    ['channel_not_found', 404, 'refused'],
    ['message_not_found', 404, 'refused'],
    ['cant_update_message', 404, 'refused'],
    ['edit_window_closed', 404, 'refused'],
    ['user_not_found', 404, 'refused'],
    ['msg_too_long', 413, 'refused'],
    ['msg_blocks_too_long', 413, 'refused'],
    ['invalid_blocks', 400, 'refused'],
    ['invalid_arguments', 400, 'refused'],
    ['no_text', 400, 'refused'],
    ['ratelimited', 429, 'not-taken'],
    ['not_authed', 401, 'not-taken'],
    ['invalid_auth', 401, 'not-taken'],
    ['token_revoked', 401, 'not-taken'],
    ['token_expired', 401, 'not-taken'],
    ['account_inactive', 401, 'not-taken'],
    ['missing_scope', 401, 'not-taken'],
    ['internal_error', 503, 'unclear'],
    ['fatal_error', 503, 'unclear'],
    ['service_unavailable', 503, 'unclear'],
    ['request_timeout', 503, 'unclear'],
    ['something_new', 409, 'not-taken'],
  ];
  for (const [slackCode, statusCode, kind] of codes) {
    it(`with ${slackCode} counts as ${statusCode}, and the message as ${kind}`, async () => {
      const fault = await fail({ error: slackCode });

      expect(fault).to.include({ code: 'channel-failed', statusCode, slackCode });
      expect(outcomeOfFault(fault).kind).to.equal(kind);
    });
  }

  for (const statusCode of [400, 403, 404, 500, 502, 503]) {
    it(`with HTTP status ${statusCode} keeps that`, async () => {
      expect(await fail({ status: statusCode, body: { said: WORDS } })).to.include({
        statusCode,
        slackCode: undefined,
      });
    });
  }

  it('since there are too many says how long to wait, in milliseconds', async () => {
    const fault = await fail(429, { headers: { 'retry-after': '7' } });

    expect(fault).to.include({ statusCode: 429, retryAfterMs: 7_000 });
  });

  it('since there are too many, with status 200, says how long to wait, too', async () => {
    const fault = await fail({ error: 'ratelimited' }, { headers: { 'retry-after': '7' } });

    expect(fault).to.include({ statusCode: 429, retryAfterMs: 7_000 });
  });

  for (const headers of [{}, { 'retry-after': 'soon' }]) {
    it(`since there are too many is known without a wait: ${JSON.stringify(headers)}`, async () => {
      const fault = await fail({ status: 429, body: { ok: false } }, { headers: headers as Record<string, string> });

      expect(fault).to.include({ statusCode: 429, retryAfterMs: undefined });
    });
  }

  it('with 503 says how long to wait', async () => {
    expect(await fail({ status: 503, body: {} }, { headers: { 'retry-after': '3' } })).to.include({
      statusCode: 503,
      retryAfterMs: 3_000,
    });
  });

  const unclear: readonly (readonly [what: string, answer: SlackFault['answer'], headers?: Record<string, string>])[] =
    [
      ['no answer in time', 'silence'],
      ['a connection that breaks off', 'reset'],
      [
        'half an answer',
        { raw: (response) => response.writeHead(200, { 'content-length': '50' }).write('{', () => response.destroy()) },
      ],
      ['an answer that never ends', { raw: (response) => response.writeHead(200).write('{') }],
      ['a page instead of an answer', { raw: (response) => response.end('<html>Log in</html>') }],
      ['an answer without what was asked for', { body: { ok: true } }],
      ['a redirect', { status: 302, body: {} }, { location: 'https://example.com/' }],
    ];
  for (const [what, answer, headers = {}] of unclear) {
    it(`with ${what} leaves it unclear whether the message was posted`, async () => {
      const fault = await fail(answer, { headers, within: 100 });

      expect(fault.statusCode).to.equal(undefined);
      expect(outcomeOfFault(fault).kind).to.equal('unclear');
    });
  }

  it('since nobody is there has sent nothing', async () => {
    const gone = await startFakeSlack();
    await gone.close();
    const line = lineTo(gone);

    const fault = await faultOf(calling(line));

    await line.dispatcher.destroy();
    expect(outcomeOfFault(fault)).to.deep.equal({ kind: 'not-taken', why: 'ECONNREFUSED' });
  });

  it('is made once', async () => {
    await fail(500);

    expect(here.slack.count()).to.equal(1);
  });

  for (const answer of [
    { error: `invalid: ${WORDS}` },
    { body: { ...INVALID, said: WORDS } },
    { status: 500, body: { said: WORDS, token: OTHER_TOKEN } },
  ]) {
    it('says nothing of what was sent or answered, nor the token', async () => {
      const fault = await fail(answer);

      expect(`${fault.message} ${fault.stack} ${JSON.stringify(fault)}`)
        .to.include(METHOD)
        .and.not.include(WORDS)
        .and.not.include(OTHER_TOKEN);
    });
  }

  it('writes nothing to the console', async () => {
    const written: unknown[] = [];
    const { write } = process.stderr;
    const { write: print } = process.stdout;
    process.stderr.write = process.stdout.write = (line: unknown) => written.push(line) > 0;

    try {
      await fail({ body: INVALID });
      await fail('reset');
    } finally {
      Object.assign(process.stderr, { write });
      Object.assign(process.stdout, { write: print });
    }

    expect(written).to.deep.equal([]);
  });

  it('goes to no host but those that are Slack’s', async () => {
    const fault = await faultOf(calling({ origins: new Set(['https://slack.com']) }));

    expect(fault).to.include({ statusCode: 400, slackCode: 'address_not_allowed' });
    expect(here.slack.ledger).to.deep.equal([]);
  });
});

async function faultOf(calling: Parameters<typeof createCallSlack>[0]): Promise<SlackCallError> {
  const call = createCallSlack(calling);
  const answer = z.object({ ts: z.string() });
  const thrown: unknown = await call({ method: METHOD, args: { text: WORDS }, answer }).catch((fault) => fault);
  if (!(thrown instanceof SlackCallError)) throw new Error(`not a fault of a call: ${String(thrown)}`);
  return thrown;
}
