const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address is on this machine, by its host alone. */
export function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.has(hostname);
}
