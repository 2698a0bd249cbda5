import { type JoinLink, withQuery } from '../../knowledge/index.ts';
import type { Block, CardView } from '../model.ts';
import { plain, rich } from '../richText.ts';
import { besideRequest } from './requests/besideRequest.ts';
import type { ViewContext } from './viewContext.ts';
import { wayInView } from './wayInView.ts';

/** A pasted join link, given back so that it opens in the browser. What the person can do stays as on the way in. */
export function joinLinkView(context: ViewContext, link: JoinLink): CardView {
  const { texts } = context;
  const wayIn = wayInView(context, { asked: true });
  const url = link.kind === 'teams' ? link.url : withQuery(link.url, context.pack.workaround.query);
  return besideRequest(context, {
    ...wayIn,
    title: link.kind === 'teams' ? texts.wayIn.teamsTitle : texts.wayIn.resultTitle,
    blocks: link.kind === 'teams' ? teamsBlocks(context, url) : lyncBlocks(context, link, url),
    actions: [
      { kind: 'link', label: texts.actions.openInBrowser, url },
      ...wayIn.actions.filter((each) => each.kind === 'submit' && each.action.verb !== 'link'),
    ],
  });
}

function teamsBlocks({ texts }: ViewContext, url: string): Block[] {
  return [
    { kind: 'text', text: plain(texts.wayIn.teams) },
    { kind: 'copy', label: texts.wayIn.copyLabel, text: url },
  ];
}

function lyncBlocks({ pack, texts }: ViewContext, link: JoinLink, url: string): Block[] {
  const { closed, limits } = pack.workaround;
  const isClosed = closed?.hosts.includes(link.host) ?? false;
  const closedFirst: Block[] = closed
    ? [
        {
          kind: 'notice',
          tone: isClosed ? 'warning' : 'info',
          text: rich(isClosed ? closed.notice : `${closed.notice} ${closed.otherHosts}`),
        },
      ]
    : [];
  return [
    ...closedFirst,
    { kind: 'copy', label: texts.wayIn.copyLabel, text: url },
    { kind: 'text', text: plain(texts.wayIn.limits) },
    ...limits.map((limit) => ({ kind: 'text', tone: 'quiet', text: rich(limit) }) as const),
  ];
}
