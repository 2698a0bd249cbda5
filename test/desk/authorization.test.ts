import { expect } from 'chai';
import { parseCaseClick } from '../../src/cards/caseActions.ts';
import { inChannel } from './atDesk.ts';
import {
  ALL_CLICKS,
  DESK_CLICKS,
  DESK_WORDS,
  LATER_CLICKS,
  LIST_CLICKS,
  LOOKS,
  OWN_LIST_CLICKS,
  PERSON_CLICKS,
} from './deskActions.ts';
import { clickOn, type Intruder, type Scene, setScene } from './deskIntruders.ts';
import { ANA } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

/** Some hundred tries, after each of which everything that is kept is read again. */
const PATIENCE = 60_000;

/** All cards to write on are asked for in one way. */
const FOR_THE_DESK = [...DESK_CLICKS, ...LATER_CLICKS, ...LOOKS.slice(-2)];
const FOR_PEOPLE = [...PERSON_CLICKS, ...OWN_LIST_CLICKS];

describe('what somebody may try', () => {
  it('is a click that is read, in each line of the table', () => {
    const unread = ALL_CLICKS.filter((each) => parseCaseClick(clickOn('UN-2222-22', each)) === null);

    expect(unread).to.deep.equal([]);
  });
});

describe('who may do what to a case', () => {
  let scene: Scene;
  before(async () => {
    scene = await setScene();
  });
  after(() => scene.world.stop());

  it('has nobody act for the desk who isn’t in its conversation, whoever they are elsewhere', async function () {
    this.timeout(PATIENCE);
    const { own, others, words, inTeams, guest } = scene;
    const hidden = Object.entries(words).flat();
    const faults: string[] = [];

    for (const intruder of [...inTeams, guest]) {
      faults.push(...(await scene.faultsOf(intruder, [own, others], [...FOR_THE_DESK, ...LIST_CLICKS])));
      for (const text of intruder.types ? [...DESK_WORDS, `case ${own}`, own] : []) {
        const attempt = async () => (await intruder.types?.(text)) ?? '';
        const fault = await scene.faultOf(`${intruder.who}, “${text}”`, attempt, hidden);
        if (fault !== null) faults.push(fault);
      }
    }

    expect(faults).to.deep.equal([]);
  });

  it('has nobody act for a person whose case it isn’t, the desk included', async function () {
    this.timeout(PATIENCE);
    const { world, own, others, inTeams, guest, colleague } = scene;
    const [luis, ...strangers] = inTeams;
    const ana = await world.agent('Ana Beck');
    const atPage: Intruder = {
      who: 'Ana at the page',
      clicks: async (value) => (await ana.click(value, own)).said ?? '',
    };
    const faults: string[] = [];

    for (const intruder of [...strangers, guest, colleague(ANA), atPage]) {
      faults.push(...(await scene.faultsOf(intruder, [own], FOR_PEOPLE)));
    }
    if (luis) faults.push(...(await scene.faultsOf(luis, [others], FOR_PEOPLE)));

    expect(faults).to.deep.equal([]);
  });

  it('says of a case that isn’t there that it isn’t', async () => {
    const { clicks } = scene.colleague(ANA);

    for (const each of FOR_THE_DESK) {
      scene.world.clock.pass(2_000);
      expect(await clicks(clickOn('UN-2222-22', each)), each.what).to.equal('There is no such case here.');
    }
  });
});

describe('whoever is at the desk', () => {
  let scene: Scene;
  before(async () => {
    const mail = { ESCALATE_TO: 'next@contoso.com', SMTP_URL: 'smtp://127.0.0.1:1', SMTP_FROM: 'bot@contoso.com' };
    scene = await setScene(mail);
  });
  after(() => scene.world.stop());

  for (const each of DESK_CLICKS) {
    it(`may do this, once they have a case: ${each.what}`, async () => {
      const { world, colleague } = scene;
      const id = await arriveWithCase(world.teams());
      await inChannel(world.channel, ANA, world.rows).sees(id);
      await colleague(ANA).clicks(clickOn(id, { data: { verb: 'desk-claim' } }));
      const { revision } = await world.rows.case(id);

      await colleague(ANA).clicks(clickOn(id, each));

      expect((await world.rows.case(id)).revision).to.be.greaterThan(revision);
    });
  }
});
