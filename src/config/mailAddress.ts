import { z } from 'zod';

/** Longest address, in characters. Source: RFC 5321, 4.5.3.1.3, without the angle brackets. */
const LONGEST = 254;

/** A name of letters, digits and signs that need no quotes, and a host of two words at least. */
const FORM =
  /^(?!\.)(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|\.(?![.@])){1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?!\d+$)[\p{L}\p{N}-]{2,63}$/iu;

const ADVICE = 'must be one mail address such as helpdesk@contoso.com, without a name';

/** Reads a mail address, by its form alone. */
export const mailAddress = z.string().max(LONGEST, ADVICE).regex(FORM, ADVICE);
