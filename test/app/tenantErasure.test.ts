import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { createTenantErasure } from '../../src/app/tenantErasure.ts';
import type { DeskPlaces } from '../../src/helpdesk/desk/deskPlace.ts';
import { openSqlite } from '../../src/storage/openSqlite.ts';
import { createPersonData } from '../../src/storage/personData.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { ago, everythingIn, planter } from '../contracts/plantedRows.ts';
import { makeTempFolder, removeFolder } from '../storage/openStore.ts';

const TENANT = 'slack:T0GONE';

describe('erasing a tenant', () => {
  let folder: string;
  let storage: Storage;
  let asked: string[];
  const places = {
    get: async (line: string) => {
      asked.push(line);
      return null;
    },
  } as unknown as DeskPlaces;

  beforeEach(async () => {
    folder = await makeTempFolder();
    storage = await openSqlite(folder, { as: 'tool' });
    asked = [];
  });
  afterEach(async () => {
    await storage.close();
    await removeFolder(folder);
  });

  const erasure = () => createTenantErasure({ storage, now: () => new Date(ago(0)) }, places);
  const plant = async (count: number) => {
    const { conversation, person } = planter(storage.db);
    for (let nth = 0; nth < count; nth += 1) {
      await conversation(`${TENANT}:D${nth}`, ago(1), `${TENANT}:U${nth}`);
      await person(`${TENANT}:U${nth}`, ago(1));
    }
  };

  it('looks at once where the desk is now', async () => {
    await erasure()(TENANT);

    expect(asked).to.have.members(['first', 'next']);
  });

  it('is done once for all who ask while it runs', async () => {
    await plant(3);
    const erase = erasure();

    const [one, other] = [erase(TENANT), erase(TENANT)];
    await Promise.all([one, other]);

    expect(one).to.equal(other);
    expect(await everythingIn(storage.db)).to.not.include(TENANT);
  });

  it('begins anew where somebody was added since', async () => {
    const erase = erasure();
    await erase(TENANT);
    await plant(1);

    await erase(TENANT);

    expect(await createPersonData(storage.db, randomUUID).count(`${TENANT}:U0`)).to.deep.equal({});
  });

  it('ends with all gone, however many people there are', async () => {
    await plant(60);

    await erasure()(TENANT);

    expect(await everythingIn(storage.db)).to.not.include(`${TENANT}:`);
  });
});
