/** What else a request takes. */
export interface PostOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Posts something to a bot as Teams does, reads the answer to its end, and gives its status. Rejects without one. */
export async function postActivity(origin: string, body: unknown, options: PostOptions = {}): Promise<number> {
  const response = await fetch(`${origin}/api/messages`, {
    ...options,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...options.headers },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}
