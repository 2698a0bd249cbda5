import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';

const SOURCE = new URL('../src/', import.meta.url).pathname;
const LONGEST_FILE = 250;

/** What the linter can't see: where only types may cross a border, and where the environment is read. */
const TYPES_ONLY: readonly { from: string; to: RegExp }[] = [
  { from: 'cards', to: /^(@slack\/types|adaptivecards)$/ },
  { from: 'cards', to: /\/helpdesk\// },
  { from: 'turn', to: /\/(helpdesk|knowledge)\// },
  { from: 'dialogs', to: /\/turn\// },
  { from: 'dialogs', to: /^botbuilder$/ },
  { from: 'ticketing', to: /\/helpdesk\// },
  { from: 'storage', to: /\/(turn|helpdesk|bots)\// },
];

describe('the borders between folders', () => {
  for (const { from, to } of TYPES_ONLY) {
    it(`lets ${from} take only types from ${to.source}`, () => {
      const values = importsUnder(from).filter(({ source, typeOnly }) => to.test(source) && !typeOnly);

      expect(values).to.deep.equal([]);
    });
  }

  it('lets cards take nothing of ours but themselves, knowledge and helpdesk', () => {
    const strangers = importsUnder('cards').filter(
      ({ file, source }) =>
        source.startsWith('.') && !/^(cards|knowledge|helpdesk)\//.test(join(dirname(file), source)),
    );

    expect(strangers).to.deep.equal([]);
  });

  it('lets the page take nothing of ours but itself and types of cards', () => {
    const strangers = importsUnder('../web').filter(
      ({ file, source, typeOnly }) =>
        source.startsWith('.') &&
        !join(dirname(file), source).startsWith('../web/') &&
        !(typeOnly && join(dirname(file), source).startsWith('cards/')),
    );

    expect(strangers).to.deep.equal([]);
  });

  it('starts the process from nowhere but its entry', () => {
    const starters = importsUnder('').filter(
      ({ file, source }) => source.startsWith('.') && join(dirname(file), source) === 'index.ts',
    );

    expect(starters).to.deep.equal([]);
  });

  it('reads the environment in config alone', () => {
    const readers = files('').filter((file) => !file.startsWith('config/') && /process\.env/.test(read(file)));

    expect(readers).to.deep.equal([]);
  });

  it('keeps adaptivecards out of the server, where plain Node can’t load it', () => {
    const values = importsUnder('').filter(({ source, typeOnly }) => source.startsWith('adaptivecards') && !typeOnly);

    expect(values).to.deep.equal([]);
  });

  it('loads of Slack’s channel only what is light, unless it is configured', () => {
    const channel = [...loadedFrom('app.ts')].filter((file) => file.startsWith('channels/slack/'));

    expect(channel.sort()).to.deep.equal(['channels/slack/slackDeskReference.ts', 'channels/slack/slackFiles.ts']);
  });

  it(`has no file over ${LONGEST_FILE} lines`, () => {
    const long = files('').filter((file) => read(file).split('\n').length - 1 > LONGEST_FILE);

    expect(long).to.deep.equal([]);
  });

  it('has one barrel, that of knowledge', () => {
    const barrels = files('').filter((file) => /(^|\/)index\.ts$/.test(file));

    expect(barrels.sort()).to.deep.equal(['index.ts', 'knowledge/index.ts']);
  });
});

interface Import {
  readonly file: string;
  readonly source: string;
  readonly typeOnly: boolean;
}

function importsUnder(folder: string): Import[] {
  return files(folder).flatMap((file) =>
    [...read(file).matchAll(/^(?:import|export)\s+(type\s+)?([^'"]*?)from\s+'([^']+)'/gms)].map(
      ([, type, names = '', source = '']) => ({ file, source, typeOnly: type !== undefined || allTypes(names) }),
    ),
  );
}

/** What is loaded with a file, without what it imports only when it runs. */
function loadedFrom(entry: string): ReadonlySet<string> {
  const all = importsUnder('').filter(({ source, typeOnly }) => source.startsWith('.') && !typeOnly);
  const loaded = new Set([entry]);
  for (const file of loaded) {
    for (const each of all) if (each.file === file) loaded.add(join(dirname(file), each.source));
  }
  return loaded;
}

/** `{ type A, type B }` brings in no value either. */
function allTypes(names: string): boolean {
  const inner = /^\{(.*)\}\s*$/s.exec(names.trim())?.[1];
  const each =
    inner
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '') ?? [];
  return each.length > 0 && each.every((name) => name.startsWith('type '));
}

function files(folder: string): string[] {
  return readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.ts'));
}

function read(file: string): string {
  return readFileSync(join(SOURCE, file), 'utf8');
}
