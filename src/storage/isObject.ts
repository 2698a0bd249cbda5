/** Whether it has fields, or is a list. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
