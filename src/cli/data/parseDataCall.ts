import { parseArgs } from 'node:util';
import { pageAgentId } from '../../pageAgentId.ts';

/** What `data` is asked to do. */
export interface DataCall {
  readonly command: 'export' | 'erase';
  readonly person: string;
  /** Only then is anything deleted. */
  readonly yes: boolean;
}

const USAGE = 'usage: data export --person ID | erase --person ID [--yes]';
const IDS =
  'an ID is teams:<tenant>:<aadObjectId>, slack:<team>:<user>, web:<session>, or page:<name> for a name at the desk page';

/** As turns are stored: a tenant may be missing where the bot runs without an app, and a session is 22 characters. */
const PERSON = /^(?:teams:[^\s:]*:\S+|slack:[^\s:]+:[^\s:]+|web:[\w-]{22}|page:\S[^\n]*)$/;

const GUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** Reads the words of a command line; what is wrong with them comes back as one line. */
export function parseDataCall(words: readonly string[]): DataCall | { readonly problem: string } {
  const { positionals, values, tokens } = parseArgs({
    args: [...words],
    options: { person: { type: 'string', multiple: true }, yes: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [command, ...rest] = positionals;
  const strange = tokens.some((token) => token.kind === 'option' && token.name !== 'person' && token.name !== 'yes');
  const [person, ...others] = values.person ?? [];
  if (strange || rest.length > 0 || (command !== 'export' && command !== 'erase')) return { problem: USAGE };
  if (typeof person !== 'string' || others.length > 0 || typeof (values.yes ?? true) !== 'boolean') {
    return { problem: USAGE };
  }
  if (command === 'export' && values.yes !== undefined) return { problem: USAGE };
  if (!PERSON.test(person)) return { problem: IDS };
  return { command, person: lowerIds(person), yes: values.yes === true };
}

/** Teams writes its ids in small letters, and so do we names; elsewhere they may be shown in capitals. */
function lowerIds(person: string): string {
  if (person.startsWith('page:')) return pageAgentId(person.slice('page:'.length));
  return person.startsWith('teams:') ? person.replace(GUID, (id) => id.toLowerCase()) : person;
}
