import type { Element } from './element.ts';

/** A bar of empty columns, filled for `done` of `total`; whole numbers. Nothing where there is nothing to draw. */
export function drawBar(done: number, total: number): Element[] {
  const shares = [
    { width: Math.min(Math.max(done, 0), total), style: 'accent' },
    { width: Math.max(total - Math.max(done, 0), 0), style: 'emphasis' },
  ];
  const columns = shares
    .filter(({ width }) => width > 0)
    .map(({ width, style }) => ({ type: 'Column', width, style, spacing: 'None', minHeight: '6px' }));
  return columns.length === 0 ? [] : [{ type: 'ColumnSet', spacing: 'Small', columns }];
}
