import { caseStoreContract } from '../contracts/caseStoreContract.ts';
import { databases } from './openDatabase.ts';

for (const [name, open] of Object.entries(databases)) caseStoreContract(name, open);
