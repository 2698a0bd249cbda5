import type { Entry, Upload } from './entry.ts';
import { isWorthRetrying } from './fileFault.ts';
import { nameAndSize } from './nameAndSize.ts';
import { notSentYet } from './notSentYet.ts';
import { pageText } from './pageText.ts';
import { note, textButton } from './smallParts.ts';

/** What can be done about a file that was refused. */
export interface UploadActions {
  readonly onRetry: (entry: Entry) => void;
  readonly onRemove: (entry: Entry) => void;
}

/** A file on its way, or one that didn't get there. */
export function uploadParts(entry: Entry, upload: Upload, actions: UploadActions): HTMLElement[] {
  const file = document.createElement('p');
  file.className = 'bubble upload';
  file.classList.toggle('is-sending', entry.delivery !== 'sent');
  file.append(...nameAndSize(upload));
  switch (entry.delivery) {
    case 'sent':
      return [file];
    case 'sending':
    case 'again':
      return [file, progress(upload)];
    case 'too-fast':
    case 'busy':
      return [file, note(notSentYet(entry.delivery, entry.after))];
    case 'refused':
      return [file, refusal(entry, upload, actions)];
  }
}

function progress({ name, share }: Upload): HTMLElement {
  const percent = Math.round(share * 100);
  const element = note(pageText.files.sending(percent));
  element.classList.add('upload-progress');
  const bar = document.createElement('progress');
  bar.max = 100;
  // Without a value it says no more than that something goes on: before the first bytes have left, and after the last.
  if (percent > 0 && percent < 100) bar.value = percent;
  bar.setAttribute('aria-label', name);
  element.prepend(bar);
  return element;
}

function refusal(entry: Entry, { fault }: Upload, { onRetry, onRemove }: UploadActions): HTMLElement {
  const why = fault ?? 'failed';
  const element = note(pageText.files.fault[why]);
  element.classList.add('is-fault');
  if (isWorthRetrying(why)) element.append(textButton(pageText.files.retry, () => onRetry(entry)));
  element.append(textButton(pageText.files.remove, () => onRemove(entry)));
  return element;
}
