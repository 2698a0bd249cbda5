import type { Case } from '../../../helpdesk/cases/case.ts';
import { diagnose, SYMPTOM } from '../../../knowledge/index.ts';
import { answersGiven } from '../answersGiven.ts';
import { categoryLabels } from '../categoryLabels.ts';
import { answerWords } from './answerWords.ts';
import { caseDraft } from './caseDraft.ts';
import { causeLabel } from './causeLabel.ts';
import type { DeskContext } from './deskContext.ts';
import { personLine } from './personLine.ts';

/** A line of a list of facts. */
interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What is known of a case, a line each: who, since when, how many and where, what they see, what it is and why. */
export function caseFacts(context: DeskContext, current: Case): Fact[] {
  const { texts, clock } = context;
  const { facts } = texts.desk;
  const { requester, openedAt, startsAt, files, line } = current;
  const answer = answerWords(context, current);
  const moment = (at: string) => texts.times.stamp(new Date(at), clock);
  return [
    { label: facts.who, value: personLine(texts, { requester }) },
    { label: facts.since, value: moment(openedAt) },
    ...(startsAt === null ? [] : [{ label: facts.meeting, value: moment(startsAt) }]),
    ...diagnosisFacts(context, current),
    ...(files.length > 0 ? [{ label: facts.files, value: texts.desk.files(files) }] : []),
    ...(answer === null ? [] : [{ label: facts.answer, value: answer }]),
    ...(line === 'next' ? [{ label: facts.line, value: texts.desk.nextLine }] : []),
  ];
}

function diagnosisFacts(context: DeskContext, current: Case): Fact[] {
  const { pack, texts } = context;
  const { facts } = texts.desk;
  const draft = caseDraft(pack, current);
  const diagnosis = diagnose(pack, draft.answers, draft.symptom);
  const isKnown = diagnosis.complete && diagnosis.categories.length > 0;
  return [
    ...answersGiven({ pack, draft, texts }).map(({ id, short, answer }) => ({
      label: id === SYMPTOM ? facts.symptom : short,
      value: answer,
    })),
    ...(isKnown
      ? [
          { label: facts.likely, value: categoryLabels(context, diagnosis.categories) },
          { label: facts.why, value: diagnosis.because },
        ]
      : []),
    ...(current.solved ? [{ label: facts.cause, value: causeLabel(context, current.solved.cause) }] : []),
  ];
}
