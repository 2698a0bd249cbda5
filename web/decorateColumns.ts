import { Column, type ColumnSet, SizeAndUnit, SizeUnit } from 'adaptivecards';

/** Tells a progress bar, a fact and an item of a numbered list apart by how their columns are made. */
export function decorateColumns(element: ColumnSet, drawn: HTMLElement): void {
  const columns = columnsOf(element);
  const [first] = columns;
  if (!first) return;
  if (columns.every((column) => column.getItemCount() === 0)) decorateBar(columns, drawn);
  else if (unitOf(first) === SizeUnit.Pixel) drawn.classList.add('list-item');
  else if (unitOf(first) === SizeUnit.Weight) drawn.classList.add('fact');
}

function columnsOf(element: ColumnSet): Column[] {
  const columns = Array.from({ length: element.getItemCount() }, (_, index) => element.getItemAt(index));
  return columns.filter((column) => column instanceof Column);
}

function unitOf({ width }: Column): SizeUnit | null {
  return width instanceof SizeAndUnit ? width.unit : null;
}

function decorateBar(columns: readonly Column[], drawn: HTMLElement): void {
  drawn.classList.add('bar');
  // What it shows is said in words beside it.
  drawn.setAttribute('aria-hidden', 'true');
  for (const column of columns) column.renderedElement?.classList.toggle('bar-done', column.style === 'accent');
}
