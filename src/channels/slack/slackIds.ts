import { z } from 'zod';

/** An id of Slack's: of a person, a workspace, a channel, an event. About 11 characters today; it goes into keys. */
export const slackId = z.string().regex(/^[A-Za-z0-9]{1,64}$/);

/** Slack’s own helper, which answers words with words. By `users.info` it is no bot. */
export const SLACKBOT = 'USLACKBOT';

/** A time by which Slack tells messages and clicks apart: seconds and a count. */
export const slackTs = z.string().regex(/^\d{1,16}\.\d{1,9}$/);

/** What else goes into keys: a trigger’s id, or what we have named a button, of up to 255 characters. */
export const slackWord = z.string().regex(/^[\x21-\x7e]{1,255}$/);
