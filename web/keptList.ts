/** A list of words that this tab keeps over a reload. Where storage is off, it isn't kept. */
export interface KeptList {
  read(): string[];
  write(words: readonly string[]): void;
}

/** @param limit how many of the newest are kept */
export function keptList(name: string, limit: number): KeptList {
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]');
        return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
      } catch {
        return [];
      }
    },
    write(words) {
      try {
        sessionStorage.setItem(name, JSON.stringify(words.slice(-limit)));
      } catch (error) {
        console.warn(`${name} can’t be kept over a reload.`, error);
      }
    },
  };
}
