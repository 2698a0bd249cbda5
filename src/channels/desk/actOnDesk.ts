import { z } from 'zod';
import { type PageAnswer, pageAnswer } from '../pageAnswer.ts';
import { withJson } from '../withJson.ts';
import type { DeskPort } from './deskPort.ts';
import type { DeskRequest } from './deskRequest.ts';
import { changeDesk, type DeskVisitParts } from './deskVisit.ts';
import { mayOpen } from './mayOpen.ts';

/** Longest text taken at the door, in characters; whoever reads it decides what to make of a long one. */
const TEXT_LIMIT = 20_000;

const caseId = z.string().min(1).max(120);

const deedSchema = z
  .strictObject({
    /** Random, given by the page. */
    id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
    case: caseId.nullish(),
    /** The data of a clicked button. What is in it is checked where clicks are read. */
    value: z.record(z.string(), z.unknown()).optional(),
    text: z.string().max(TEXT_LIMIT).optional(),
  })
  .refine(({ text, value }) => text !== undefined || value !== undefined);

type Deed = z.infer<typeof deedSchema>;

export interface ActOnDeskParts extends DeskVisitParts {
  readonly port: DeskPort;
}

/** Does what somebody clicked or typed. Who it was is said by their session, never by what they sent. */
export async function actOnDesk(parts: ActOnDeskParts, request: DeskRequest): Promise<PageAnswer> {
  const visit = await changeDesk(parts, request);
  if (visit.kind === 'refused') return visit.answer;
  const deed = deedSchema.safeParse(request.body).data;
  if (deed === undefined) return parts.refuse('malformed');
  if (!casesOf(deed).every((each) => mayOpen(visit.actor, each))) return parts.refuse('not-found');
  const { value, text } = deed;
  const answer = await parts.port.act({
    actor: visit.actor,
    delivery: deed.id,
    case: deed.case ?? null,
    ...(value !== undefined && { value }),
    ...(text !== undefined && { text }),
  });
  return withJson(pageAnswer(200), answer);
}

/** Those that it names: the one that is shown, and the one that was clicked on. */
function casesOf({ case: shown, value }: Deed): readonly (string | null)[] {
  const clicked = caseId.safeParse(value?.['case']).data;
  return [shown ?? null, ...(clicked === undefined ? [] : [clicked])];
}
