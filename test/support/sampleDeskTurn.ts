import { createCaseContexts } from '../../src/bots/cases/caseContexts.ts';
import { createDeskTurn, type RunningDeskTurn } from '../../src/bots/requests/createDeskTurn.ts';
import { createUnmasked } from '../../src/bots/requests/unmasked.ts';
import { en } from '../../src/cards/text/en.ts';
import { createCaseWork } from '../../src/helpdesk/cases/caseWork.ts';
import { createDeskHours } from '../../src/helpdesk/hours/createDeskHours.ts';
import type { Pack } from '../../src/knowledge/index.ts';
import type { ConversationState } from '../../src/turn/turnStore.ts';
import { sampleCase } from './sampleCase.ts';

/** A desk of unknown hours that anybody can send a case to, for one turn; nothing of it is kept. */
export function sampleDeskTurn(pack: Pack, state: ConversationState | null): RunningDeskTurn {
  const hours = createDeskHours({ spans: 'unknown', zone: 'UTC', holidays: [] });
  const { requester } = sampleCase();
  const rules = { hours, claimMinutes: 30, escalatesTo: null, canMail: false };
  let entries = 0;
  return createDeskTurn(
    {
      work: createCaseWork(null),
      contexts: createCaseContexts({ pack, texts: en, contact: undefined, rules, isLost: () => false }),
      setting: {
        at: new Date('2026-01-05T09:00:00Z'),
        newId: () => `entry-${++entries}`,
        rules,
      },
      requester,
      looseFiles: [],
      keepsFiles: false,
      besides: [],
      newCaseId: () => 'UN-7K3Q-M2',
      unmasked: createUnmasked(),
      isMailAddress: (text) => text.includes('@'),
    },
    state?.handOver,
  );
}
