import { parseJsonObject } from '../parseJsonObject.ts';
import type { SlackRequest } from './slackRequest.ts';

/** What is delivered, as it would come over a socket. */
export type SlackPayload = Readonly<Record<string, unknown>>;

/**
 * Takes the body of a request apart: events are JSON, actions a form whose field `payload` is JSON, commands a form.
 * Null when it is something else, or nests too deep. Never throws.
 */
export function payloadOf({ way, contentType, bytes }: Omit<SlackRequest, 'header'>): SlackPayload | null {
  if (way === 'events') return contentType === 'application/json' ? parseJsonObject(bytes) : null;
  const form = contentType === 'application/x-www-form-urlencoded' ? new URLSearchParams(bytes.toString()) : null;
  if (form === null) return null;
  return way === 'commands' ? Object.fromEntries(form) : parseJsonObject(form.get('payload') ?? '');
}
