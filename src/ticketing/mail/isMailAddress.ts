/** Longest address, in characters. Source: RFC 5321, 4.5.3.1.3, without the angle brackets. */
const LONGEST = 254;

/** A name of letters, digits and signs that need no quotes, and a host of two words at least. */
const FORM =
  /^(?!\.)(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|\.(?![.@])){1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?!\d+$)[\p{L}\p{N}-]{2,63}$/iu;

/**
 * Whether a text has the form of one mail address, without a name and nothing around it. No text that passes can be
 * more than one address, or anything else, to a mail server. Whether there is such a mailbox is not asked.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST && FORM.test(text);
}
