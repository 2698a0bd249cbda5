import { FIELD_LIMIT, type HandOverFields } from '../../cards/actions.ts';
import type { PersonClick } from '../../cards/caseActions.ts';
import type { DeskTurn } from '../../dialogs/deskTurn.ts';
import type { Requester } from '../../helpdesk/cases/case.ts';
import type { CaseWork } from '../../helpdesk/cases/caseWork.ts';
import { decideForPerson } from '../../helpdesk/cases/decideForPerson.ts';
import type { DecisionSetting } from '../../helpdesk/cases/decisionSetting.ts';
import { fileKey, type HandOver, partsOf, storedHandOver, wordsOf } from '../../helpdesk/cases/handOver.ts';
import { maskSecrets } from '../../helpdesk/cases/maskSecrets.ts';
import { openCase } from '../../helpdesk/cases/openCase.ts';
import type { StoredFile } from '../../helpdesk/files/fileStore.ts';
import type { CaseContexts } from '../cases/caseContexts.ts';
import type { Unmasked } from './unmasked.ts';
import {
  addFromEarlier,
  addToHandOver,
  chooseInHandOver,
  fillHandOver,
  forgetGone,
  leaveOutOfHandOver,
  unmaskHandOver,
  type Writing,
  type Written,
} from './writeHandOver.ts';

export interface DeskTurnParts {
  readonly work: CaseWork;
  readonly contexts: CaseContexts;
  readonly setting: DecisionSetting;
  readonly requester: Requester;
  /** Sent files that go with no case yet; none while one is open. */
  readonly looseFiles: readonly StoredFile[];
  readonly keepsFiles: boolean;
  readonly besides: string[];
  readonly newCaseId: () => string;
  readonly unmasked: Unmasked;
  readonly isMailAddress: Writing['isMailAddress'];
}

/** A desk turn, and what the dialogs have left to whoever runs the turn. */
export interface RunningDeskTurn extends DeskTurn {
  readonly asked: PersonClick | null;
}

/** The helpdesk in one turn of a person: what the dialogs do to it is collected in `work`. */
export function createDeskTurn(parts: DeskTurnParts, stored: HandOver | undefined): RunningDeskTurn {
  const { work, setting, contexts, requester } = parts;
  const timeZone = requester.timeZone ?? stored?.zone ?? null;
  const context = contexts.person(timeZone, setting.at);
  const { clock, promise, rulings } = context;
  const writing: Writing = {
    conversation: requester.conversation,
    unmasked: parts.unmasked,
    isMailAddress: parts.isMailAddress,
    now: setting.at,
    zone: clock.zone,
  };
  let handOver: HandOver = {
    text: '',
    ...(stored && storedHandOver(stored)),
    ...(timeZone !== null && { zone: timeZone }),
  };
  let asked: PersonClick | null = null;
  const keep = (written: Written) => {
    handOver = written.handOver;
    return written.fault;
  };
  // Our page draws a card anew without losing what stands in the fields of the one before; in Slack a form has them.
  const keepsFields = requester.channel === 'web' || requester.channel === 'slack';
  const live = () => (work.current?.status === 'closed' ? null : work.current);
  // While a case is open, nobody has looked which files there are.
  if (live() === null) handOver = forgetGone(handOver, parts.looseFiles);

  return {
    keepsFiles: parts.keepsFiles,
    besides: parts.besides,
    get live() {
      return live();
    },
    get handOver() {
      return handOver;
    },
    keepsFields,
    get asked() {
      return asked;
    },
    side: () => ({
      live: live(),
      // Only a case that isn't closed comes with a turn.
      ended: work.current?.status === 'closed' ? work.current : null,
      handOver,
      parts: partsOf(handOver, parts.looseFiles),
      isGuest: requester.isGuest,
      keepsFields,
      mails: setting.rules.canMail,
      ...{ clock, promise, rulings },
    }),
    fill: (fields) => keep(fillHandOver(handOver, ownFields(requester, fields), writing)),
    fillFromEarlier(fields) {
      const from = addFromEarlier(handOver, ownFields(requester, fields), writing);
      handOver = from.handOver;
      return from.end;
    },
    write: (text) => keep(addToHandOver(handOver, text, writing)),
    unmask(fields) {
      // What is new in the fields isn't what they have looked at: it is masked, as ever.
      const secrets = parts.unmasked.get(requester.conversation);
      const masked = this.fill(fields) === 'masked' ? 'masked' : null;
      const isBack = keep(unmaskHandOver(handOver, secrets, writing)) === null;
      return isBack ? masked : 'forgotten';
    },
    choose(from) {
      handOver = chooseInHandOver(handOver, from);
    },
    leaveOut(what, isOut) {
      handOver = leaveOutOfHandOver(handOver, what, isOut);
    },
    send(draft) {
      const [files, leftOut] = sorted(parts.looseFiles, handOver);
      const opened = work.open(openCase(factsOf({ ...parts, looseFiles: files }, { handOver, draft }), setting), {
        files: files.map(({ id }) => id),
        leftOut: leftOut.map(({ id }) => id),
      });
      parts.unmasked.drop(requester.conversation);
      handOver = {
        text: '',
        ...(handOver.zone !== undefined && { zone: handOver.zone }),
        // For the next case: they are kept for a day.
        ...(leftOut.length > 0 && { leftOut: leftOut.map(fileKey) }),
      };
      return opened;
    },
    add(text) {
      const before = work.current;
      if (before === null) return { first: false };
      const kept = maskSecrets(text.slice(0, FIELD_LIMIT));
      if (kept.masked) parts.besides.push(context.texts.handOver.hidden);
      work.take(decideForPerson(before, { do: 'add', text: kept.text }, setting));
      return { first: !before.hasToldAdded };
    },
    note(draft) {
      const before = live();
      if (before !== null) work.take(decideForPerson(before, { do: 'try', draft }, setting));
    },
    ask(action) {
      asked = action;
    },
  };
}

/** Only a guest's card has fields for a name and an address. */
function ownFields({ isGuest }: Requester, { text, startsAt, name, email }: HandOverFields): HandOverFields {
  return { text, startsAt, ...(isGuest && { name, email }) };
}

/** Those that go along, and those that don't. */
function sorted(
  files: readonly StoredFile[],
  { leftOut = [] }: HandOver,
): readonly [going: readonly StoredFile[], leftOut: readonly StoredFile[]] {
  const isOut = (file: StoredFile) => leftOut.includes(fileKey(file));
  return [files.filter((file) => !isOut(file)), files.filter(isOut)];
}

function factsOf(
  { newCaseId, requester, looseFiles }: DeskTurnParts,
  { handOver, draft }: { readonly handOver: HandOver } & Pick<Parameters<typeof openCase>[0], 'draft'>,
): Parameters<typeof openCase>[0] {
  const { name, email, startsAt, zone } = handOver;
  const { aside: _, ...kept } = draft;
  return {
    id: newCaseId(),
    requester: {
      ...requester,
      name: requester.name ?? name ?? null,
      email: email ?? null,
      timeZone: requester.timeZone ?? zone ?? null,
    },
    draft: kept,
    text: wordsOf(handOver),
    startsAt: startsAt ?? null,
    files: looseFiles.map((file) => file.name),
  };
}
