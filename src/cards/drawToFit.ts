/**
 * How long one text may be, in characters, from the first try to the last. The first is as long as what a person
 * may type (`FIELD_LIMIT`), the last still says what a text is about.
 */
const TEXT_LIMITS = [4000, 2000, 1000, 500, 250, 120, 40] as const;

/**
 * Draws with ever shorter texts until the whole fits. Throws `RangeError` when even the shortest doesn't:
 * then it is the structure that is too large.
 */
export function drawToFit<Drawn>(draw: (textLimit: number) => Drawn, fits: (drawn: Drawn) => boolean): Drawn {
  for (const limit of TEXT_LIMITS) {
    const drawn = draw(limit);
    if (fits(drawn)) return drawn;
  }
  throw new RangeError('a card with too much in it to be drawn');
}
