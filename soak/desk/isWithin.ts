/** Whether a conversation is this one, or a thread of this channel. */
export function isWithin(conversation: string, channel: string): boolean {
  return `${conversation};`.startsWith(`${channel};`);
}
