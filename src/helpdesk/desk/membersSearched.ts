/**
 * Among how many colleagues somebody is looked for at most, those first who were seen at the desk last: a bound on what
 * is read at once, not the size of any desk. Of a larger one, whoever was seen before all of those isn't found by name
 * until they do something at the desk or are mentioned, and a post that calls them says “on call” for their name.
 */
export const MEMBERS_SEARCHED = 500;
