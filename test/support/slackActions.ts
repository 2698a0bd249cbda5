import type { SlackPayload } from './slackEvents.ts';
import { slackIds } from './slackIds.ts';
import { slackText } from './slackText.ts';
import { directChannel, type SlackPersonOfTest, WORKSPACE } from './slackWorkspace.ts';

/** A message on which somebody taps something. */
export interface TappedMessage {
  readonly ts: string;
  /** Default: the direct message with the bot. */
  readonly channel?: string;
  /** The message in whose thread it is. */
  readonly thread?: string | null;
  readonly text?: string;
  readonly blocks?: readonly object[];
  /** Only they see it, and it has no place in the history. */
  readonly isEphemeral?: boolean;
  readonly responseUrl?: string;
}

/** What was tapped: what the element says of itself, besides when. */
export type TappedElement = Readonly<Record<string, unknown>>;

/** What one person does on what the bot shows, as Slack posts it to the address of interactions. */
export interface SlackActions {
  /** On a message. */
  taps(element: TappedElement, message: TappedMessage): SlackPayload;
  /** On the App Home tab. */
  tapsAtHome(element: TappedElement, view?: SlackPayload): SlackPayload;
  /** Sends a modal, with what stands in its fields. */
  submits(view: SlackPayload, values: SlackPayload): SlackPayload;
  /** *Get help with this* on somebody's message. */
  getsHelp(text: string, message?: { readonly channel?: string; readonly ts?: string }): SlackPayload;
  /** The fields of `/unstuck`. */
  commands(text?: string, channel?: string): Readonly<Record<string, string>>;
}

/** Where things happen. */
export interface SlackActionSettings {
  /** Default: the workspace of the tests. */
  readonly team?: string;
  /** Makes the addresses by which messages can be changed. */
  readonly address?: () => string;
  /** Makes the triggers by which modals can be opened; by default they don't age. */
  readonly trigger?: () => string;
}

const SOME_ADDRESS = 'https://hooks.slack.com/actions/made-up';

/** A button as it is reported. */
export function tappedButton(value: object, actionId = 'tapped:1', label = 'Tap'): TappedElement {
  const text = { type: 'plain_text', text: label, emoji: false };
  return { type: 'button', action_id: actionId, block_id: slackIds.block(), text, value: JSON.stringify(value) };
}

/** A menu whose option was chosen, as it is reported. */
export function tappedOption(value: object, actionId = 'more:1', label = 'Choose me'): TappedElement {
  const text = { type: 'plain_text', text: label, emoji: false };
  const selected_option = { text, value: JSON.stringify(value) };
  return { type: 'overflow', action_id: actionId, block_id: slackIds.block(), selected_option };
}

/** Actions of one person. */
export function slackActions(
  who: SlackPersonOfTest,
  { team = WORKSPACE.team, address = () => SOME_ADDRESS, trigger = slackIds.trigger }: SlackActionSettings = {},
): SlackActions {
  const common = (type: string): SlackPayload => ({
    ...{ type, api_app_id: WORKSPACE.app, token: 'made-up-verification-token' },
    user: { id: who.id, username: who.short, name: who.short, team_id: team },
    team: { id: team, domain: WORKSPACE.domain },
    ...{ enterprise: null, is_enterprise_install: false, trigger_id: trigger() },
  });
  const timed = (element: TappedElement) => ({ ...element, action_ts: slackIds.ts() });
  return {
    taps(element, message) {
      const { channel = directChannel(who), isEphemeral = false, responseUrl = address() } = message;
      return {
        ...common('block_actions'),
        container: containerOf(message, channel),
        channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'helpdesk' },
        ...(isEphemeral ? {} : { message: wireTapped(message, team) }),
        state: { values: {} },
        ...{ response_url: responseUrl, actions: [timed(element)] },
      };
    },
    tapsAtHome(element, view = { type: 'home', id: `V0HOME${who.id}`, blocks: [], hash: 'h1' }) {
      const container = { type: 'view', view_id: view['id'] };
      return { ...common('block_actions'), container, view: whole(view, team), actions: [timed(element)] };
    },
    submits(view, values) {
      const state = { values };
      return { ...common('view_submission'), view: { ...whole(view, team), state }, response_urls: [] };
    },
    getsHelp(text, { channel = 'C0PUBLIC001', ts = slackIds.ts() } = {}) {
      const message = { type: 'message', user: 'U0SOMEBODY1', ts, text: slackText(text), team };
      return {
        ...common('message_action'),
        ...{ callback_id: 'get_help', action_ts: slackIds.ts(), message_ts: ts, message },
        ...{ channel: { id: channel, name: 'general' }, response_url: address() },
      };
    },
    commands: (text = '', channel = 'C0PUBLIC001') => ({
      ...{ token: 'made-up-verification-token', team_id: team, team_domain: WORKSPACE.domain },
      ...{ channel_id: channel, channel_name: channel.startsWith('D') ? 'directmessage' : 'general' },
      ...{ user_id: who.id, user_name: who.short, command: '/unstuck', text, api_app_id: WORKSPACE.app },
      ...{ is_enterprise_install: 'false', response_url: address(), trigger_id: trigger() },
    }),
  };
}

function containerOf({ ts, thread, isEphemeral = false }: TappedMessage, channel: string): SlackPayload {
  return {
    ...{ type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isEphemeral },
    ...(thread != null && { thread_ts: thread }),
  };
}

function wireTapped({ ts, thread, text = '', blocks = [] }: TappedMessage, team: string): SlackPayload {
  return {
    ...{ type: 'message', user: WORKSPACE.user, bot_id: WORKSPACE.bot, app_id: WORKSPACE.app, team },
    ...{ ts, text, blocks },
    ...(thread != null && { thread_ts: thread, parent_user_id: WORKSPACE.user }),
  };
}

/** A view as Slack gives it back: with all that it has beside what was drawn. */
function whole(view: SlackPayload, team: string): SlackPayload {
  return {
    ...{ id: slackIds.view(), team_id: team, callback_id: '', external_id: '', private_metadata: '' },
    ...{ state: { values: {} }, hash: 'h1', clear_on_close: false, notify_on_close: false, close: null, submit: null },
    ...{ previous_view_id: null, root_view_id: view['id'] ?? null, bot_id: WORKSPACE.bot },
    ...{ app_id: WORKSPACE.app, app_installed_team_id: team },
    ...view,
  };
}
