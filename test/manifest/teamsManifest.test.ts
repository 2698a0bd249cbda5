import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { expect } from 'chai';

const folder = new URL('../../manifest/teams/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));

describe('the Teams manifest', () => {
  it('is valid by the schema it names, without a network', async () => {
    const problems = await withoutNetwork(() => AppManifestUtils.validateAgainstSchema(manifest));

    expect(problems).to.deep.equal([]);
  });

  it('would not be valid without its bot’s id', async () => {
    const broken = { ...manifest, bots: [{ ...manifest.bots[0], botId: 'unstuck' }] };

    const problems = await withoutNetwork(() => AppManifestUtils.validateAgainstSchema(broken));

    expect(problems).to.have.length(1);
  });

  it('is of the version of the product', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

    expect(manifest.version).to.equal(version);
  });

  it('has one bot, for chats, teams and group chats, that takes files', () => {
    const [bot, ...others] = manifest.bots;

    expect(others).to.deep.equal([]);
    expect(bot.botId).to.equal(manifest.id);
    expect(bot).to.deep.include({ scopes: ['personal', 'team', 'groupChat'], supportsFiles: true });
  });

  it('lists commands for each place, each place once', () => {
    const lists = manifest.bots[0].commandLists.map((list: { scopes: string[]; commands: { title: string }[] }) => [
      ...list.scopes,
      list.commands.map(({ title }) => title).join(', '),
    ]);

    expect(lists).to.deep.equal([
      ['personal', 'help, restart, agent, my requests'],
      ['team', 'help, desk here, cases, stats'],
      ['groupChat', 'help'],
    ]);
  });

  it('asks only to write to people of a team, and for no domain', () => {
    expect(manifest.permissions).to.deep.equal(['messageTeamMembers']);
    expect(manifest.validDomains).to.deep.equal([]);
    expect(manifest).to.not.have.any.keys('webApplicationInfo', 'authorization', 'devicePermissions');
  });
});

describe('the Teams icons', () => {
  it('are 192 and 32 pixels square', () => {
    const sizes = [readPng('color.png'), readPng('outline.png')].map(({ width, height }) => [width, height]);

    expect(sizes).to.deep.equal([
      [192, 192],
      [32, 32],
    ]);
  });

  it('have the accent colour as their ground', () => {
    const { pixels } = readPng('color.png');

    expect(manifest.accentColor).to.equal('#4f52b2');
    expect([...pixels.subarray(0, 3)]).to.deep.equal([0x4f, 0x52, 0xb2]);
  });

  it('are white and transparent in outline, and show something', () => {
    const { pixels, channels } = readPng('outline.png');
    const visible = chunksOf(pixels, channels).filter(([, , , alpha]) => alpha !== 0);

    expect(channels).to.equal(4);
    expect(visible.length).to.be.within(200, 800);
    expect(visible.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).to.deep.equal([]);
  });
});

/** The validator fetches a schema that it doesn't have: then this fails instead of passing where there is a network. */
async function withoutNetwork<T>(run: () => Promise<T>): Promise<T> {
  const { fetch } = globalThis;
  globalThis.fetch = () => Promise.reject(new Error('no network in this test'));
  try {
    return await run();
  } finally {
    globalThis.fetch = fetch;
  }
}

interface Png {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly pixels: Buffer;
}

/** Reads a PNG with 8 bits a channel, RGB or RGBA, not interlaced. */
function readPng(name: string): Png {
  const file = readFileSync(new URL(name, folder));
  expect(file.subarray(0, 8).toString('latin1')).to.equal('\x89PNG\r\n\x1a\n');
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  expect([file[24], file[28]]).to.deep.equal([8, 0]);
  const channels = file[25] === 6 ? 4 : 3;
  return { width, height, channels, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width * channels, channels) };
}

/** Undoes the five row filters of PNG. */
function unfiltered(data: Buffer, rowLength: number, step: number): Buffer {
  const rows = data.length / (rowLength + 1);
  const pixels = Buffer.alloc(rows * rowLength);
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (rowLength + 1)] ?? 0;
    for (let x = 0; x < rowLength; x++) {
      const at = row * rowLength + x;
      const left = x < step ? 0 : (pixels[at - step] ?? 0);
      const up = row === 0 ? 0 : (pixels[at - rowLength] ?? 0);
      const corner = row === 0 || x < step ? 0 : (pixels[at - rowLength - step] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      pixels[at] = (data[row * (rowLength + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function chunksOf(pixels: Buffer, size: number): number[][] {
  return Array.from({ length: pixels.length / size }, (_, at) => [...pixels.subarray(at * size, (at + 1) * size)]);
}
