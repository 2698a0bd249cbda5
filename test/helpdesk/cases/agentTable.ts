import type { Agent } from '../../../src/helpdesk/cases/case.ts';
import type { AgentAction } from '../../../src/helpdesk/cases/caseAction.ts';
import { sampleCase } from '../../support/sampleCase.ts';
import { ANA, BOB, FILE, type Kind } from './caseBench.ts';

/** An action at the desk, and what comes of it in each kind of case; Ana has those that somebody has. */
export interface AgentRow {
  readonly what: string;
  readonly agent: Agent;
  readonly action: AgentAction;
  readonly comesTo: Readonly<Record<Kind, string>>;
}

const { draft } = sampleCase();
const DIAGNOSED = { ...draft, answers: { ...draft.answers, location: 'outside' } };

export const AGENT_TABLE: readonly AgentRow[] = [
  row('Bob claims', BOB, { do: 'claim' }, [
    'claimed -> claimed, Bob, agent hears',
    'taken (Ana)',
    'taken (Ana)',
    'solved',
    'closed',
    'closed',
  ]),
  row('Ana claims', ANA, { do: 'claim' }, [
    'claimed -> claimed, Ana, agent hears',
    'already-yours',
    'already-yours',
    'solved',
    'closed',
    'closed',
  ]),
  row('Ana assigns it to Bob', ANA, { do: 'assign', to: BOB }, [
    'assigned -> claimed, Bob, agent hears',
    'assigned -> claimed, Bob, agent hears',
    'assigned -> claimed, Bob, bot hears',
    'solved',
    'closed',
    'closed',
  ]),
  row('Bob assigns it to himself', BOB, { do: 'assign', to: BOB }, [
    'claimed -> claimed, Bob, agent hears',
    'assigned -> claimed, Bob, agent hears',
    'assigned -> claimed, Bob, bot hears',
    'solved',
    'closed',
    'closed',
  ]),
  row('Bob assigns it to Ana', BOB, { do: 'assign', to: ANA }, [
    'assigned -> claimed, Ana, agent hears',
    'taken (Ana)',
    'taken (Ana)',
    'solved',
    'closed',
    'closed',
  ]),
  row('Ana assigns it to herself', ANA, { do: 'assign', to: ANA }, [
    'claimed -> claimed, Ana, agent hears',
    'already-yours',
    'already-yours',
    'solved',
    'closed',
    'closed',
  ]),
  row('Ana releases', ANA, { do: 'release' }, [
    'nobody-has-it',
    'released -> waiting, bot hears',
    'released -> waiting, bot hears',
    'solved',
    'closed',
    'closed',
  ]),
  row('Bob releases', BOB, { do: 'release' }, [
    'nobody-has-it',
    'not-yours (Ana)',
    'not-yours (Ana)',
    'solved',
    'closed',
    'closed',
  ]),
  row('Ana replies', ANA, { do: 'reply', text: 'Try the web app.' }, [
    'claimed + reply -> claimed, Ana, agent hears',
    'reply -> claimed, Ana, agent hears',
    'reply -> claimed, Ana, bot hears',
    'reply -> solved, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('Bob replies', BOB, { do: 'reply', text: 'Ana is in a call.' }, [
    'claimed + reply -> claimed, Bob, agent hears',
    'reply -> claimed, Ana, agent hears',
    'reply -> claimed, Ana, bot hears',
    'reply -> solved, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('Bob asks', BOB, { do: 'ask', text: 'Which version?' }, [
    'claimed + question -> claimed, Bob, agent hears',
    'question -> claimed, Ana, agent hears',
    'question -> claimed, Ana, bot hears',
    'question -> solved, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('Bob sends a file', BOB, { do: 'send-file', file: FILE }, [
    'claimed + file-out -> claimed, Bob, agent hears',
    'file-out -> claimed, Ana, agent hears',
    'file-out -> claimed, Ana, bot hears',
    'file-out -> solved, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('Bob notes', BOB, { do: 'note', text: 'Seen before.' }, [
    'note -> waiting, bot hears',
    'note -> claimed, Ana, agent hears',
    'note -> claimed, Ana, bot hears',
    'note -> solved, Ana, bot hears',
    'note -> closed, Ana, bot hears',
    'note -> closed, bot hears',
  ]),
  row('Bob calls them', BOB, { do: 'calling' }, [
    'nobody-has-it',
    'calling -> claimed, Ana, agent hears',
    'calling -> claimed, Ana, bot hears',
    'calling -> solved, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('Ana is still on it, unasked', ANA, { do: 'still' }, [
    'nobody-has-it',
    'no-change',
    'no-change',
    'solved',
    'closed',
    'closed',
  ]),
  row('Bob is still on it', BOB, { do: 'still' }, [
    'nobody-has-it',
    'not-yours (Ana)',
    'not-yours (Ana)',
    'solved',
    'closed',
    'closed',
  ]),
  row('Bob gives other answers', BOB, { do: 'diagnose', draft: DIAGNOSED }, [
    'diagnosed -> waiting, bot hears',
    'diagnosed -> claimed, Ana, agent hears',
    'diagnosed -> claimed, Ana, bot hears',
    'diagnosed -> solved, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('Bob gives the same answers', BOB, { do: 'diagnose', draft }, [
    'no-change',
    'no-change',
    'no-change',
    'no-change',
    'closed',
    'closed',
  ]),
  row('Bob solves', BOB, { do: 'solve', cause: 'network-issue' }, [
    'claimed + solved -> solved, Bob, bot hears',
    'solved -> solved, Ana, bot hears',
    'solved -> solved, Ana, bot hears',
    'no-change',
    'closed',
    'closed',
  ]),
  row('Bob escalates', BOB, { do: 'escalate' }, [
    'escalated -> waiting, bot hears',
    'escalated -> waiting, bot hears',
    'escalated -> waiting, bot hears',
    'escalated -> waiting, bot hears',
    'closed',
    'closed',
  ]),
  row('Bob reopens', BOB, { do: 'reopen' }, [
    'not-closed',
    'not-closed',
    'not-closed',
    'reopened -> claimed, Bob, agent hears',
    'reopened -> claimed, Bob, agent hears',
    'reopened -> claimed, Bob, agent hears',
  ]),
];

type Outcomes = readonly [string, string, string, string, string, string];

function row(what: string, agent: Agent, action: AgentAction, outcomes: Outcomes): AgentRow {
  const [waiting, claimed, botHeard, solved, closed, withdrawn] = outcomes;
  return {
    what,
    agent,
    action,
    comesTo: { waiting, claimed, 'claimed, bot heard': botHeard, solved, closed, withdrawn },
  };
}
