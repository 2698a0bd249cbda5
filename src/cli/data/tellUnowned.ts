import { writeLine } from '../kb/writeLine.ts';
import type { DataTools } from './dataIo.ts';

/** Says what can't be found: conversations from before it was stored whose they are. They go with time. */
export async function tellUnowned({ data, stderr }: DataTools, person: string): Promise<void> {
  const count = await data.countUnowned(person);
  if (count === 0) return;
  await writeLine(
    stderr,
    `note: it isn't known whose these are: ${count} of the tenant's conversations, in which nobody has written since an ` +
      'older version; each is removed 30 days after its last message',
  );
}
