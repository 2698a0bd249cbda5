/**
 * Among how many colleagues somebody is looked for, those first who were seen at the desk last: more than are seen at any
 * desk in the year for which they are remembered.
 */
export const MEMBERS_SEARCHED = 500;
