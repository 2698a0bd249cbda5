import { expect } from 'chai';
import { createMarkWatch, type Tenant } from '../../../soak/tenants/marks.ts';
import { startFakeConnector } from '../../support/fakeConnector.ts';

describe('createMarkWatch', () => {
  it('counts own marks, and tells of those of others', async () => {
    const connector = await startFakeConnector();
    const [one, other]: readonly [Tenant, Tenant] = [
      { id: '1', mark: 'zirkonia', connector },
      { id: '2', mark: 'quandary', connector },
    ];
    const told: string[] = [];
    const watch = createMarkWatch([one, other], (what) => told.push(what));

    watch.look(one, 'Teams', 'hello zirkonia');
    watch.look(one, 'Teams', 'nothing to see');
    watch.look(one, 'web stream', 'zirkonia and quandary');

    expect([watch.own(one, 'Teams'), watch.own(one, 'web stream'), watch.own(other, 'Teams')]).to.deep.equal([1, 1, 0]);
    expect([watch.foreign, told]).to.deep.equal([1, ['zirkonia saw quandary in web stream']]);
    await connector.close();
  });
});
