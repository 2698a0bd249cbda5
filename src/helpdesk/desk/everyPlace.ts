import type { DeskPlace, DeskPlaces } from './deskPlace.ts';

/** Where each line of the desk is that is anywhere. Throws `storage-failed`. */
export async function everyPlace(places: Pick<DeskPlaces, 'get'>): Promise<readonly DeskPlace[]> {
  const all = await Promise.all([places.get('first'), places.get('next')]);
  return all.filter((place) => place !== null);
}
