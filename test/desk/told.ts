import type { DeskRows } from './deskRows.ts';
import { ANA, BEA, SLACK_ANA, SLACK_BEA } from './deskWorld.ts';

/** The audit of a case, a line each: who, what, how, and how the case stood after it. */
export async function told(rows: DeskRows, id: string): Promise<readonly string[]> {
  const { requester } = await rows.case(id);
  const nameOf = (person: string | null): string => {
    if (person === null) return 'nobody';
    if (person === requester.person) return 'Luis';
    if (person === 'page:ana beck' || [ANA.aadObjectId, SLACK_ANA.id].some((own) => person.endsWith(own))) return 'Ana';
    if (person === 'page:bea lind' || [BEA.aadObjectId, SLACK_BEA.id].some((own) => person.endsWith(own))) return 'Bea';
    return person;
  };
  return (await rows.audit(id)).map(({ who, action, via, after }) => {
    const { status, holder }: { status?: string; holder?: string | null } = JSON.parse(after ?? '{}');
    const how = via === null ? '' : ` [${via}]`;
    return `${nameOf(who)} ${action}${how} → ${status}${holder ? ` ${nameOf(holder)}` : ''}`;
  });
}
