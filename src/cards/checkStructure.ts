import { type Block, type CardView, LABEL_LIMIT } from './model.ts';
import { fieldNames, fieldsOf, senderOf } from './offers.ts';

/** The most buttons in one row. Source: Teams shows at most six actions of one array. */
const ACTION_LIMIT = 6;

/** Throws `RangeError` for a view that no channel could draw as meant: a fault of the code, found by tests. */
export function checkStructure(view: CardView): void {
  const row = [...view.standing, ...view.more];
  if (view.actions.length > ACTION_LIMIT) throw new RangeError(`more than ${ACTION_LIMIT} actions`);
  if (row.length > ACTION_LIMIT) throw new RangeError(`more than ${ACTION_LIMIT} standing actions and more`);
  for (const { label } of [...view.actions, ...row]) checkLabel(label);
  for (const block of [...view.blocks, ...(view.details ?? [])]) checkTable(block);
  checkFields(view);
}

function checkFields(view: CardView): void {
  const fields = fieldsOf(view);
  if (fieldNames(view).size < fields.length) throw new RangeError('two fields with one name');
  if (fields.some((field) => field.kind === 'pick' && field.options.length === 0 && !field.people))
    throw new RangeError('a list with nothing to choose');
  if (fields.length > 0 && senderOf(view) === null) throw new RangeError('a field that nothing sends');
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
