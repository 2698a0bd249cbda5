import { nameAndSize } from './nameAndSize.ts';
import { pageText } from './pageText.ts';
import type { ShownFile } from './shownFile.ts';
import { words } from './smallParts.ts';

/** A file of a conversation: a picture to be looked at, anything else to be downloaded. `href` is where it is fetched. */
export function createFileElement(file: ShownFile, href: string): HTMLElement {
  return file.type.startsWith('image/') ? picture(file, href) : download(file, href);
}

function picture(file: ShownFile, href: string): HTMLElement {
  const link = document.createElement('a');
  link.className = 'picture';
  link.href = href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  const image = document.createElement('img');
  image.loading = 'lazy';
  image.decoding = 'async';
  image.alt = file.name || pageText.files.unnamed;
  image.src = href;
  // One that can't be shown, such as a broken one, can perhaps be opened.
  image.onerror = () => link.replaceWith(download(file, href));
  link.append(image, words('visually-hidden', ` ${pageText.newTab}`));
  return link;
}

function download(file: ShownFile, href: string): HTMLElement {
  const link = document.createElement('a');
  link.className = 'download';
  link.href = href;
  link.download = file.name;
  const name = file.name || pageText.files.unnamed;
  link.append(...nameAndSize({ name, size: file.size }), words('visually-hidden', ` ${pageText.files.download}`));
  return link;
}
