import type { SlackWay } from '../../src/channels/slack/slackInput.ts';
import type { FakeSlack } from '../../test/support/fakeSlack.ts';
import { fillModal } from '../../test/support/fillModal.ts';
import { postToSlackRoute } from '../../test/support/postToSlackRoute.ts';
import { initialOf } from '../../test/support/readBlockKit.ts';
import type { TappedElement, TappedMessage } from '../../test/support/slackActions.ts';
import type { SlackPayload } from '../../test/support/slackEvents.ts';
import { type SlackPayloads, slackPayloads } from '../../test/support/slackPayloads.ts';
import { type SlackPersonOfTest, WORKSPACE } from '../../test/support/slackWorkspace.ts';
import type { ModalErrors } from '../../test/support/tapInSlack.ts';
import { pause } from '../desk/patience.ts';
import { type CourierParts, createCourier } from '../people/courier.ts';
import type { Copies } from '../people/seat.ts';

/** What somebody's hands in Slack need. */
export interface SlackHandsParts {
  readonly who: SlackPersonOfTest;
  readonly slack: FakeSlack;
  /** Where the next delivery goes. */
  readonly origin: () => Promise<string>;
  /** By which deliveries are signed. */
  readonly now: () => Date;
  readonly courier: CourierParts;
  readonly copies: () => Copies;
}

/** What one person does in Slack, delivered as often as Slack likes. */
export interface SlackHands {
  readonly person: SlackPayloads;
  /** Resolves with the body of the first answer of 200. */
  deliver(way: SlackWay, payload: SlackPayload): Promise<unknown>;
  /**
   * Taps what `find` gives, which is told how often was tapped before; where that opens a form, again what it gives by then
   * until the form is there, and then fills it in and sends it. Gives what stood beside its fields.
   */
  tap(find: (taps: number) => Tapped): Promise<ModalErrors>;
  settled(): Promise<void>;
}

/** Something that can be tapped on a message. */
export interface Tapped {
  readonly message: TappedMessage;
  readonly element: TappedElement;
  /** What is filled into the form that it opens; null where it opens none. */
  readonly typed: Typed | null;
}

type Typed = Readonly<Record<string, string>>;
type Json = Readonly<Record<string, unknown>>;

/** Between two taps on what opened nothing, in milliseconds, and how many there are. */
const TAP_AGAIN = 1_000;
const MOST_TAPS = 60;

/** Forms that follow one another at most. */
const FORMS = 3;

/** Hands of one person. */
export function createSlackHands(parts: SlackHandsParts): SlackHands {
  const { slack, who } = parts;
  slack.addPerson(who);
  const person = slackPayloads(who, { address: slack.responseUrl, trigger: slack.trigger });
  const courier = createCourier(parts.courier);
  const deliver = async (way: SlackWay, payload: SlackPayload) => {
    const bodies: unknown[] = [];
    const post = posting(parts, { way, payload, onTaken: (body) => void bodies.push(body) });
    await courier.deliver(post, parts.copies());
    return bodies[0];
  };
  return {
    person,
    deliver,
    settled: courier.settled,
    async tap(find) {
      let last: unknown;
      for (let taps = 0; taps < MOST_TAPS; taps++) {
        const { message, element, typed } = find(taps);
        last = element['value'];
        const tap = person.taps(element, message);
        await deliver('actions', tap);
        if (typed === null) return {};
        const view = slack.modal(String(tap['trigger_id']));
        if (view !== null) return fillIn({ slack, person, deliver }, view, typed);
        await pause(TAP_AGAIN);
      }
      throw new Error(`nothing opened by ${MOST_TAPS} taps, the last on ${JSON.stringify(last)}`);
    },
  };
}

interface Delivered {
  readonly way: SlackWay;
  readonly payload: SlackPayload;
  readonly onTaken: (body: unknown) => void;
}

/** Each time after the first says so, as Slack's retries do. Nothing may go by that. */
function posting({ origin, now }: SlackHandsParts, { way, payload, onTaken }: Delivered) {
  let times = 0;
  return async (signal: AbortSignal) => {
    const to = await origin();
    const headers: Record<string, string> =
      times === 0 ? {} : { 'x-slack-retry-num': String(times), 'x-slack-retry-reason': 'http_timeout' };
    times++;
    const delivery = { secret: WORKSPACE.signingSecret, now, headers, signal };
    const { status, body } = await postToSlackRoute(to, way, payload, delivery);
    if (status === 200) onTaken(body);
    return { status, to };
  };
}

async function fillIn(
  { slack, person, deliver }: Pick<SlackHands, 'person' | 'deliver'> & { readonly slack: FakeSlack },
  first: SlackPayload,
  typed: Typed,
): Promise<ModalErrors> {
  let view = first;
  for (let form = 0; form < FORMS; form++) {
    const values = fillModal(view, withChoices(view, typed));
    const answer = { ...Object(await deliver('actions', person.submits(view, values))) };
    switch (answer.response_action) {
      case undefined:
      case 'clear':
        return {};
      case 'errors':
        return answer.errors;
      case 'update':
        view = slack.replaceModal(String(view['id']), answer.view, values);
        break;
      default:
        throw new Error(`an answer of ${answer.response_action}`);
    }
  }
  throw new Error(`more than ${FORMS} forms one after the other`);
}

/** Whatever has to be chosen is the first that can be. */
function withChoices(view: SlackPayload, typed: Typed): Typed {
  const inputs = (view['blocks'] as Json[]).filter(({ type }) => type === 'input');
  const chosen = inputs.flatMap((input) => {
    const element = input['element'] as Json;
    const [first] = (element['options'] ?? []) as Json[];
    const id = String(input['block_id']);
    return first === undefined || initialOf(element) !== '' ? [] : [[id, String(first['value'])] as const];
  });
  return { ...Object.fromEntries(chosen), ...typed };
}
