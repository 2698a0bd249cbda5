import { expect } from 'chai';
import type { Decide } from '../../../src/bots/cases/caseTurns.ts';
import { actOnCase, type OnCase } from '../../../src/bots/desk/actOnCase.ts';
import { en } from '../../../src/cards/text/en.ts';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import { ANA, caseIn, RULES } from '../../helpdesk/cases/caseBench.ts';
import { lyncPack } from '../../knowledge/lyncPack.ts';
import { deskContext } from '../../support/caseViews.ts';

describe('a closed case that somebody at the desk opens again', () => {
  it('stays closed where its person sends another one in that very moment, and nothing fails', async () => {
    const closed = caseIn('closed');
    const context = deskContext(lyncPack);
    let open: Case | null = null;
    const decided: string[] = [];
    const parts = {
      ...{ pack: lyncPack, texts: en, rules: RULES, newId: () => 'e1', now: () => new Date(closed.openedAt) },
      cases: { get: async () => closed, openIn: async () => open },
      members: { list: async () => [], get: async () => null, see: async () => undefined },
      contexts: { any: () => context, of: () => context, withMembers: async () => context },
      turns: {
        // The other one is committed between the tap and the turn.
        async run(_: object, decide: Decide) {
          open = { ...closed, id: 'UN-9WXR-HK', status: 'waiting' } as const;
          const decision = await decide(closed);
          decided.push(decision.kind);
          return { kind: 'decided', decision, current: closed } as const;
        },
        runUnasked: async () => ({ kind: 'gone' }) as const,
      },
    };

    const reply = await actOnCase(
      parts as unknown as Parameters<typeof actOnCase>[0],
      {
        ...{ agent: ANA, account: null, person: ANA.id, delivery: 'd1', line: 'first', only: null, beside: closed.id },
        what: { kind: 'click', action: { verb: 'desk-reopen', case: closed.id } },
      },
      { id: closed.id, action: { verb: 'desk-reopen', case: closed.id } },
    );

    expect(decided).to.deep.equal(['refused']);
    expect(reply.kind).to.equal('refused');
    expect('said' in reply && reply.said).to.include('another open case, UN-9WXR-HK');
  });
});

describe('what is done to a case', () => {
  for (const [action, times] of [
    [{ verb: 'desk-claim', case: '' }, 0],
    [{ verb: 'desk-reply', case: '', text: 'Hello' }, 0],
    [{ verb: 'desk-solve', case: '', cause: 'other' }, 0],
    [{ kind: 'note', text: 'DNS' }, 0],
    [{ kind: 'reply', text: 'Hello' }, 0],
    [{ verb: 'desk-assign', case: '', who: 'Bob' }, 1],
    [{ kind: 'assign', name: 'Bob' }, 1],
  ] as const satisfies readonly (readonly [OnCase['action'], number])[]) {
    it(`${times === 0 ? 'reads no colleagues for' : 'reads the colleagues for'} ${JSON.stringify(action)}`, async () => {
      const current = caseIn('waiting');
      let read = 0;
      const parts = {
        ...{ pack: lyncPack, texts: en, rules: RULES, newId: () => 'e1', now: () => new Date(current.openedAt) },
        cases: { get: async () => current },
        members: {
          async list() {
            read++;
            return [{ id: 'page:bob', name: 'Bob', account: null }];
          },
        },
        turns: {
          async run(_: object, decide: Decide) {
            return { kind: 'decided', decision: await decide(current), current } as const;
          },
        },
      };
      const what = 'verb' in action ? ({ kind: 'click', action } as const) : action;

      const reply = await actOnCase(
        parts as unknown as Parameters<typeof actOnCase>[0],
        {
          ...{ agent: ANA, account: null, person: ANA.id, delivery: 'd1', line: 'first', only: null, beside: null },
          what: what as Parameters<typeof actOnCase>[1]['what'],
        },
        { id: current.id, action },
      );

      expect(reply.kind).to.be.oneOf(['done', 'noted']);
      expect(read).to.equal(times);
    });
  }
});
