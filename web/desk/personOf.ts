import type { ListedCase, ShownCase } from './deskTypes.ts';

/** The person whose case it is, as far as it tells: by what they have said, else by the list. */
export function personOf(shown: ShownCase | null, listed: ListedCase | null): string | null {
  const said = shown?.trail.find(({ side, who }) => side === 'person' && who !== '');
  return said?.who ?? (listed?.who || null);
}
