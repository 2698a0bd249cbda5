import type { SlackMark, SlackMessage } from './slackApi.ts';

/**
 * A message as Slack's methods take it. Whatever somebody writes in it calls nobody, and no address in it is looked at:
 * links may be secrets.
 */
export function messageArgs({ text, blocks, mark }: SlackMessage): Readonly<Record<string, unknown>> {
  return {
    ...{ text, blocks },
    ...{ unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' },
    // Left out of a change, what the message carries stays.
    ...(mark === undefined ? {} : { metadata: metadataOf(mark) }),
  };
}

function metadataOf({ outbox, case: caseId }: SlackMark): object {
  return { event_type: 'unstuck', event_payload: { outbox, ...(caseId === undefined ? {} : { case: caseId }) } };
}
