import { expect } from 'chai';
import { AppError } from '../../src/errors.ts';
import { createMetricsServer } from '../../src/server/metricsServer.ts';
import { recordingLog, startServer } from '../support/httpServer.ts';

const build = () =>
  createMetricsServer({
    text: async () => ({ type: 'text/plain; version=0.0.4', text: 'a 1\n' }),
    log: recordingLog().log,
  });

describe('createMetricsServer', () => {
  it('serves the figures, and nothing else', async () => {
    const server = build();
    const origin = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;

    const figures = await fetch(`${origin}/metrics`);
    const text = await figures.text();
    const others = [];
    for (const path of ['/', '/healthz', '/metrics/']) others.push((await fetch(origin + path)).status);
    const posted = await fetch(`${origin}/metrics`, { method: 'POST' });
    await server.close();

    expect([figures.status, text]).to.deep.equal([200, 'a 1\n']);
    expect(figures.headers.get('content-type')).to.equal('text/plain; version=0.0.4');
    expect(figures.headers.get('cache-control')).to.equal('no-store');
    expect(figures.headers.get('content-security-policy')).to.include("default-src 'none'");
    expect([...others, posted.status]).to.deep.equal([404, 404, 404, 405]);
  });

  it('says which variable to change when its port is taken', async () => {
    const bot = await startServer({});
    const server = build();

    const refused = await server.listen(bot.port, '127.0.0.1').catch((error: unknown) => error);

    await bot.close();
    expect(refused)
      .to.be.instanceOf(AppError)
      .with.property('message')
      .that.matches(/^METRICS_PORT: \d+ is in use/);
  });

  it('says which variable to change when its address isn’t of this machine', async () => {
    // Kept for documentation (RFC 5737), so no machine has it.
    const refused = await build()
      .listen(0, '192.0.2.1')
      .catch((error: unknown) => error);

    expect(refused)
      .to.be.instanceOf(AppError)
      .with.property('message')
      .that.matches(/^METRICS_HOST: /);
  });
});
