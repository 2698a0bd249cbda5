import { expect } from 'chai';
import { type DeskAgent, signInAtDesk } from '../support/deskAgent.ts';
import { DESK_CLICKS, FORGERIES, LATER_CLICKS, LOOKS, PERSON_CLICKS } from './deskActions.ts';
import { clickOn, type Scene, setScene } from './deskIntruders.ts';
import { ANA, BEA } from './deskWorld.ts';

const NOTE = { data: { verb: 'desk-note', text: 'forged' } };

describe('what is forged at the desk', () => {
  let scene: Scene;
  let bea: DeskAgent;
  beforeEach(async () => {
    scene = await setScene();
    bea = await scene.world.agent('Bea Lind');
  });
  afterEach(() => scene.world.stop());

  for (const forged of FORGERIES) {
    it(`${JSON.stringify(forged)} makes a click void, in the channel and at the page`, async () => {
      const { own, colleague, faultOf } = scene;
      const faults: (string | null)[] = [];

      // What fills in answers takes whatever fields there are, and uses those of its questions alone.
      for (const each of DESK_CLICKS.filter(({ what }) => what !== 'Diagnose')) {
        const value = { ...clickOn(own, each), ...forged };
        faults.push(await faultOf(`${each.what} in the channel`, () => colleague(BEA).clicks(value)));
        faults.push(await faultOf(`${each.what} at the page`, async () => (await bea.click(value, own)).said ?? ''));
      }

      expect(faults.filter((fault) => fault !== null)).to.deep.equal([]);
    });
  }

  it('a name makes nobody somebody else: who has a case is told by the id', async () => {
    const { world, own, colleague } = scene;

    const said = await colleague({ ...BEA, name: ANA.name }).clicks(clickOn(own, { data: { verb: 'desk-release' } }));

    expect(said).to.equal('Ana Beck has this case, not you: claim it or have it assigned to you first.');
    expect((await world.rows.case(own)).claim?.by.id).to.include(ANA.aadObjectId);
  });

  it('a cause, a colleague or a card that there isn’t does nothing, nor does a text that can’t be taken', async () => {
    const { own, colleague, faultOf } = scene;
    const made = [
      { verb: 'desk-solve', cause: 'nobody’s fault' },
      { verb: 'desk-assign', who: 'Nobody Ever' },
      { verb: 'desk-assign', who: '' },
      { verb: 'desk-form', form: 'erase' },
      { verb: 'desk-reply', text: '   ' },
      { verb: 'desk-reply', text: 'x'.repeat(4_001) },
      { verb: 'desk-erase' },
    ];

    for (const data of made) {
      const fault = await faultOf(JSON.stringify(data), () => colleague(ANA).clicks(clickOn(own, { data })));
      expect(fault).to.equal(null);
    }
  });

  it('a case is named by its id as it is written, and by nothing beside it', async () => {
    const { own, others, colleague, faultOf } = scene;
    const ids = [
      own.toLowerCase(),
      ` ${own}`,
      `${own} `,
      `${own}\u200b`,
      own.replaceAll('-', ''),
      `${own};messageid=1`,
    ];

    for (const id of [...ids, `${own},${others}`, `%${own.slice(1)}`]) {
      for (const card of [own, id]) {
        const value = { ...clickOn(id, NOTE), card };
        const says = (who: string, said: string) =>
          said === 'There is no such case here.' ? said : `${who}: undefined`;
        const inChannel = async () => says('channel', await colleague(ANA).clicks(value));
        const atPage = async () => says('page', (await bea.click(value, own)).said ?? '');
        expect(await faultOf(`“${id}” in the channel`, inChannel)).to.equal(null);
        expect(await faultOf(`“${id}” at the page`, atPage)).to.equal(null);
      }
    }
  });

  it('nobody is given a case who was never at the desk, whichever id of theirs is named', async () => {
    const { world, own, colleague, faultOf } = scene;
    const { person } = (await world.rows.case(own)).requester;

    for (const who of [person, person.split(':')[2], `page:${person}`, 'teams:other:id', '29:1nobody', 'page:nobody']) {
      const click = clickOn(own, { data: { verb: 'desk-assign', who } });
      expect(await faultOf(`${who} in the channel`, () => colleague(ANA).clicks(click))).to.equal(null);
      expect(await faultOf(`${who} at the page`, async () => (await bea.click(click, own)).said ?? '')).to.equal(null);
    }
  });

  it('a question that the pack doesn’t have now isn’t sent, nor the one of the same number from an older card', async () => {
    const { own, colleague, faultOf } = scene;

    for (const question of ['What is your password?', '', '0', 0, 1, 99]) {
      const click = clickOn(own, { data: { verb: 'desk-ask', question } });
      const fault = await faultOf(String(question), async () => {
        const said = await colleague(ANA).clicks(click);
        expect(said).to.equal(
          typeof question === 'number'
            ? 'That button is from an earlier version, so nothing was done. The case’s own card has the ones that work.'
            : 'That question isn’t one of the ready-made ones any more, so nothing was sent. Tap More… and Ask… for those of today.',
        );
        expect((await bea.click(click, own)).said).to.equal(said);
        return said;
      });
      expect(fault).to.equal(null);
    }
  });

  describe('at the page', () => {
    const tries = async (agent: DeskAgent, body: object, headers?: Readonly<Record<string, string>>) =>
      (await agent.tries(body, headers)).status;

    it('a link opens one case: another one isn’t there for whoever has it', async () => {
      const { world, own, others, faultOf } = scene;
      const link = await world.rows.linkTo(others, world.clock.now());
      const linked = await signInAtDesk(world.bot.origin, { link }, 'Ana Beck');
      const faults: (string | null)[] = [];

      for (const each of [...DESK_CLICKS, ...LATER_CLICKS, ...LOOKS, ...PERSON_CLICKS]) {
        for (const beside of [own, others, null]) {
          const body = { case: beside, value: clickOn(own, each) };
          faults.push(await faultOf(each.what, async () => String(await tries(linked, body))));
        }
      }

      expect(faults.filter((fault) => fault !== null)).to.deep.equal([]);
      expect(await tries(linked, { case: own, text: 'reply Hello' })).to.equal(404);
      expect(await linked.show(own)).to.equal(null);
      expect((await linked.list()).map(({ id }) => id)).to.deep.equal([others]);
      expect((await linked.types('cases', others)).said).to.equal('Your link opens this case alone.');
      expect((await linked.types('stats', others)).said).to.equal('Your link opens this case alone.');
      expect((await linked.types(`case ${own}`, others)).said).to.equal('There is no such case here.');
    });

    it('a link lets its case be worked on, and the audit says by what', async () => {
      const { world, own } = scene;
      const link = await world.rows.linkTo(own, world.clock.now());
      const linked = await signInAtDesk(world.bot.origin, { link }, 'Cem');

      await linked.types('reply Hello', own);

      expect((await world.rows.audit(own)).findLast(({ action }) => action === 'case-reply')).to.include({
        via: 'link',
        who: 'page:cem',
      });
    });

    it('no session, one that was never given out, no token and another site let nobody do anything', async () => {
      const { own, faultOf } = scene;
      const body = { case: own, value: clickOn(own, NOTE) };
      const refused: readonly (readonly [headers: Record<string, string>, status: number])[] = [
        [{ cookie: '' }, 401],
        [{ cookie: `unstuck-desk=${'A'.repeat(22)}` }, 401],
        [{ 'x-csrf-token': '' }, 403],
        [{ 'x-csrf-token': 'A'.repeat(22) }, 403],
        [{ origin: 'https://elsewhere.example' }, 403],
      ];

      for (const [headers, status] of refused) {
        const fault = await faultOf(JSON.stringify(headers), async () => {
          expect(await tries(bea, body, headers)).to.equal(status);
          return 'refused';
        });
        expect(fault).to.equal(null);
      }
    });

    it('a session and a link end after eight hours, and no other token lets anybody in', async () => {
      const { world, own } = scene;
      const link = await world.rows.linkTo(own, world.clock.now());
      world.clock.pass(8 * 60 * 60_000);

      expect(await tries(bea, { case: own, value: clickOn(own, NOTE) })).to.equal(401);
      expect(await signIn(world.bot.origin(), { link })).to.equal(401);
      expect(await signIn(world.bot.origin(), { link: `${link.slice(0, -1)}_` })).to.equal(401);
      expect(await signIn(world.bot.origin(), { token: 'A'.repeat(40) })).to.equal(401);
      expect((await world.rows.entries(own)).map(({ event }) => event)).to.not.deep.include({
        kind: 'note',
        text: 'forged',
      });
    });
  });
});

async function signIn(origin: string, credential: object): Promise<number> {
  const headers = { 'content-type': 'application/json', origin };
  const body = JSON.stringify({ ...credential, name: 'Ana Beck' });
  return (await fetch(`${origin}/desk/open`, { method: 'POST', headers, body })).status;
}
