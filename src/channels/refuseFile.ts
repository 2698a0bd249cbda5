import type { PageAnswer } from './pageAnswer.ts';
import type { ReceivedFile } from './receiveFile.ts';
import type { Refuse } from './refusals.ts';
import { withJson } from './withJson.ts';

/** Why a file was not taken. */
export type FileRefusal = 'file-type' | 'file-empty' | 'file-too-large' | 'file-cut-off' | 'file-stalled';

/** How each is answered. */
export const FILE_STATUSES: Readonly<Record<FileRefusal, number>> = {
  'file-type': 415,
  'file-empty': 415,
  'file-too-large': 413,
  'file-cut-off': 400,
  'file-stalled': 408,
};

/** Says why a file was not taken, as `{"error": "type" | "empty" | "size"}` where whoever sent it can do something. */
export function refuseFile(
  refuse: Refuse<FileRefusal>,
  { why }: Extract<ReceivedFile, { readonly kind: 'refused' }>,
): PageAnswer {
  switch (why) {
    case 'type':
    case 'empty':
      return withJson(refuse(`file-${why}`), { error: why });
    case 'too-large':
      return withJson(refuse('file-too-large'), { error: 'size' });
    case 'cut-off':
    case 'stalled':
      return closing(refuse(`file-${why}`));
  }
}

/** What comes on this connection is not what was announced. */
function closing(answer: PageAnswer): PageAnswer {
  return { ...answer, headers: { ...answer.headers, Connection: 'close' } };
}
