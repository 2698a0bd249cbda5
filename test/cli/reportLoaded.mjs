// Says at the end of a process whether it has loaded the bot SDK.
import { Module } from 'node:module';

process.on('exit', () => {
  const loaded = Object.keys(Module._cache).some((file) => file.includes('/node_modules/botbuilder'));
  process.stderr.write(loaded ? 'loaded the bot SDK\n' : 'did without the bot SDK\n');
});
