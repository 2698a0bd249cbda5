/** The key of the one conversation that a session of the web channel has, as every turn of it is stored. */
export function webConversation(session: string): string {
  return `web::${session}`;
}
