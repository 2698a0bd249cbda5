import type { Outgoing } from './outbox.ts';

const NAME = 'unstuck-outgoing';

/** Keeps what isn't sent yet in this tab, so that a reload doesn't lose it. Where storage is off, it isn't kept. */
export function keepOutgoing(waiting: readonly Outgoing[]): void {
  try {
    if (waiting.length === 0) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, JSON.stringify(waiting));
  } catch (error) {
    console.warn('What isn’t sent yet can’t be kept over a reload.', error);
  }
}

/** What an earlier visit of this tab didn't get sent. */
export function keptOutgoing(): Outgoing[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOutgoing) : [];
  } catch {
    return [];
  }
}

function isOutgoing(value: unknown): value is Outgoing {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}
