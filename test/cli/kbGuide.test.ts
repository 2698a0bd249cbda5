import { expect } from 'chai';
import { lyncPack } from '../knowledge/lyncPack.ts';
import { kb } from './kbProcess.ts';

const STEP_KEYS = [
  'id',
  'title',
  'text',
  'audience',
  'platforms',
  'risk',
  'minutes',
  'branch',
  'condition',
  'links',
  'substeps',
];

interface Printed {
  readonly id: string;
  readonly steps: readonly Record<string, unknown>[];
}

describe('kb guide', () => {
  it('prints the steps in order, each with these keys', async () => {
    const { code, stdout } = await kb(['guide', 'client']);

    const guide = JSON.parse(stdout) as Printed;
    expect(code).to.equal(0);
    expect(guide.id).to.equal('client');
    expect(guide.steps.map(({ id }) => id)).to.deep.equal([
      'windows-update',
      'desktop-setup',
      'reinstall',
      'certificate',
      'sign-in-check',
      'credentials',
    ]);
    expect(guide.steps.map((step) => Object.keys(step).slice(0, STEP_KEYS.length))).to.deep.equal(
      guide.steps.map(() => STEP_KEYS),
    );
  });

  it('prints null where a step has no branch or condition, and empty lists where it has no links', async () => {
    const { stdout } = await kb(['guide', 'network']);

    const [connected] = (JSON.parse(stdout) as Printed).steps;
    expect(connected).to.deep.equal({
      id: 'connected',
      title: 'Check that the computer is online',
      text: 'Check that the computer is connected to the network.',
      audience: 'user',
      platforms: [],
      risk: 'none',
      minutes: 2,
      branch: null,
      condition: null,
      links: [],
      substeps: ['Try whether other websites open.'],
    });
  });

  it('prints what an admin’s step says to the person, its branch and its conditions', async () => {
    const { stdout } = await kb(['guide', 'federation', '--pack', 'lync-online-meeting-join']);

    const { steps } = JSON.parse(stdout) as Printed;
    const expected = lyncPack.guides.find(({ id }) => id === 'federation')?.steps ?? [];
    expect(steps.map(({ branch }) => branch)).to.deep.equal(expected.map(({ branch }) => branch ?? null));
    expect(steps.map(({ condition }) => condition)).to.deep.equal(expected.map(({ condition }) => condition ?? null));
    expect(steps.map(({ forPerson }) => forPerson)).to.deep.equal(expected.map(({ forPerson }) => forPerson));
  });

  it('names the guides there are where there is none of that id', async () => {
    const { code, stdout, stderr } = await kb(['guide', 'toString']);

    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(stderr).to.equal(
      'pack lync-online-meeting-join has no guide "toString": use one of client, network, file-association, identity, federation, web-app\n',
    );
  });
});
