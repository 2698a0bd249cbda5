/** The id that clicks on the bot's own tab carry: there is one such card for everybody, and it is never an old one. */
export const HOME_CARD = 'home';
