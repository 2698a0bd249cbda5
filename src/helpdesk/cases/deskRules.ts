import type { DeskHours } from '../hours/deskHours.ts';

/** How the desk works, as configured. */
export interface DeskRules {
  readonly hours: DeskHours;
  /** How long a claim holds without activity, in minutes of the desk's hours. */
  readonly claimMinutes: number;
  /** Where *Escalate…* goes; null where there is no next line. */
  readonly escalatesTo: 'desk' | 'mail' | null;
  /** Whether mails can be sent at all. */
  readonly canMail: boolean;
}
