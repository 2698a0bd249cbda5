import type { Draft, Pack } from '../../knowledge/index.ts';
import type { Texts } from '../text/en.ts';

/** What every view is made from. */
export interface ViewContext {
  readonly pack: Pack;
  readonly draft: Draft;
  readonly texts: Texts;
  /** How to reach the helpdesk, in the operator's words. */
  readonly contact: string | undefined;
}
