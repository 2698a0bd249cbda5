/**
 * The channel of a conversation, without the thread in it: what is compared and kept. A conversation that has no
 * threads is given as it is.
 */
export function channelOf(conversationId: string): string {
  const at = conversationId.indexOf(';');
  return at < 0 ? conversationId : conversationId.slice(0, at);
}
