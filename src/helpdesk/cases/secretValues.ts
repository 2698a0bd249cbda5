import { readCaseId } from './newCaseId.ts';
import { isSaidOfSecrets } from './saidOfSecrets.ts';
import type { LabelledValue } from './secretLabels.ts';

/** Whether what follows a label is the secret, rather than a word about it or something that has to stay. */
export function isSecret(value: LabelledValue): boolean {
  const { kind, head, isBelow, isQuoted } = value;
  if (!/[\p{L}\p{N}]/u.test(head) || isHarmless(value) || isAmount(value)) return false;
  if (isBelow && !isMixed(head)) return false;
  switch (kind) {
    case 'password':
      return isPassword(value);
    case 'phrase':
      return value.isPhrase || isPassword(value);
    case 'short':
      return value.following === 'sign' && (isQuoted || isMixed(head));
    case 'pin':
      return isPin(value);
    case 'token':
    case 'bearer':
      return isToken(value);
  }
}

function isPassword(value: LabelledValue): boolean {
  const { following, head, length } = value;
  if (length < 3 || isTalk(value)) return false;
  return following === 'space' ? isMixed(head) && !isProduct(head) : true;
}

function isPin({ following, head }: LabelledValue): boolean {
  const digits = head.match(/\p{N}/gu)?.length ?? 0;
  if (following === 'sign') return digits >= 3;
  return digits >= 3 && /^#?\d[\d-]*$/.test(head);
}

/** In a sentence much is said of tokens and secrets that are none; after a sign hardly anything is. */
function isToken(value: LabelledValue): boolean {
  const { kind, following, head, length } = value;
  if (isTalk(value)) return false;
  if (following === 'sign') return length >= 3;
  if (isProduct(head)) return false;
  const isNumber = /^\d{6,}$/.test(head);
  return (length >= 8 && hasBoth(head)) || length >= 20 || (kind === 'token' && isNumber);
}

/** A word about a secret. After a sign, what ends its line is more likely the secret. */
function isTalk({ following, head, length, after }: LabelledValue): boolean {
  if (length > head.length) return false;
  const isAlone = following === 'sign' && !/^[^\S\n]+\p{L}/u.test(after);
  return isSaidOfSecrets(head, isAlone);
}

/** Letters and something else, or many digits. */
function isMixed(head: string): boolean {
  if (/^\d+$/.test(head)) return head.length >= 4;
  return head.length >= 5 && /\p{L}/u.test(head) && /[^\p{L}\s'’/.,:()-]/u.test(head);
}

function hasBoth(head: string): boolean {
  return /\p{L}/u.test(head) && /\p{N}/u.test(head);
}

/** Codes of Windows, Entra, Office and the web, and numbers of articles. */
const CODE = String.raw`(?:0x[0-9a-f]{1,16}|aadsts\d{4,7}|caa[0-9a-f]{4,8}|kb\d{6,7}|80[0-9a-f]{6}|(?:e|ec|err|error|hr|rtc_e|sec_e|status)_\w{1,40})`;
const CODES = new RegExp(`^${CODE}(?:[,;/+|&-]${CODE})*$`, 'i');

/** What has to stay wherever it is: codes, ids of cases, links, phone numbers, a label of its own. */
function isHarmless({ kind, following, head, length, after }: LabelledValue): boolean {
  if (/^https?:\/\//i.test(head) || /^\+\d[\d().-]*$/.test(head) || isCaseId(head)) return true;
  if (kind !== 'pin' && length === head.length && CODES.test(head)) return true;
  // The field was empty: "Password: User: luis".
  if (following === 'sign' && after.startsWith(':')) return true;
  return following !== 'sign' && /^(?:[a-z]:\\|[^\s@]+@[^\s@]+\.[a-z]{2,}$)/i.test(head);
}

function isCaseId(head: string): boolean {
  return /^un-/i.test(head) && readCaseId(head) !== null;
}

const UNITS =
  /^[^\S\n]{0,3}(?:attempts?|char(?:acter)?s?|days?|digits?|hours?|letters?|minutes?|months?|seconds?|times|tries|weeks?|years?)\b/i;

/** "8-16 characters", "100%". */
function isAmount({ head, after }: LabelledValue): boolean {
  return /^[\d.,–-]+%$/.test(head) || (/^[\d.,–-]+$/.test(head) && UNITS.test(after));
}

/** "Office365", "OAuth2.0": a name and a version, said after a label rather than as its value. */
const PRODUCT =
  /^(?:aes|base|exchange|lync|md|ntlmv|o|oauth|office|outlook|rs|saml|sha|sharepoint|skype|teams|tls|utf|win|windows|x)[.-]?\d[\d.]*$/i;

function isProduct(head: string): boolean {
  return PRODUCT.test(head);
}
