/** Whether a call failed since this person can't be written to: they are gone, or no direct message with them can be. */
export function isRefusedToPerson(error: unknown): boolean {
  const { statusCode }: { readonly statusCode?: unknown } = { ...Object(error) };
  return statusCode === 403 || statusCode === 404;
}
