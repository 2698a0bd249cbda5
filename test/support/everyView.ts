import { isCaseAction } from '../../src/cards/caseActions.ts';
import type { CardView } from '../../src/cards/model.ts';
import { choicesOf, submitsOf } from '../../src/cards/offers.ts';
import { en } from '../../src/cards/text/en.ts';
import { faultView } from '../../src/cards/views/faultView.ts';
import { inviteView } from '../../src/cards/views/inviteView.ts';
import { joinLinkView } from '../../src/cards/views/joinLinkView.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import { applyAction } from '../../src/dialogs/applyAction.ts';
import { type Draft, findJoinLink, newDraft, type Pack, type Position, positionOf } from '../../src/knowledge/index.ts';

const CONTACT = 'helpdesk@contoso.com or extension 100';
const LINKS = [
  'https://meet.lync.com/contoso/jdoe/45GZFH99',
  'https://meet.contoso.com/jdoe/45GZFH99?x=1#y',
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0',
];

/** A card as somebody would meet it, with a name for the title of a test. */
export interface NamedView {
  readonly name: string;
  readonly view: CardView;
  /** Missing for the cards outside a case. */
  readonly draft?: Draft;
  readonly position?: Position;
}

/**
 * Every card that the pack leads to: walks from the first one by doing all that each card offers, through one draft
 * for each place, audience, platform and diagnosis, and keeps the cards that differ.
 */
export function everyView(pack: Pack): NamedView[] {
  const walked = new Set<string>();
  const kept = new Map<string, NamedView>();
  const open: Draft[] = [newDraft(pack)];
  for (let draft = open.shift(); draft !== undefined; draft = open.shift()) {
    const position = positionOf(pack, draft);
    const name = nameOf(draft, position);
    if (walked.has(name)) continue;
    walked.add(name);
    const view = viewAt({ pack, draft, texts: en, contact: CONTACT, desk: null }, position);
    kept.set(cardOf(name, position), { name, view, draft, position });
    for (const { action } of [...choicesOf(view), ...submitsOf(view)]) {
      if (!isCaseAction(action)) open.push(applyAction(pack, draft, action));
    }
  }
  return [...kept.values(), ...otherViews(pack)];
}

function otherViews(pack: Pack): NamedView[] {
  const context = { pack, draft: newDraft(pack), texts: en, contact: undefined, desk: null };
  const links = LINKS.flatMap((url) => findJoinLink(url) ?? []);
  const invitation = {
    texts: en,
    addApp: { text: en.groups.addApp('https://unstuck.example'), link: 'https://teams.microsoft.com/l/app/x' },
  };
  return [
    ...links.map((link) => ({ name: `link on ${link.host}`, view: joinLinkView(context, link) })),
    { name: 'fault', view: faultView(context, 'text') },
    { name: 'fault, contended', view: faultView({ ...context, contact: CONTACT }, 'contended') },
    { name: 'invitation, opened', view: inviteView({ ...invitation, opened: true }) },
    {
      name: 'invitation, not opened',
      view: inviteView({
        ...invitation,
        addApp: { text: en.groups.addApp(undefined), link: undefined },
        opened: false,
      }),
    },
  ];
}

function nameOf(draft: Draft, position: Position): string {
  const place = [position.at, draft.audience, draft.platform];
  switch (position.at) {
    case 'question':
      return [...place, position.question.id, answers(draft)].join(' ');
    case 'symptom':
    case 'contradiction':
    case 'change':
    case 'diagnosis':
      return [...place, answers(draft), draft.symptom ?? ''].join(' ');
    case 'warning':
    case 'branch':
    case 'admin-step':
    case 'step':
      return [...place, position.planned.key, JSON.stringify(position.progress)].join(' ');
    case 'list':
      return [...place, position.guide.id, draft.confirmed.length, JSON.stringify(draft.branches)].join(' ');
    case 'way-in':
    case 'person':
      return [...place, position.asked, draft.started, Object.keys(draft.outcomes).length > 0, draft.wayIn ?? ''].join(
        ' ',
      );
    case 'fixed':
      return [...place, position.by ?? 'way in'].join(' ');
    case 'hello':
    case 'cancelled':
    case 'help':
      return [...place, draft.started].join(' ');
  }
}

/** These cards look the same for every audience and platform. */
function cardOf(name: string, position: Position): string {
  const isShared = position.at === 'diagnosis' || position.at === 'change';
  return isShared
    ? name
        .split(' ')
        .filter((_, index) => index !== 1 && index !== 2)
        .join(' ')
    : name;
}

function answers(draft: Draft): string {
  return Object.values(draft.answers).join('/');
}
