import { fileSize } from './fileSize.ts';

/** What a file is called and how large it is, in bytes. */
export function nameAndSize(file: { readonly name: string; readonly size: number }): (HTMLElement | string)[] {
  return [part('download-name', file.name), ' ', part('download-size', fileSize(file.size))];
}

function part(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
