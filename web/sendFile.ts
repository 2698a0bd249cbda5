import type { FileAnswer } from './fileAnswer.ts';

/** A file without a sign of life for so long has got lost on the way. In milliseconds. */
const PATIENCE = 30_000;

/** A file to be sent, and where to. */
export interface FileToSend {
  readonly url: string;
  readonly file: File;
  readonly headers?: Readonly<Record<string, string>>;
  /** Told how much of it is there, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Sends a file as it is, with the type that it says it has. Never rejects: status 0 says that the server wasn't reached. */
export function sendFile({ url, file, headers = {}, onProgress }: FileToSend): Promise<FileAnswer> {
  return new Promise((resolve) => {
    // Only this kind of request tells how much of its body has left.
    const request = new XMLHttpRequest();
    const stopWatching = watch(request);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onloadend = () => {
      stopWatching();
      resolve({ status: request.status, after: waitOf(request), body: request.responseText });
    };
    request.open('POST', url);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(file);
  });
}

/** Gives up when nothing moves any more: a file may take its time, but it has to go on. */
function watch(request: XMLHttpRequest): () => void {
  const giveUp = () => request.abort();
  let timer = setTimeout(giveUp, PATIENCE);
  request.upload.addEventListener('progress', () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, PATIENCE);
  });
  return () => clearTimeout(timer);
}

function waitOf(request: XMLHttpRequest): number | null {
  const seconds = Number(request.getResponseHeader('retry-after'));
  return seconds > 0 ? seconds * 1000 : null;
}
