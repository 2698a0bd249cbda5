import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseContext } from '../requests/caseContext.ts';

/** What became of the newest answer to the person; null where there was none. Only the page tells when one was read. */
export function answerWords(
  { texts, clock }: CaseContext,
  { lastAnswer, mailedAt, mailing, requester }: Pick<Case, 'lastAnswer' | 'mailedAt' | 'mailing' | 'requester'>,
): string | null {
  if (lastAnswer === null) return null;
  const { answer, why, whyNoMail } = texts.desk;
  const stamp = (at: string) => texts.times.stamp(new Date(at), clock);
  if (lastAnswer.failed !== null) return answer.failed(why(lastAnswer.failed));
  if (lastAnswer.readAt !== null) return answer.read(stamp(lastAnswer.readAt));
  if (mailedAt !== null) return answer.mailed(stamp(mailedAt));
  if (mailing?.failed) return answer.notMailed(whyNoMail(mailing.failed));
  if (lastAnswer.deliveredAt === null) return answer.onItsWay;
  const sent = answer.sent(stamp(lastAnswer.deliveredAt));
  return requester.channel === 'web' ? answer.notRead(sent) : sent;
}
