/** The name under which PostgreSQL tells of new messages on the web channel; what is told is the session. */
export const webMessageChannel = 'unstuck_web_messages';
