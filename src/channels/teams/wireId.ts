import { z } from 'zod';

/** Longest id, in characters: ids are stored and become keys. Those of Teams are at most about 200. */
const LONGEST_ID = 500;

/**
 * An id as a channel tells it. Goes into keys, and into paths and headers of the replies: printable ASCII, as all
 * channels' ids are, and no step in a path (`.`, `..`), with which a reply would be sent elsewhere on the channel's host.
 */
export const wireId = z
  .string()
  .max(LONGEST_ID)
  .regex(/^(?!\.{1,2}$)[\x21-\x7e]+$/);
