import type { SharedFiles } from '../channels/sharedFiles.ts';
import type { PlainRoute } from './route.ts';
import { secretPage } from './secretPage.ts';

/**
 * Where a link to a single file leads, for people in chats that can’t be given one. `over` is shown where it doesn't
 * work.
 */
export function sharedFileRoute({ wait, give }: Pick<SharedFiles, 'wait' | 'give'>, over: Buffer): PlainRoute {
  return {
    method: 'GET',
    path: '/files/shared',
    body: 'none',
    wait,
    async answer({ query }) {
      const answer = await give(query.get('s') ?? '');
      return answer.status === 404 ? secretPage(404, over) : answer;
    },
  };
}
