/**
 * What stands in a field that is drawn anew while somebody is filling it in: what they have typed, and after it what
 * was added from elsewhere.
 * @param before what stood there first, and what they have made of it
 * @param now what the new card brings
 */
export function carriedText(before: { readonly initial: string; readonly value: string }, now: string): string {
  const { initial, value } = before;
  if (!now.startsWith(initial)) return value;
  const added = now.slice(initial.length).trim();
  return added === '' || value.includes(added) ? value : `${value.trimEnd()}\n${added}`;
}
