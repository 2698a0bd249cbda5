import type { Case } from '../../helpdesk/cases/case.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import type { TurnStore } from '../../turn/turnStore.ts';
import type { RowPayload } from '../outbox/rowPayload.ts';

export interface PostOpenCasesParts {
  readonly cases: Pick<CaseStore, 'open'>;
  readonly store: Pick<TurnStore, 'commit'>;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** How many open cases are posted anew where a line of the desk goes to. */
const MOVED_AT_MOST = 500;

/** Has the open cases of a line posted where that line works now. Throws `storage-failed`. */
export async function postOpenCases(
  { cases, store, newId, now }: PostOpenCasesParts,
  line: Case['line'],
): Promise<void> {
  const open = await cases.open(line, MOVED_AT_MOST);
  const outbox = open.map(({ id, requester }) => ({
    id: newId(),
    queue: `desk:${id}`,
    person: requester.person,
    payload: { kind: 'case-card', case: id, line } satisfies RowPayload,
  }));
  const keys = { conversation: `desk:${line}`, delivery: null, person: '' };
  await store.commit({ keys, version: 0, state: null, greeted: false, messages: [], cases: [], outbox, at: now() });
}
