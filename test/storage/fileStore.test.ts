import { fileStoreContract } from '../contracts/fileStoreContract.ts';
import { databases } from './openDatabase.ts';

for (const [name, open] of Object.entries(databases)) fileStoreContract(name, open);
