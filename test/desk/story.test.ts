import { deskStoryContract, type StoryEnd } from '../contracts/deskStoryContract.ts';

const endedIn: StoryEnd = {};

for (const where of ['page', 'teams', 'slack'] as const) {
  for (const on of ['web', 'teams', 'slack'] as const) deskStoryContract(on, where, endedIn);
}
