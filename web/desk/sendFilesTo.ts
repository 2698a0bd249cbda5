import { sendFile } from '../sendFile.ts';
import type { DeskServer } from './deskServer.ts';
import { deskText } from './deskText.ts';
import { createFileSlip } from './fileSlip.ts';
import { readAnswer } from './readDesk.ts';
import type { Workspace } from './workspace.ts';

/** What sending files needs of the page. */
export interface SendFilesPorts {
  readonly workspace: Workspace;
  readonly server: DeskServer;
  readonly announce: (said: string) => void;
  readonly newId: () => string;
  readonly onSignedOut: () => void;
}

/** Asks whether files are to go to the person whose case is shown. */
export function sendFilesTo(ports: SendFilesPorts, files: readonly File[]): void {
  const { workspace, server, announce, newId, onSignedOut } = ports;
  const { caseId, who, panel, said } = workspace;
  if (files.length === 0) return;
  if (caseId === null) {
    said.fault(deskText.files.noCase);
    return;
  }
  said.clear();
  const slip = createFileSlip(files, {
    ...{ caseId, who, announce, newId },
    post: async (file, id, onProgress) => {
      const query = new URLSearchParams({ case: caseId, name: file.name, id });
      const send = () => sendFile({ url: `/desk/file?${query}`, file, headers: server.headers, onProgress });
      const first = await send();
      // Somebody has signed in anew in another tab, so what we send along is old.
      const isOld = first.status === 403 && (await server.me()).end === 'done';
      const answer = isOld ? await send() : first;
      if (answer.status === 401) onSignedOut();
      const told = isDone(answer.status) ? answerIn(answer.body) : null;
      if (told) workspace.answer(told, caseId);
      return answer;
    },
    onEnd: () => {
      panel.remove(slip);
      workspace.settle();
    },
  });
  panel.add(slip);
}

function isDone(status: number): boolean {
  return status >= 200 && status < 300;
}

function answerIn(body: string): ReturnType<typeof readAnswer> {
  try {
    return readAnswer(JSON.parse(body));
  } catch {
    return null;
  }
}
