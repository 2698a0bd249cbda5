import { createTeamsChannel, type TeamsChannel } from '../src/channels/teams/teamsChannel.ts';
import { createLog } from '../src/log.ts';
import { startFakeConnector } from '../test/support/fakeConnector.ts';
import { teamsActivities } from '../test/support/teamsActivity.ts';

/** Turns of one run, and runs of each connector. Interleaved, so that what disturbs one disturbs the other. */
const TURNS = 500;
const RUNS = 7;

const connector = await startFakeConnector();
const ada = teamsActivities(connector.serviceUrl);
const channels = { stock: echo('stock'), lean: echo('lean') };
const times = { stock: [] as number[], lean: [] as number[] };

for (let run = 0; run <= RUNS; run++) {
  for (const kind of ['stock', 'lean'] as const) {
    const spent = await microsecondsATurn(channels[kind]);
    // The first run only warms up.
    if (run > 0) times[kind].push(spent);
  }
}
const [stock, lean] = [median(times.stock), median(times.lean)];
console.log(
  `one echo turn, CPU of bot and fake connector: stock ${stock} µs, lean ${lean} µs (${(lean / stock).toFixed(2)}×)`,
);
await Promise.all([channels.stock.close(), channels.lean.close()]);
await connector.close();

function echo(kind: 'stock' | 'lean'): TeamsChannel {
  const log = createLog({ level: 'silent' });
  const logic = async (context: { sendActivity(text: string): Promise<unknown> }) =>
    void (await context.sendActivity('hello'));
  return createTeamsChannel({ app: null, log, logic, connector: kind });
}

async function microsecondsATurn(channel: TeamsChannel): Promise<number> {
  connector.clear();
  const before = process.cpuUsage();
  for (let turn = 0; turn < TURNS; turn++) {
    const body = ada.says('hi');
    await channel.receive({ body, authorization: undefined, remoteAddress: '127.0.0.1', forwarded: false });
  }
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / TURNS);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
