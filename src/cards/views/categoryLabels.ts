import { categoryOf } from '../../knowledge/index.ts';
import type { ViewContext } from './viewContext.ts';

/** The labels of some categories in their order, as one phrase. */
export function categoryLabels({ pack, texts }: Pick<ViewContext, 'pack' | 'texts'>, ids: readonly string[]): string {
  return ids.map((id) => categoryOf(pack, id).label).join(texts.diagnosis.or);
}
