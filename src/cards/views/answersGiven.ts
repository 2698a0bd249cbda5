import { type Draft, NO_SYMPTOM, type Pack, SYMPTOM } from '../../knowledge/index.ts';
import type { Texts } from '../text/en.ts';
import { askFor } from './questionView.ts';
import { symptomQuestion } from './symptomView.ts';
import type { ViewContext } from './viewContext.ts';

/** One answer of the case, in words. */
export interface AnswerGiven {
  /** The question's id, or `symptom`. */
  readonly id: string;
  readonly ask: string;
  readonly short: string;
  readonly answer: string;
}

/** All answers given so far, the symptom last. */
export function answersGiven(context: Pick<ViewContext, 'pack' | 'draft' | 'texts'>): AnswerGiven[] {
  const { pack, draft, texts } = context;
  const questions = pack.questions.flatMap((question): AnswerGiven[] => {
    const given = draft.answers[question.id];
    if (given === undefined) return [];
    const option = question.options.find((each) => each.id === given);
    const answer = option?.short ?? texts.diagnosis.unknown;
    return [{ id: question.id, ask: askFor(question, draft), short: question.short, answer }];
  });
  if (draft.symptom === undefined) return questions;
  const symptom = symptomTitle(pack, draft, texts);
  return [
    ...questions,
    { id: SYMPTOM, ask: symptomQuestion(context), short: texts.diagnosis.symptomFact, answer: symptom },
  ];
}

function symptomTitle(pack: Pack, draft: Draft, texts: Texts): string {
  if (draft.symptom === NO_SYMPTOM) return texts.diagnosis.noSymptom;
  return pack.symptoms.find((each) => each.id === draft.symptom)?.title ?? texts.diagnosis.unknown;
}
