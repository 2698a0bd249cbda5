import { expect } from 'chai';
import { openForm } from '../../../src/bots/desk/openForm.ts';
import { en } from '../../../src/cards/text/en.ts';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import type { DeskRules } from '../../../src/helpdesk/cases/deskRules.ts';
import { ANA, caseIn, minute, RULES } from '../../helpdesk/cases/caseBench.ts';
import { lyncPack } from '../../knowledge/lyncPack.ts';
import { deskContext } from '../../support/caseViews.ts';

type Form = Parameters<typeof openForm>[2]['form'];

const FORMS = ['more', 'reply', 'note', 'ask', 'assign', 'diagnose', 'solve', 'escalate'] as const;
const { refused } = en.requests;

/** What comes of tapping for that form, on whatever card of the case: what is said, or `opens`. */
async function tapped(current: Case, form: Form, rules: Partial<DeskRules>): Promise<string> {
  const context = deskContext(lyncPack);
  const parts = {
    ...{ texts: en, rules: { ...RULES, ...rules }, newId: () => 'e1', now: () => minute(40) },
    cases: { get: async () => current },
    contexts: { any: () => context, of: () => context, withMembers: async () => context },
  };
  const action = { verb: 'desk-form', case: current.id, form } as const;
  const reply = await openForm(
    parts as unknown as Parameters<typeof openForm>[0],
    { agent: ANA, line: null, only: null },
    action,
  );
  return reply.kind === 'refused' ? reply.said : 'opens';
}

/** Which forms are refused, and with what; all others open. */
const CASES: readonly (readonly [string, Case, Partial<DeskRules>, Partial<Record<Form, string>>])[] = [
  ['that waits', caseIn('waiting'), {}, {}],
  ['that somebody has', caseIn('claimed'), {}, {}],
  ['that is solved', caseIn('solved'), {}, { assign: refused.solved, solve: refused.solved }],
  [
    'that is closed',
    caseIn('closed'),
    {},
    {
      ...{ reply: refused.closed, ask: refused.closed, assign: refused.closed, diagnose: refused.closed },
      ...{ solve: refused.closed, escalate: refused.closed },
    },
  ],
  [
    'whose person can’t be reached',
    caseIn('claimed', { isUnreachable: true }),
    {},
    { reply: refused.unreachable, ask: refused.unreachable },
  ],
  ['without a next line', caseIn('claimed'), { escalatesTo: null }, { escalate: refused['no-next-line'] }],
  ['that the next line has', caseIn('claimed', { line: 'next' }), {}, { escalate: refused['no-next-line'] }],
  [
    'that is on its way to the next line',
    caseIn('claimed', { handingOver: 'e9' }),
    { escalatesTo: 'mail' },
    { escalate: refused['being-handed-over'] },
  ],
];

describe('a form of the desk', () => {
  for (const [what, current, rules, said] of CASES) {
    it(`opens where what it is for can be done: for a case ${what}`, async () => {
      const found = await Promise.all(FORMS.map(async (form) => [form, await tapped(current, form, rules)]));

      expect(found).to.deep.equal(FORMS.map((form) => [form, said[form] ?? 'opens']));
    });
  }
});
