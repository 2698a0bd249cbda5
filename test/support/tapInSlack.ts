import { expect } from 'chai';
import { deliverToSlack, type SlackLine } from './deliverToSlack.ts';
import { fillModal } from './fillModal.ts';
import type { SlackPayload } from './slackEvents.ts';
import type { SlackPayloads } from './slackPayloads.ts';

/** Whose hands, and where what they do is posted. */
export interface SlackHands extends SlackLine {
  readonly person: SlackPayloads;
}

/** What stands beside the fields of a modal that was refused; empty for one that was taken. */
export type ModalErrors = Readonly<Record<string, string>>;

/** Forms that follow one another at most: *More…* and what is chosen there, with one to spare. */
const FORMS = 3;

/**
 * Posts a tap as `taps` or `tapsAtHome` make it. Where it opens a modal, that is filled in and sent, and so is the one that
 * comes in its place, with the next of `typed` where that is a list; with `typed` null it is left open.
 */
export async function tapInSlack(
  hands: SlackHands,
  tap: SlackPayload,
  typed: Typed | readonly Typed[] | null = {},
): Promise<ModalErrors> {
  const answer = await deliverToSlack(hands, 'actions', tap);
  expect(answer.status, 'what a tap is answered with').to.equal(200);
  const trigger = String(tap['trigger_id']);
  for (let form = 0; form < FORMS; form += 1) {
    const view = hands.slack.modal(trigger);
    if (view === null || typed === null) return {};
    const { errors, isDone } = await sendModal(hands, view, Array.isArray(typed) ? (typed[form] ?? {}) : typed);
    if (isDone) return errors;
  }
  throw new Error(`more than ${FORMS} forms one after the other`);
}

type Typed = Readonly<Record<string, string>>;

async function sendModal(
  hands: SlackHands,
  view: SlackPayload,
  typed: Typed,
): Promise<{ readonly errors: ModalErrors; readonly isDone: boolean }> {
  const { slack, person } = hands;
  const values = fillModal(view, typed);
  const submission = person.submits(view, values);
  const { status, body } = await deliverToSlack(hands, 'actions', submission);
  expect(status, 'what a modal is answered with').to.equal(200);
  switch (body?.response_action) {
    case undefined:
    case 'clear':
      return { errors: {}, isDone: true };
    case 'errors':
      return { errors: body.errors, isDone: true };
    case 'update':
      slack.replaceModal(String(view['id']), body.view, values);
      return { errors: {}, isDone: false };
    default:
      throw new Error(`an answer of ${body.response_action}`);
  }
}
