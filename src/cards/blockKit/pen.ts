import type { AnyAction } from '../anyAction.ts';

/** Where a view is shown in Slack. */
export type Surface = 'message' | 'modal' | 'home';

/** What all parts of one message or view are drawn with. */
export interface Pen {
  readonly surface: Surface;
  /** The id that clicks carry; null for a card without any. */
  readonly card: string | null;
  /** Longest of one text, in characters; of a paragraph, which may take several sections. */
  readonly textLimit: number;
  readonly paragraphLimit: number;
  /** The names of the card's fields. */
  readonly fields: ReadonlySet<string>;
  /** Whether a click for it opens a modal. */
  readonly opens: (action: AnyAction) => boolean;
  /** An `action_id` that nothing else on this surface has: `<name>:<number>`. */
  readonly actionId: (name: string) => string;
}

/** A pen that has drawn nothing yet. */
export function createPen(settings: Omit<Pen, 'actionId'>): Pen {
  let drawn = 0;
  return {
    ...settings,
    actionId: (name) => {
      drawn += 1;
      return `${name}:${drawn}`;
    },
  };
}
