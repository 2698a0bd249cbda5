import type { BackOff } from '../../src/helpdesk/backOff.ts';
import type { DataPlace } from '../../src/storage/openStorage.ts';

/** What a sending process is told, in its one argument as JSON. */
export interface WorkerSettings {
  readonly place: DataPlace;
  readonly backOff: BackOff;
}
