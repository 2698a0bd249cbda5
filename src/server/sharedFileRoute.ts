import type { SharedFiles } from '../channels/sharedFiles.ts';
import type { Route } from './route.ts';

/** Where a link to a single file leads, for people in chats that can’t be given one. */
export function sharedFileRoute(files: Pick<SharedFiles, 'give'>): Route {
  return {
    method: 'GET',
    path: '/files/shared',
    body: 'none',
    answer: ({ query }) => files.give(query.get('s') ?? ''),
  };
}
