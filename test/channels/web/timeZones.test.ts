import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { SAMPLES } from '../../support/httpFiles.ts';
import { memoryHelpdesk } from '../../support/httpHelpdesk.ts';
import { startWeb, type TestWeb, type Visitor } from '../../support/httpWeb.ts';

describe('the time zone of a browser', () => {
  let web: TestWeb;
  let visitor: Visitor;
  let turns: Activity[];
  beforeEach(async () => {
    turns = [];
    web = await startWeb({
      helpdesk: memoryHelpdesk(),
      logic: async ({ activity }, taken) => {
        turns.push(activity);
        taken();
      },
    });
    visitor = web.visitor();
    await visitor.open();
  });
  afterEach(() => web.close());

  const table: readonly (readonly [zone: string, known: string | undefined])[] = [
    ['Europe/Berlin', 'Europe/Berlin'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['europe/berlin', 'europe/berlin'],
    ['UTC', 'UTC'],
    ['Etc/Unknown', undefined],
    ['Mars/Olympus_Mons', undefined],
    ['+01:00', undefined],
    ['', undefined],
    ['../../etc/passwd', undefined],
    ['__proto__', undefined],
    ['x'.repeat(64), undefined],
  ];
  for (const [zone, known] of table) {
    it(`is ${known ?? 'passed over'} for "${zone.slice(0, 30)}", and the message is taken`, async () => {
      const response = await visitor.send({ id: '1', text: 'hi', zone });

      expect([response.status, turns.at(-1)?.localTimezone]).to.deep.equal([204, known]);
    });
  }

  it('is told with the opening of the page, too', async () => {
    await visitor.post('/web/open', { zone: 'Asia/Kolkata' });

    expect(turns.at(-1)?.type).to.equal('conversationUpdate');
    expect(turns.at(-1)?.localTimezone).to.equal('Asia/Kolkata');
  });

  it('is told with a file', async () => {
    const response = await visitor.upload(SAMPLES.png, 'name=a.png&zone=America%2FNew_York');

    expect([response.status, turns.at(-1)?.localTimezone]).to.deep.equal([204, 'America/New_York']);
  });

  it('is refused with a file where it is longer than any', async () => {
    const response = await visitor.upload(SAMPLES.png, `name=a.png&zone=${'x'.repeat(65)}`);

    expect(response.status).to.equal(400);
  });

  for (const bad of ['x'.repeat(65), 1, null, {}]) {
    it(`is refused as ${JSON.stringify(bad).slice(0, 20)}`, async () => {
      const sent = await visitor.send({ id: '1', text: 'hi', zone: bad });
      const opened = await visitor.post('/web/open', { zone: bad });

      expect([sent.status, opened.status]).to.deep.equal([400, 400]);
    });
  }
});
