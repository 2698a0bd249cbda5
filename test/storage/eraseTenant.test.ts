import { eraseTenantContract } from '../contracts/eraseTenantContract.ts';
import { databases } from './openDatabase.ts';

for (const [name, open] of Object.entries(databases)) eraseTenantContract(name, open);
