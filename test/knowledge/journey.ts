import type { Action } from '../../src/cards/actions.ts';
import { applyAction } from '../../src/dialogs/applyAction.ts';
import {
  type Draft,
  newDraft,
  type Pack,
  type Position,
  type Progress,
  positionOf,
} from '../../src/knowledge/index.ts';

/** A case after moves such as `users=single`, `symptom=none`, `still-broken` or `branch=anonymous`. */
export function caseAfter(pack: Pack, moves: string): Draft {
  return words(moves).reduce((draft, move) => applyAction(pack, draft, actionOf(pack, move)), newDraft(pack));
}

/** Where a case is, in one line: the place, what it is about, guide and step with how many there are. */
export function placeOf(pack: Pack, draft: Draft): string {
  const position = positionOf(pack, draft);
  return [position.at, about(position)].join(' ').trim();
}

function about(position: Position): string {
  switch (position.at) {
    case 'question':
      return `${position.question.id} ${position.number}/${position.of}`;
    case 'symptom':
      return `${position.number}/${position.of}`;
    case 'contradiction':
      return Object.keys(position.contradiction.when).join(' ');
    case 'diagnosis':
      return position.diagnosis.guides.join(' ');
    case 'warning':
    case 'branch':
    case 'admin-step':
    case 'step':
      return `${position.planned.key} ${counted(position.progress)}`;
    case 'list':
      return `${position.guide.id} ${counted(position.progress)}`;
    case 'fixed':
      return position.by ?? 'by the way in';
    case 'way-in':
    case 'person':
      return position.asked ? 'asked' : 'left';
    default:
      return '';
  }
}

function counted({ guide, guides, step, steps }: Progress): string {
  return `${guide}/${guides} ${step}/${steps}`;
}

function words(moves: string): string[] {
  return moves.split(/\s+/).filter((each) => each !== '');
}

function actionOf(pack: Pack, move: string): Action {
  const [name = '', value = ''] = move.split('=');
  if (pack.questions.some(({ id }) => id === name)) return { verb: 'answer', question: name, option: value };
  const action = MOVES[name];
  if (!action) throw new RangeError(`no move ${move}`);
  return action(value);
}

const MOVES: Readonly<Record<string, (value: string) => Action>> = {
  start: () => ({ verb: 'start' }),
  symptom: (symptom) => ({ verb: 'symptom', symptom }),
  change: (question) => (question ? { verb: 'change', question } : { verb: 'change' }),
  back: () => ({ verb: 'back' }),
  fix: () => ({ verb: 'confirm' }),
  confirm: () => ({ verb: 'confirm' }),
  fixed: (step) => ({ verb: 'step', outcome: 'fixed', ...(step ? { step } : {}) }),
  'still-broken': () => ({ verb: 'step', outcome: 'still-broken' }),
  cannot: () => ({ verb: 'step', outcome: 'cannot' }),
  left: () => ({ verb: 'step', outcome: 'left' }),
  branch: (option) => ({ verb: 'branch', option }),
  all: () => ({ verb: 'all-steps' }),
  'way-in': () => ({ verb: 'workaround' }),
  person: () => ({ verb: 'escalate' }),
  help: () => ({ verb: 'help' }),
  mac: () => ({ verb: 'platform', platform: 'other' }),
  windows: () => ({ verb: 'platform', platform: 'windows' }),
  user: () => ({ verb: 'audience', audience: 'user' }),
  admin: () => ({ verb: 'audience', audience: 'admin' }),
  helper: () => ({ verb: 'audience', audience: 'helper' }),
  restart: () => ({ verb: 'restart' }),
  cancel: () => ({ verb: 'cancel' }),
};
