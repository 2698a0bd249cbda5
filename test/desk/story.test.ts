import { deskStoryContract } from '../contracts/deskStoryContract.ts';

for (const where of ['page', 'teams', 'slack'] as const) {
  for (const on of ['web', 'teams', 'slack'] as const) deskStoryContract(on, where);
}
