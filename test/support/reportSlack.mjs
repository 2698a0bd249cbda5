// Says at the end of a process which of Slack's packages it has loaded.
import { Module } from 'node:module';

process.on('exit', () => {
  const loaded = Object.keys(Module._cache).flatMap(
    (file) => /\/node_modules\/(@slack\/[\w-]+)\//.exec(file)?.[1] ?? [],
  );
  process.stderr.write(`loaded of Slack: ${[...new Set(loaded)].sort().join(', ') || 'nothing'}\n`);
});
