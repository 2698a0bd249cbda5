import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBot } from './bot/buildBot.ts';
import { DESK_STEPS } from './bot/childSettings.ts';
import { crashPlan } from './bot/crashPlan.ts';
import { runScene } from './desk/runScene.ts';
import { openSlackScene } from './slack/slackScene.ts';
import type { Soak, SoakRun } from './soakRun.ts';

/** Source: docs/reliability.md, `slack`. */
const ENDS = 100;

/** A channel takes one message a second, and a case takes a dozen: more of them than that only wait. */
const FULL = { people: 3, hands: 3 };
const SMALL = { people: 2, hands: 3 };

/** Only a new case comes to the one step, and few people come to the others: in a short run, each at once. */
const plan = ({ scale, random }: SoakRun) =>
  crashPlan(Math.round(ENDS * scale), random, {
    steps: DESK_STEPS,
    latestHit: (step) => (step === 'case-card-posted' || isShort(scale) ? 1 : 3),
    stepWithinMs: 5_000,
  });

/** A channel takes one message a second: so long it takes until what has piled up in ten short lives is through. */
const REST_MS = 20_000;

const isShort = (scale: number) => scale < 0.1;

/** `kill -9`, again and again, while people in Slack send cases to a desk in Slack, which fails a quarter of the time. */
export const slackSoak: Soak = async (run) => {
  const built = await buildBot();
  const dataDir = await mkdtemp(join(tmpdir(), 'unstuck-slack-'));
  try {
    const size = isShort(run.scale) ? SMALL : FULL;
    const scene = await openSlackScene({ built, seed: run.seed, size, env: { DATA_DIR: dataDir } });
    return await runScene(scene, {
      ...{ plan: plan(run), place: { dataDir }, fewestRows: 1, say: run.say },
      ...(!isShort(run.scale) && { restMs: REST_MS }),
    });
  } finally {
    await built.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
};
