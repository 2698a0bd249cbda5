import type { TurnContext } from 'botbuilder';
import { typedText } from '../../dialogs/typedText.ts';
import { wholeText } from '../../dialogs/wholeText.ts';
import type { ChannelReader } from './channelReader.ts';
import type { DeskDeed } from './deskDeeds.ts';
import type { DeskParts } from './deskParts.ts';
import { deskWords, overheardWords } from './deskWords.ts';
import { meetColleague } from './meetColleague.ts';
import { withoutNames } from './withoutNames.ts';

/**
 * What somebody wrote in the desk's channel. Whom it mentions can be what `assign` is about, and is else part of what was
 * written, on channels that leave it there. What others read has its links whole.
 */
export async function writtenAtDesk(
  parts: { readonly reader: ChannelReader; readonly desk: Pick<DeskParts, 'members' | 'now'> },
  context: TurnContext,
): Promise<Extract<DeskDeed['what'], { readonly kind: 'text' }>> {
  const { activity } = context;
  const { reader } = parts;
  const isOverheard = reader.saidTo(activity) === 'thread';
  const text = typedText(activity);
  const mentioned = reader.mentionsOf(activity);
  const bare = withoutNames(text, mentioned);
  const command = deskWords(bare);
  if (command.kind === 'assign' && command.name === '') {
    const [named, ...others] = mentioned;
    const found = named && others.length === 0 ? await meetColleague(parts, context, named) : null;
    // Overheard, what names nobody is a note, and has all that was written.
    if (found !== null || !isOverheard) return { kind: 'text', text: bare, mentioned: found, isOverheard };
  }
  const { kind } = isOverheard ? overheardWords(text) : deskWords(text);
  const isRead = kind === 'reply' || kind === 'note';
  return { kind: 'text', text: isRead ? wholeText(activity) : text, mentioned: null, isOverheard };
}
