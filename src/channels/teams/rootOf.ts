/** The message that the thread of a conversation begins with; null for a conversation that names none. */
export function rootOf(conversationId: string): string | null {
  const named = conversationId.split(';').find((part) => part.startsWith('messageid='));
  return named?.slice('messageid='.length) || null;
}
