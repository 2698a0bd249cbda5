import { expect } from 'chai';
import { readAnswers, readList, readTable } from '../knowledge/readTable.ts';
import { SCOPING_TABLE } from '../knowledge/scopingTable.ts';
import { SYMPTOM_TABLE } from '../knowledge/symptomTable.ts';
import { BAD_QUERIES, EMPTY_QUERIES } from './diagnoseQueries.ts';
import { kb, startKb } from './kbProcess.ts';

const KEYS = ['categories', 'guides', 'because', 'conflict', 'contradiction', 'complete'];

describe('kb diagnose', () => {
  it('answers every line of the tables as they say, in the order of the lines', async () => {
    const ofAnswers = readTable(SCOPING_TABLE).map((cells) => ['-', ...cells]);
    const rows = [...ofAnswers, ...readTable(SYMPTOM_TABLE)];

    const { code, stdout } = await kb(['diagnose'], rows.map(query).join('\n'));

    expect(code).to.equal(0);
    expect(jsonLines(stdout).map(inShort)).to.deep.equal(rows.map(expected));
  });

  it('has these keys and no others, in this order', async () => {
    const { stdout } = await kb(
      ['diagnose'],
      '{"answers":{"users":"multiple","location":"inside","computers":"multiple"},"symptom":"ie-error"}\n',
    );

    expect(jsonLines(stdout).map(Object.keys)).to.deep.equal([KEYS]);
    expect(jsonLines(stdout)[0]?.['because']).to.be.a('string').and.not.empty;
  });

  it('answers bad lines with what is wrong with them and goes on', async () => {
    const input = [...BAD_QUERIES.map(([line]) => line), '{}'].join('\n');

    const { code, stdout } = await kb(['diagnose'], input);

    const answers = jsonLines(stdout);
    expect(code).to.equal(0);
    expect(answers.slice(0, -1)).to.deep.equal(BAD_QUERIES.map(([, error]) => ({ error })));
    expect(answers.at(-1)).to.have.all.keys(KEYS);
  });

  it('takes missing, null and “unknown” for the same', async () => {
    const { stdout } = await kb(['diagnose'], EMPTY_QUERIES.join('\n'));

    const [first, ...others] = jsonLines(stdout);
    expect(others).to.deep.equal(EMPTY_QUERIES.slice(1).map(() => first));
  });

  it('passes over blank lines, line ends of Windows and a byte order mark', async () => {
    const { stdout } = await kb(['diagnose'], '\uFEFF{}\r\n\r\n   \n\n{"symptom":"ie-error"}\r\n');

    expect(jsonLines(stdout).map((each) => each['complete'])).to.deep.equal([false, true]);
  });

  it('takes a line for one line whatever white space of other alphabets is in it', async () => {
    const { stdout } = await kb(['diagnose'], '{"symptom":"\u2028"}\n{}\r{}\n');

    expect(jsonLines(stdout).map((each) => typeof each['error'])).to.deep.equal(['string', 'string']);
  });

  it('answers a line before the next one is there', async () => {
    const child = startKb(['diagnose']);
    const closed = new Promise((resolve) => child.once('close', resolve));

    const answers: string[] = [];
    child.stdin.write('{}\n');
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      answers.push(String(chunk));
      if (answers.length === 1) child.stdin.write('{"symptom":"ie-error"}\n');
      else child.stdin.end();
    }
    await closed;

    expect(answers.map((each) => jsonLines(each).length)).to.deep.equal([1, 1]);
  });

  it('ends quietly when nobody reads on', async () => {
    const child = startKb(['diagnose']);
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    const errors: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (chunk) => errors.push(String(chunk)));
    child.stdin.on('error', () => child.stdin.destroy());

    child.stdout.once('data', () => {
      child.stdout.destroy();
      child.stdin.end('{}\n'.repeat(10_000));
    });
    child.stdin.write('{}\n');

    expect(await closed).to.equal(0);
    expect(errors).to.deep.equal([]);
  });

  it('does without the bot SDK', async () => {
    const { stderr } = await kb(['diagnose'], '{}', ['--import', './test/cli/reportLoaded.mjs']);

    expect(stderr).to.equal('did without the bot SDK\n');
  });
});

function query([symptom = '', combination = '']: readonly string[]): string {
  return JSON.stringify({ answers: readAnswers(combination), ...(symptom === '-' ? {} : { symptom }) });
}

function expected([, , state, categories = '', guides = '', conflict = '-']: readonly string[]) {
  const [symptom = '', scoping = ''] = conflict.split(' / ');
  return {
    categories: readList(categories),
    guides: readList(guides),
    conflict: conflict === '-' ? null : { symptom: readList(symptom), scoping: readList(scoping) },
    contradiction: state === 'contradiction' ? { between: ['users', 'location'] } : null,
    complete: state === 'complete',
  };
}

function inShort({ because: _, ...answer }: Record<string, unknown>) {
  return answer;
}

function jsonLines(output: string): Record<string, unknown>[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
