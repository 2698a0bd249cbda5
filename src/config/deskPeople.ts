import { z } from 'zod';

/** An id of a person as this bot (29:…) or all of Teams (8:orgid:…) has it, of a bot (28:…), or of the directory. */
const TEAMS_ID = /^(?:(?:8|2[89]):[\w.:-]+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** A user of Slack (U…, in an Enterprise organisation also W…), a user group (S…), or whoever is there just now. */
const SLACK_ID = /^(?:[UWS][A-Z\d]{8,19}|here)$/;

/** A person of a tenant. */
const TEAMS_PERSON =
  /^teams:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}:(?:29:[\w.:-]+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** A person of a workspace. */
const SLACK_PERSON = /^slack:T[A-Z\d]{8,19}:[UW][A-Z\d]{8,19}$/;

/** Who can be mentioned: each channel mentions those that are its own. */
export const pingId = z
  .string()
  .refine(
    (id) => SLACK_ID.test(id) || TEAMS_ID.test(id),
    'must be ids of people, joined by commas: in Teams object ids of your directory or 29:…, in Slack U…, W…, S… or here',
  )
  .transform(asCompared);

/** Somebody, as persons are written. */
export const personId = z
  .string()
  .refine(
    (id) => SLACK_PERSON.test(id) || TEAMS_PERSON.test(id),
    'must be persons such as teams:<tenant id>:<object id> or slack:<team id>:<user id>, joined by commas',
  )
  .transform(asCompared);

/** Ids of a directory are the same in capitals; those that begin with 29:, and Slack’s, are not. */
function asCompared(id: string): string {
  const isExact = SLACK_ID.test(id) || SLACK_PERSON.test(id) || /(?:^|:)29:/.test(id);
  return isExact ? id : id.toLowerCase();
}
