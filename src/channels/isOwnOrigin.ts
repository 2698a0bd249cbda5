/** Where a request says that it comes from. */
export interface RequestOrigin {
  /** The `Origin` header. */
  readonly origin: string | undefined;
  /** The `Host` header. */
  readonly host: string | undefined;
}

/**
 * Whether a request comes from our own page: its `Origin` is the public address or, where none is set, plain http
 * on the host that it was sent to. Without an `Origin`, which every browser sends with a POST, it does not.
 */
export function isOwnOrigin({ origin, host }: RequestOrigin, publicUrl: string | undefined): boolean {
  if (origin === undefined || host === undefined) return false;
  return origin.toLowerCase() === (publicUrl ?? `http://${host.toLowerCase()}`);
}
