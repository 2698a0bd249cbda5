import type { Entry } from '../entry.ts';
import type { FileAnswer } from '../fileAnswer.ts';
import { nameAndSize } from '../nameAndSize.ts';
import { pageText } from '../pageText.ts';
import { button } from '../smallParts.ts';
import { NOTHING_SAID, type Transcript } from '../transcript.ts';
import { uploadChanged, uploading } from '../uploadEntries.ts';
import { type UploadActions, uploadParts } from '../uploadParts.ts';
import { Uploads } from '../uploads.ts';
import { deskText } from './deskText.ts';
import { createSlip, type Slip } from './slip.ts';

/** What sending files to a person needs. */
export interface FileSlipPorts {
  readonly caseId: string;
  readonly who: string;
  readonly post: (file: File, id: string, onProgress: (share: number) => void) => Promise<FileAnswer>;
  readonly announce: (said: string) => void;
  readonly newId: () => string;
  /** It was closed, or all of it was sent. */
  readonly onEnd: (slip: Slip) => void;
}

/** Asks whether these files are to go to the person, since nothing that was sent can be taken back; then sends them. */
export function createFileSlip(files: readonly File[], ports: FileSlipPorts): Slip {
  const list = document.createElement('ul');
  list.className = 'slip-files';
  list.append(...files.map(nameOf));
  const actions = document.createElement('div');
  actions.className = 'ac-actionSet';
  const end = () => ports.onEnd(slip);
  const uploads = uploadsInto(list, { ...ports, onEnd: end });
  actions.append(
    button('ac-pushButton primary', deskText.files.send(ports.who), () => {
      actions.remove();
      uploads.add(files);
    }),
    button('ac-pushButton', deskText.files.cancel, end),
  );
  const slip = createSlip(ports.caseId, cardOf(files.length, ports.who, [list, actions]), end);
  return slip;
}

/** Shows in a list how far each file is, and ends when there is none left to be sent. */
function uploadsInto(list: HTMLElement, ports: Omit<FileSlipPorts, 'onEnd'> & { readonly onEnd: () => void }): Uploads {
  let state: Transcript = NOTHING_SAID;
  const show = (next: Transcript) => {
    state = next;
    list.replaceChildren(...rowsOf(state, { onRetry, onRemove }));
    if (state.entries.every(({ delivery }) => delivery === 'sent')) ports.onEnd();
  };
  const onRetry = ({ clientId }: Entry) => uploads.retry(clientId ?? '');
  const onRemove = ({ clientId }: Entry) => {
    uploads.drop(clientId ?? '');
    show({ ...state, entries: state.entries.filter((entry) => entry.clientId !== clientId) });
  };
  const uploads = new Uploads({
    post: ports.post,
    renew: async () => false,
    onAdded: (id, file) => show(uploading(state, id, file)),
    onNews: (id, news) => show(uploadChanged(state, id, news)),
    onFault: ({ name }, fault) => ports.announce(pageText.files.announce(name, pageText.files.fault[fault])),
    newId: ports.newId,
  });
  return uploads;
}

function cardOf(files: number, who: string, parts: readonly HTMLElement[]): HTMLElement {
  const card = document.createElement('div');
  card.className = 'card file-card';
  const title = document.createElement('h3');
  title.className = 'card-title';
  title.tabIndex = -1;
  title.textContent = deskText.files.title(files, who);
  const words = document.createElement('p');
  words.textContent = deskText.files.explain(who);
  card.append(title, words, ...parts);
  return card;
}

function rowsOf(state: Transcript, actions: UploadActions): HTMLElement[] {
  return state.entries.flatMap((entry) => {
    if (entry.upload === null) return [];
    const row = document.createElement('li');
    row.append(...uploadParts(entry, entry.upload, actions));
    return [row];
  });
}

function nameOf(file: File): HTMLElement {
  const row = document.createElement('li');
  row.append(...nameAndSize(file));
  return row;
}
