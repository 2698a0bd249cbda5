import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { build } from 'esbuild';
import { z } from 'zod';
import { variables } from '../src/config/variables.ts';
import { CASE_LIMITS } from '../src/helpdesk/cases/caseLimits.ts';
import { loadPack } from '../src/knowledge/index.ts';
import { packSchema } from '../src/knowledge/pack.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...filesUnder('docs', '.md')];

const DAY = 24 * 60 * 60_000;

/** Made by a run of the browser tests, so not there before. */
const GENERATED = ['test/e2e/screenshots'];

describe('the documents', () => {
  const { scripts } = JSON.parse(read('package.json'));

  for (const document of DOCUMENTS) {
    it(`name only scripts that there are: ${document}`, () => {
      const named = found(document, /\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g);

      expect(Object.keys(scripts)).to.include.members(named);
    });

    it(`link only to files that there are: ${document}`, () => {
      const links = found(document, /\]\((?!https?:)([^)#\s]+)/g);

      expect(links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).to.deep.equal([]);
    });

    it(`name only files and folders that there are: ${document}`, () => {
      const paths = found(document, /(?<![\w./-])((?:\.ci|bench|docs|manifest|packs|src|test|web)\/[\w./-]*[\w/-])/g);

      expect(paths.filter((path) => !GENERATED.includes(path) && !existsSync(join(ROOT, path)))).to.deep.equal([]);
    });
  }

  it('have every section that a comment in the code refers to', () => {
    const references = filesUnder('src', '.ts').flatMap((file) => [
      ...read(file).matchAll(/(docs\/[\w/-]+\.md)(?:, "([^"]+)")?/g),
    ]);

    const missing = references.filter(([, document = '', section]) => !hasSection(document, section));

    expect(references).to.not.be.empty;
    expect(missing.map(([reference]) => reference)).to.deep.equal([]);
  });

  for (const document of ['src/cards/text/enRequests.ts', 'web/pageText.ts', 'web/caseLinkOver.html']) {
    it(`say for how long a closed case can be reopened as the rules have it: ${document}`, () => {
      const days = found(document, /(\d+) days/g);

      expect(new Set(days)).to.deep.equal(new Set([String(CASE_LIMITS.reopenMs / DAY)]));
    });
  }

  it('number the decision records from 1 and link each from the architecture', () => {
    const records = readdirSync(join(ROOT, 'docs/adr')).sort();

    expect(records.map((record) => Number(record.slice(0, 4)))).to.deep.equal(records.map((_, index) => index + 1));
    expect(found('docs/architecture.md', /\]\((adr\/[^)]+)\)/g)).to.include.members(
      records.map((each) => `adr/${each}`),
    );
  });
});

describe('the table of settings in README.md', () => {
  it('has every variable that is read, in order, with its default and what it is for', () => {
    const rows = [...read('README.md').matchAll(/^\| `(\w+)` \| (.+?) \| (.+?) \|$/gm)].map((row) => row.slice(1));

    expect(rows).to.deep.equal(
      variables.map(({ name, fallback, description }) => [name, fallback ?? '–', description]),
    );
  });
});

describe('what the documents say of packs', () => {
  it('has an excerpt in README.md that is in the shipped pack', () => {
    const pack = read('packs/lync-online-meeting-join.yaml').split('\n');
    const excerpt = fence('README.md', 'yaml')
      .split('\n')
      .filter((line) => line !== '');

    expect(excerpt).to.not.be.empty;
    expect(pack).to.include.members(excerpt);
  });

  it('has an example in docs/packs.md that is sound and has every field', () => {
    const example = fence('docs/packs.md', 'yaml');

    expect(loadPack(example, 'example.yaml')).to.have.property('pack');
    expect(fieldsOf(packSchema).filter((field) => !new RegExp(`\\b${field}:`).test(example))).to.deep.equal([]);
  });

  it('explains every field in docs/packs.md', () => {
    const text = read('docs/packs.md');

    expect(fieldsOf(packSchema).filter((field) => !new RegExp(`[\`.]${field}\``).test(text))).to.deep.equal([]);
  });

  it('shows in docs/packs.md what kb diagnose really answers', () => {
    const [, question = '', answer] = /^\$ echo '(.+)' \| .+ diagnose\n(.+)$/m.exec(read('docs/packs.md')) ?? [];

    const kb = ['--import', 'tsx', 'src/cli/kb.ts', 'diagnose'];
    const given = execFileSync(process.execPath, kb, { cwd: ROOT, input: question, encoding: 'utf8' });

    expect(given).to.equal(`${answer}\n`);
  });
});

describe('THIRD-PARTY-NOTICES', () => {
  it('names every package in the pages’ bundles, and no other, with its licence', async () => {
    const notices = read('THIRD-PARTY-NOTICES');
    const named = [...notices.matchAll(/^-{80}\n(\S+) \(/gm)].map(([, name]) => name);

    const bundled = await packagesInPage();

    expect(named).to.deep.equal(bundled);
    for (const name of bundled) expect(notices).to.include(read(`node_modules/${name}/LICENSE`).replaceAll('\r', ''));
  });
});

/** The packages of which something is in the built page, by their names. */
async function packagesInPage(): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: ['web/chat.ts', 'web/chat.css', 'web/desk.ts', 'web/desk.css'],
    absWorkingDir: ROOT,
    outdir: 'dist/web',
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const names = inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** The names of all fields at any depth. */
function fieldsOf(schema: z.ZodType): string[] {
  const fields = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('properties' in node) for (const field of Object.keys(node.properties as object)) fields.add(field);
    Object.values(node).forEach(walk);
  };
  walk(z.toJSONSchema(schema, { io: 'input' }));
  return [...fields];
}

/** What the groups of a pattern caught, each once. */
function found(document: string, pattern: RegExp): string[] {
  const all = [...read(document).matchAll(pattern)].flatMap(([, ...groups]) => groups.filter((group) => group));
  return [...new Set(all)];
}

/** The first fenced block in that language. */
function fence(document: string, language: string): string {
  return new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'ms').exec(read(document))?.[1] ?? '';
}

function hasSection(document: string, section: string | undefined): boolean {
  if (!existsSync(join(ROOT, document))) return false;
  return section === undefined || new RegExp(`^#+ ${section}$`, 'm').test(read(document));
}

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
