import { deskContract } from '../contracts/deskContract.ts';
import { databases } from './openDatabase.ts';

for (const [name, open] of Object.entries(databases)) deskContract(name, open);
