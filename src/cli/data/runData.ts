import { AppError } from '../../errors.ts';
import { writeLine } from '../kb/writeLine.ts';
import type { DataIo, DataTools } from './dataIo.ts';
import { erasePerson } from './erasePerson.ts';
import { exportPerson } from './exportPerson.ts';
import { type DataCall, parseDataCall } from './parseDataCall.ts';

/**
 * Runs `data` with the words of its command line. Resolves to the exit code: 0; 1 when it couldn't do what was asked,
 * 2 for a wrong call.
 */
export async function runData(words: readonly string[], io: DataIo): Promise<number> {
  const call = parseDataCall(words);
  if ('problem' in call) {
    await writeLine(io.stderr, call.problem);
    return 2;
  }
  try {
    const { data, close } = await io.open();
    try {
      return await run(call, { ...io, data });
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await writeLine(io.stderr, error.message);
    return 1;
  }
}

function run({ command, person, yes }: DataCall, tools: DataTools): Promise<number> {
  switch (command) {
    case 'export':
      return exportPerson(tools, person);
    case 'erase':
      return erasePerson(tools, { person, yes });
  }
}
