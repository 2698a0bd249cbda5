import { retentionContract } from '../contracts/retentionContract.ts';
import { databases } from './openDatabase.ts';

for (const [name, open] of Object.entries(databases)) retentionContract(name, open);
