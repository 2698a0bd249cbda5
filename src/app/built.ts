import type { TurnContext } from 'botbuilder';
import { createTroubleshooterBot } from '../bots/troubleshooterBot.ts';
import { en } from '../cards/text/en.ts';
import type { Config } from '../config/config.ts';
import type { After } from '../helpdesk/after.ts';
import type { AtOutboxStep } from '../helpdesk/outbox.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Storage } from '../storage/storage.ts';
import type { Lanes } from '../turn/lane.ts';
import type { Paces } from '../turn/pace.ts';
import type { AtTurnStep } from '../turn/steps.ts';
import type { TurnChanges, TurnStore } from '../turn/turnStore.ts';

/** What may differ between a real start and one in a test. */
export interface AppParts {
  readonly log: Log;
  readonly now: () => Date;
  /** What waits in the outbox and with cases; by default by the system's clock. */
  readonly after?: After;
  /** What happens at the named places of a turn and of the outbox; nothing but in a soak run. */
  readonly atStep?: AtTurnStep & AtOutboxStep;
  /** What a turn's commit holds instead; for a soak run, which adds effects that it can count. */
  readonly amend?: (changes: TurnChanges) => TurnChanges;
  /** How long closing may wait for what is running, in milliseconds; default 8,500. */
  readonly drainMs?: number;
}

/** What every part of a running bot is built from. */
export interface Built extends AppParts {
  readonly config: Config;
  readonly storage: Storage;
  readonly store: TurnStore;
  readonly lanes: Lanes;
  readonly paces: Paces;
  readonly metrics: Metrics;
  /** Called after a commit that may have put something into the outbox. */
  readonly wakeOutbox: () => void;
}

type OfChannel = Pick<
  Parameters<typeof createTroubleshooterBot>[0],
  'personal' | 'greet' | 'openPersonalChat' | 'answersOneAlone' | 'addApp' | 'desk'
>;

/** The bot as one channel has it. */
export function botOf(
  { config, log, now, store, lanes, paces }: Built,
  ofChannel: OfChannel,
): (context: TurnContext, taken: () => void) => Promise<void> {
  return createTroubleshooterBot({
    ...ofChannel,
    ...{ log, now, store, lanes, paces, texts: en },
    contact: config.helpdeskContact,
  });
}
