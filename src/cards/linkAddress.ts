/** What a link may open. */
const OPENABLE = /^(https?:\/\/|mailto:)[^\s<>"]+$/i;

/** The address of a link, as it is. Throws `RangeError` for anything but http, https and mailto: a fault of the view. */
export function linkAddress(url: string): string {
  if (!OPENABLE.test(url)) throw new RangeError('a link that is neither http, https nor mailto');
  return url;
}
