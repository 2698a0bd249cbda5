import { type Block, type CardView, LABEL_LIMIT } from './model.ts';

/** The most buttons in one row. Source: Teams shows at most six actions of one array. */
const ACTION_LIMIT = 6;

/** Throws `RangeError` for a view that no channel could draw as meant: a fault of the code, found by tests. */
export function checkStructure(view: CardView): void {
  const row = [...view.standing, ...view.more];
  if (view.actions.length > ACTION_LIMIT) throw new RangeError(`more than ${ACTION_LIMIT} actions`);
  if (row.length > ACTION_LIMIT) throw new RangeError(`more than ${ACTION_LIMIT} standing actions and more`);
  for (const { label } of [...view.actions, ...row]) checkLabel(label);
  for (const block of [...view.blocks, ...(view.details ?? [])]) checkTable(block);
  if (view.blocks.filter((block) => block.kind === 'input').length > 1) throw new RangeError('more than one input');
}

function checkLabel(label: string): void {
  if (label.trim() === '') throw new RangeError('a button without a label');
  if (label.length > LABEL_LIMIT) throw new RangeError(`a label over ${LABEL_LIMIT} characters: ${label}`);
}

function checkTable(block: Block): void {
  if (block.kind !== 'table') return;
  const uneven = block.rows.some((row) => row.cells.length !== block.columns.length);
  if (uneven || block.columns.length === 0)
    throw new RangeError('a table whose rows have other cells than its columns');
}
