import type { Action } from '../../src/cards/actions.ts';
import { choicesOf, submitsOf } from '../../src/cards/offers.ts';
import { en } from '../../src/cards/text/en.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import { applyAction } from '../../src/dialogs/applyAction.ts';
import { type Draft, newDraft, type Pack, type Position, positionOf, SYMPTOM } from '../../src/knowledge/index.ts';

/** What was said, kept as a person would: the last word counts, and back takes it away again. */
export interface Said {
  readonly answers: Readonly<Record<string, string>>;
  readonly symptom?: string;
  /** What is being given anew. */
  readonly changing?: { readonly question: string; readonly was: string };
}

/** One moment of a case, beside what was said in it. */
export interface Moment {
  readonly draft: Draft;
  readonly said: Said;
}

/** What can be typed on any card. */
const TYPED: readonly Action[] = [
  { verb: 'change' },
  { verb: 'help' },
  { verb: 'back' },
  { verb: 'restart' },
  { verb: 'cancel' },
];

/** A case in which each number chose one of the things that could be clicked or typed. */
export function walk(pack: Pack, choices: readonly number[]): Moment {
  return choices.reduce<Moment>((moment, choice) => step(pack, moment, choice), {
    draft: newDraft(pack),
    said: { answers: {} },
  });
}

function step(pack: Pack, { draft, said }: Moment, choice: number): Moment {
  const action = chosen(pack, draft, choice);
  const position = positionOf(pack, draft);
  return { draft: applyAction(pack, draft, action), said: afterwards(pack, said, { action, position, draft }) };
}

/** Of sixteen times, mostly a step forward, sometimes anything the card offers, and once something typed. */
function chosen(pack: Pack, draft: Draft, choice: number): Action {
  const view = viewAt({ pack, draft, texts: en, contact: undefined, desk: null });
  // Without a desk nothing is offered that is about a case.
  const offered = [...choicesOf(view), ...submitsOf(view)].map(({ action }) => action as Action);
  const forward = offered.filter(isForward);
  const from = choice % 16 === 0 ? TYPED : choice % 16 < 4 || forward.length === 0 ? offered : forward;
  return from[Math.floor(choice / 16) % from.length] ?? { verb: 'help' };
}

function isForward(action: Action): boolean {
  const verbs: readonly Action['verb'][] = ['start', 'answer', 'symptom', 'confirm', 'branch', 'step'];
  return verbs.includes(action.verb) && !(action.verb === 'step' && action.outcome === 'fixed');
}

interface Done {
  readonly action: Action;
  readonly position: Position;
  readonly draft: Draft;
}

function afterwards(pack: Pack, said: Said, { action, position, draft }: Done): Said {
  switch (action.verb) {
    case 'answer':
      return { ...unchanged(said), answers: { ...said.answers, [action.question]: action.option } };
    case 'symptom':
      return { ...unchanged(said), symptom: action.symptom };
    case 'change':
      return action.question ? reopened(said, action.question) : said;
    case 'restart':
    case 'cancel':
      return { answers: {} };
    case 'back':
      return draft.aside ? said : takenBack(pack, said, position);
    default:
      return said;
  }
}

function reopened(said: Said, question: string): Said {
  const was = question === SYMPTOM ? said.symptom : said.answers[question];
  if (was === undefined) return said;
  return { ...forgotten(unchanged(said), question), changing: { question, was } };
}

function takenBack(pack: Pack, said: Said, position: Position): Said {
  if (said.changing) {
    const { question, was } = said.changing;
    if (question === SYMPTOM) return { answers: said.answers, symptom: was };
    return { ...unchanged(said), answers: { ...said.answers, [question]: was } };
  }
  if (position.at === 'diagnosis') return { answers: said.answers };
  if (position.at === 'contradiction') return forgotten(said, 'location');
  if (position.at !== 'question' && position.at !== 'symptom') return said;
  const last = pack.questions.findLast(({ id }) => said.answers[id] !== undefined);
  return last ? forgotten(said, last.id) : said;
}

function forgotten(said: Said, question: string): Said {
  const symptom = question === SYMPTOM || said.symptom === undefined ? {} : { symptom: said.symptom };
  return { answers: Object.fromEntries(Object.entries(said.answers).filter(([id]) => id !== question)), ...symptom };
}

function unchanged({ answers, symptom }: Said): Said {
  return symptom === undefined ? { answers } : { answers, symptom };
}
