import type { Activity, ResourceResponse } from 'botbuilder';
import { type ConnectorCall, type ConnectorLine, callConnector } from './callConnector.ts';
import { wireActivity } from './wireActivity.ts';

type Outgoing = Partial<Activity>;

/** The four operations that turns are made of, by the SDK's names. Its options and callbacks are not taken. */
export interface LeanConversations {
  replyToActivity(conversation: string, to: string, activity: Outgoing): Promise<ResourceResponse>;
  sendToConversation(conversation: string, activity: Outgoing): Promise<ResourceResponse>;
  updateActivity(conversation: string, id: string, activity: Outgoing): Promise<ResourceResponse>;
  deleteActivity(conversation: string, id: string): Promise<object>;
}

/**
 * What the SDK's connector client does for these, without its request pipeline and without its retries after 5xx,
 * which can post a message twice. All throw `ConnectorError`.
 */
export function leanConversations(serviceUrl: string, line: ConnectorLine): LeanConversations {
  const root = `${serviceUrl.replace(/\/$/, '')}/v3/conversations`;
  const activities = (conversation: string) => `${root}/${encodeURIComponent(conversation)}/activities`;
  const one = (conversation: string, id: string) => `${activities(conversation)}/${encodeURIComponent(id)}`;
  const resource = async (call: ConnectorCall) => ({ id: await callConnector(line, call) });
  return {
    replyToActivity: (conversation, to, activity) =>
      resource({
        method: 'POST',
        url: one(conversation, to),
        headers: { 'x-ms-conversation-id': conversation },
        body: wireActivity(activity),
      }),
    sendToConversation: (conversation, activity) =>
      resource({ method: 'POST', url: activities(conversation), body: wireActivity(activity) }),
    updateActivity: (conversation, id, activity) =>
      resource({ method: 'PUT', url: one(conversation, id), body: wireActivity(activity) }),
    deleteActivity: (conversation, id) => resource({ method: 'DELETE', url: one(conversation, id) }),
  };
}
