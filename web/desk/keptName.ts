const NAME = 'unstuck-desk-name';

/** The name under which somebody was last at the desk in this browser; '' where there was none. */
export function keptName(): string {
  try {
    return localStorage.getItem(NAME) ?? '';
  } catch {
    return '';
  }
}

/** Keeps it for the next time. Where storage is off, it isn't kept. */
export function keepName(name: string): void {
  try {
    localStorage.setItem(NAME, name);
  } catch (error) {
    console.warn('The name can’t be kept for the next time.', error);
  }
}
