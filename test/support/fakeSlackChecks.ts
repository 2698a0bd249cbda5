import { checkBlockKit } from './blockKitCheck.ts';

type Json = Readonly<Record<string, unknown>>;

/** Characters of a modal's metadata. Source: docs.slack.dev, "Modal views". */
const METADATA = 3000;

/**
 * What Slack would refuse in a message, or read as a mention that nobody meant; nothing when it is fine. `mentions` are
 * meant, in the form in which they stand in a text.
 */
export function messageFaults(body: Json, mentions: ReadonlySet<string>): string[] {
  const text = [...mentions].reduce((left, each) => left.replaceAll(each, ''), String(body['text'] ?? ''));
  const blocks = (body['blocks'] ?? []) as Json[];
  if (String(body['text'] ?? '').trim() === '') return ['a message without text'];
  if (blocks.length === 0) return /[<>]|&(?!amp;|lt;|gt;)/.test(text) ? ['a text with markup'] : [];
  const drawn = withoutMentions(blocks, mentions) as object[];
  return readable(() => checkBlockKit({ blocks: drawn, text: text.trim() || '.' }, 'message'));
}

/** The same for the words that come with files, which may be none. */
export function uploadFaults(
  { initial_comment: comment = '', blocks = [] }: Json,
  mentions: ReadonlySet<string>,
): string[] {
  // Source: docs.slack.dev, "files.completeUploadExternal".
  if (comment !== '' && (blocks as Json[]).length > 0) return ['blocks that are ignored beside a comment'];
  const text = (blocks as Json[]).length > 0 ? '.' : comment;
  return text === '' ? [] : messageFaults({ text, blocks }, mentions);
}

/** The same for a modal or the App Home tab. */
export function viewFaults(view: Json | undefined): string[] {
  return view === undefined ? ['no view'] : readable(() => faultsOf(view));
}

function faultsOf(view: Json): string[] {
  const isHome = view['type'] === 'home';
  if (!isHome && view['type'] !== 'modal') return [`a view of type ${view['type']}`];
  const blocks = (view['blocks'] ?? []) as Json[];
  const metadata = String(view['private_metadata'] ?? '');
  const long = metadata.length > METADATA ? [`${metadata.length} characters of metadata`] : [];
  const modal = isHome ? null : { ...view, form: formIn(metadata) };
  return [...long, ...checkBlockKit({ blocks, text: '.', modal }, isHome ? 'home' : 'modal')];
}

/** What can't be read at all is a fault, too. */
function readable(check: () => string[]): string[] {
  try {
    return check();
  } catch (error) {
    return [String(error)];
  }
}

/** What a modal sends lies in its metadata, beside what the channel needs; null where it has none. */
function formIn(metadata: string): unknown {
  const { at: _, ...form } = JSON.parse(metadata || '{}') as Json;
  return Object.keys(form).length === 0 ? null : form;
}

/** Blocks in which mentions that are meant are words. */
function withoutMentions(node: unknown, mentions: ReadonlySet<string>): unknown {
  if (Array.isArray(node)) return node.map((each) => withoutMentions(each, mentions));
  if (typeof node !== 'object' || node === null) return node;
  if (mentions.has(mentionOf(node as Json))) return { type: 'text', text: '@' };
  return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, withoutMentions(each, mentions)]));
}

function mentionOf(element: Json): string {
  switch (element['type']) {
    case 'user':
      return `<@${element['user_id']}>`;
    case 'usergroup':
      return `<!subteam^${element['usergroup_id']}>`;
    case 'broadcast':
      return `<!${element['range']}>`;
    default:
      return '';
  }
}
