/** What the place is called at which the way to a person leads to a case that was sent; '' for what they all begin with. */
export function placeOfCase(id: string): string {
  return `person ${id}`;
}
