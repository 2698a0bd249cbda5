/** The parts of the page that files come in by. */
export interface FileDoors {
  /** The button, and the field that it opens. */
  readonly button: HTMLElement;
  readonly field: HTMLInputElement;
  /** Where a picture can be pasted. */
  readonly text: HTMLTextAreaElement;
  /** What is shown while files are dragged over the page. */
  readonly target: HTMLElement;
}

/** Takes files by the button, by pasting and by dragging them onto the page. */
export function takeFiles({ button, field, text, target }: FileDoors, onFiles: (files: readonly File[]) => void): void {
  button.onclick = () => field.click();
  field.onchange = () => {
    const files = [...(field.files ?? [])];
    // The same file can be chosen again.
    field.value = '';
    onFiles(files);
  };
  text.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    // Office programs put a picture of a text beside the text; the text is meant.
    if (event.clipboardData?.types.includes('text/plain')) return;
    event.preventDefault();
    onFiles(files);
  });
  takeDropped(target, onFiles);
}

function takeDropped(target: HTMLElement, onFiles: (files: readonly File[]) => void): void {
  const show = (isShown: boolean) => {
    target.hidden = !isShown;
  };
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    // Without this, a browser would leave the page to show the file.
    event.preventDefault();
    show(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) show(false);
  });
  document.addEventListener('drop', (event) => {
    show(false);
    if (!hasFiles(event)) return;
    event.preventDefault();
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
