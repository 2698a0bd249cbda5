import type { TrailLine } from './deskTypes.ts';
import { createTrailElement } from './trailElement.ts';

interface Drawn {
  readonly json: string;
  readonly element: HTMLElement;
}

/** The trail of a case on the page. */
export interface TrailView {
  /** Brings it up to date; returns the lines that are new on it. */
  show(trail: readonly TrailLine[]): readonly TrailLine[];
  clear(): void;
}

/** Shows a trail in `list`; only what has changed is drawn anew, so that a picture doesn't flicker. */
export function createTrailView(list: HTMLElement): TrailView {
  const drawn = new Map<string, Drawn>();

  function draw(line: TrailLine): HTMLElement {
    const json = JSON.stringify(line);
    const before = drawn.get(line.id);
    if (before?.json === json) return before.element;
    const element = createTrailElement(line);
    before?.element.replaceWith(element);
    drawn.set(line.id, { json, element });
    return element;
  }

  return {
    show(trail) {
      const isNew = trail.filter(({ id }) => !drawn.has(id));
      trail.forEach((line, at) => {
        const element = draw(line);
        if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
      });
      for (const [id, { element }] of drawn) {
        if (trail.some((line) => line.id === id)) continue;
        element.remove();
        drawn.delete(id);
      }
      return isNew;
    },
    clear() {
      list.replaceChildren();
      drawn.clear();
    },
  };
}
