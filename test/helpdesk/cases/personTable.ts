import type { PersonAction } from '../../../src/helpdesk/cases/caseAction.ts';
import { sampleCase } from '../../support/sampleCase.ts';
import { FILE, type Kind } from './caseBench.ts';

/** What a person does to their own case, and what comes of it in each kind of case; Ana has those that somebody has. */
export interface PersonRow {
  readonly what: string;
  readonly action: PersonAction;
  readonly comesTo: Readonly<Record<Kind, string>>;
}

const { draft } = sampleCase();
const WORDS = { text: 'It says 0x80070005.' };

export const PERSON_TABLE: readonly PersonRow[] = [
  row('adds something', { do: 'add', ...WORDS }, [
    'added -> waiting, bot hears',
    'message -> claimed, Ana, agent hears',
    'added -> claimed, Ana, bot hears',
    'added -> solved, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('says something', { do: 'say', ...WORDS }, [
    'added -> waiting, bot hears',
    'message -> claimed, Ana, agent hears',
    'added -> claimed, Ana, bot hears',
    'added -> solved, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('attaches a file', { do: 'attach', file: FILE }, [
    'file-in -> waiting, bot hears',
    'file-in -> claimed, Ana, agent hears',
    'file-in -> claimed, Ana, bot hears',
    'file-in -> solved, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('tries a step', { do: 'try', draft: { ...draft, outcomes: { 'client/restart': 'still-broken' } } }, [
    'step -> waiting, bot hears',
    'step -> claimed, Ana, agent hears',
    'step -> claimed, Ana, bot hears',
    'step -> solved, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('tries a step that helps', { do: 'try', draft: { ...draft, outcomes: { 'client/restart': 'fixed' } } }, [
    'step + closed -> closed, bot hears',
    'step + closed -> closed, Ana, bot hears',
    'step + closed -> closed, Ana, bot hears',
    'step + closed -> closed, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('has tried nothing new', { do: 'try', draft }, [
    'no-change',
    'no-change',
    'no-change',
    'no-change',
    'closed',
    'closed',
  ]),
  row('says that it’s solved', { do: 'solve-self' }, [
    'closed -> closed, bot hears',
    'closed -> closed, Ana, bot hears',
    'closed -> closed, Ana, bot hears',
    'closed -> closed, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('is in', { do: 'confirm', isIn: true }, [
    'not-solved',
    'not-solved',
    'not-solved',
    'closed -> closed, Ana, bot hears',
    'no-change',
    'closed',
  ]),
  row('is not in', { do: 'confirm', isIn: false }, [
    'not-solved',
    'not-solved',
    'not-solved',
    'reopened -> claimed, Ana, agent hears',
    'closed',
    'closed',
  ]),
  row('withdraws', { do: 'withdraw' }, [
    'closed -> closed, bot hears',
    'closed -> closed, Ana, bot hears',
    'closed -> closed, Ana, bot hears',
    'closed -> closed, Ana, bot hears',
    'closed',
    'no-change',
  ]),
  row('reopens', { do: 'reopen' }, [
    'not-closed',
    'not-closed',
    'not-closed',
    'not-closed',
    'reopened -> claimed, Ana, agent hears',
    'reopened -> waiting, bot hears',
  ]),
  row('says that it’s stuck', { do: 'stuck' }, [
    'stuck -> waiting, bot hears',
    'stuck -> claimed, Ana, agent hears',
    'stuck -> claimed, Ana, bot hears',
    'stuck -> solved, Ana, bot hears',
    'closed',
    'closed',
  ]),
  row('goes back to the bot', { do: 'hear', who: 'bot' }, [
    'no-change',
    'talks-to -> claimed, Ana, bot hears',
    'no-change',
    'no-change',
    'closed',
    'closed',
  ]),
  row('goes back to the agent', { do: 'hear', who: 'agent' }, [
    'nobody-has-it',
    'no-change',
    'talks-to -> claimed, Ana, agent hears',
    'no-change',
    'closed',
    'closed',
  ]),
  row('reads what nobody has written', { do: 'read', entry: 'e9' }, [
    'no-change',
    'no-change',
    'no-change',
    'no-change',
    'no-change',
    'no-change',
  ]),
];

type Outcomes = readonly [string, string, string, string, string, string];

function row(what: string, action: PersonAction, outcomes: Outcomes): PersonRow {
  const [waiting, claimed, botHeard, solved, closed, withdrawn] = outcomes;
  return { what, action, comesTo: { waiting, claimed, 'claimed, bot heard': botHeard, solved, closed, withdrawn } };
}
