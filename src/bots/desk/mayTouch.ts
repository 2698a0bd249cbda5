import type { Case } from '../../helpdesk/cases/case.ts';
import type { DeskDeed } from './deskDeeds.ts';

/**
 * Whether somebody at the desk may see a case and act on it: any case of the line in whose conversation they speak, and
 * the one case that a link was signed for. What a card's data says never counts.
 */
export function mayTouch({ line, only }: Pick<DeskDeed, 'line' | 'only'>, current: Pick<Case, 'id' | 'line'>): boolean {
  return (line === null || current.line === line) && (only === null || current.id === only);
}
