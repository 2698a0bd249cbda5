import type { Config } from '../config/config.ts';
import type { DeskRules } from '../helpdesk/cases/deskRules.ts';
import { createDeskHours } from '../helpdesk/hours/createDeskHours.ts';

/** How the desk works, by the configuration. */
export function deskRules({ desk, mail }: Config): DeskRules {
  const { hours, timeZone, holidays, claimMinutes, escalateTo } = desk;
  return {
    hours: createDeskHours({ spans: hours, zone: timeZone, holidays }),
    claimMinutes,
    escalatesTo: escalateTo === undefined ? null : escalateTo.kind === 'mail' ? 'mail' : 'desk',
    canMail: mail !== undefined,
  };
}
