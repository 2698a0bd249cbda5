import type { AgentAction } from '../../helpdesk/cases/caseAction.ts';

const list = new Intl.ListFormat('en', { type: 'disjunction' });

/** What somebody at the desk is told of what they have just done, or can’t do. */
export const enDeskReplies = {
  noSuchCase: 'There is no such case here.',
  otherIsOpen: (person: string, id: string) =>
    `${person} has another open case, ${id}, so this one stays closed. Please answer there.`,
  onlyThisCase: 'Your link opens this case alone.',
  elsewhereNow: 'The helpdesk works in another channel now; this was not sent.',
  oldCard: 'That button is from an earlier version, so nothing was done. The case’s own card has the ones that work.',
  askChanged:
    'That question isn’t one of the ready-made ones any more, so nothing was sent. Tap More… and Ask… for those of today.',
  /** Also in the thread of an earlier card of a case, and of one that has just come and that the bot doesn’t know of yet. */
  whichCase:
    'Which case is that about? Nothing was sent to anybody. Please write it in the thread of the case’s newest card; if that has only just come, send it again in a minute.',
  nothingWritten: 'There was nothing in it, so nothing was sent.',
  noted: 'Kept as a note. Nothing was sent to anybody; to answer, begin with “reply”.',
  assignWhom:
    'I can’t tell whom you mean, so nothing was changed. Write “assign” and a name, or tap More… and Assign to…; in a channel you can also mention one colleague.',
  /** Chosen from a list, which may be the channel’s own. */
  noColleague:
    'That account can’t take cases: I find no colleague by it. Nothing was changed; please choose somebody else.',
  /** Typed: it may have been meant for a note. */
  assignNobody: (name: string) =>
    `Nobody called “${name}” was seen at the desk yet, so nothing was changed, and this wasn’t kept. If it is a note, begin with another word, such as “note”.`,
  severalCalled: (names: readonly string[]) =>
    `More than one fits: ${list.format(names)}. Please write the whole name.`,
  noFileHere:
    'This person is in a chat that can’t be given files without a public address (PUBLIC_URL), so it wasn’t sent.',
  /** A file that was put into the thread of a case. `page`: the name of where one can be sent. */
  fileStays: {
    elsewhere: (page: string) =>
      `Your file stays in this channel: it wasn’t sent to the person, and isn’t kept with the case. To send it to them, attach it on ${page}.`,
    nowhere:
      'Your file stays in this channel: it wasn’t sent to the person, and isn’t kept with the case. Files can’t be sent from here: whoever runs Unstuck has to set PUBLIC_URL.',
  },
  notSent: 'The file was not sent. Is the case still yours?',
  done: {
    claim: 'It’s yours now.',
    assign: 'It’s theirs now.',
    release: 'It waits for somebody again.',
    reply: 'It’s on its way. The case says when it has arrived.',
    ask: 'The question is on its way. The case says when it has arrived.',
    'send-file': 'The file is on its way.',
    note: 'Kept as a note. Nothing was sent to anybody.',
    calling: 'They have been told that you are calling.',
    still: 'It stays yours.',
    diagnose: 'The answers are on the case.',
    solve: 'They have been asked whether they are in.',
    escalate: 'It’s on its way to the next line. The case says when they have it.',
    reopen: 'It’s open again.',
  } satisfies Record<AgentAction['do'], string>,
  /** *Solved…*, of somebody who can't be reached. */
  solvedUnasked:
    'Kept as solved. They can’t be reached here, so they weren’t asked; it closes in 24 hours unless they write.',

  here: {
    notAdmin: (person: string) =>
      `Only those who run this bot may say where the desk is. To be one of them, have this id added to ADMIN_IDS: ${person}`,
    nextLine:
      'The configuration (ESCALATE_TO) says that the next line works here, and the two can’t share a channel. Say it in another channel, or have ESCALATE_TO changed and the bot started anew.',
    configured: 'The configuration says where the desk is, so it can’t be changed here.',
    notHere: {
      'private-channel':
        'The desk can’t be in a private channel: bots can’t post there. Please choose a standard channel.',
      'shared-channel':
        'The desk can’t be in a shared channel: people of other organizations would see every case. Please choose another channel.',
      'group-chat':
        'The desk can’t be in a group chat: there are no threads to keep cases apart. Please choose a standard channel.',
      personal: 'The desk can’t be in a private chat: your colleagues have to see it, too. Please say it in a channel.',
      unknown:
        'I can’t tell what kind of conversation this is, so the desk can’t be here. Please choose another channel.',
    },
  },
};
