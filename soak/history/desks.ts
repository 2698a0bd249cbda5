import type { WorldParts } from './world.ts';

/** Desks that work in different ways, each with instances, people and a clock of its own. */
export const DESKS: readonly Omit<WorldParts, 'instance' | 'databaseUrl'>[] = [
  { where: 'teams-too', env: { HELPDESK_HOURS: 'always', ESCALATE_TO: '19:next@thread.tacv2' } },
  { where: 'pages', env: { HELPDESK_HOURS: 'Mo-Fr 09:00-17:00', HELPDESK_TIME_ZONE: 'UTC', CLAIM_MINUTES: '10' } },
  {
    where: 'pages',
    env: {
      ...{ HELPDESK_HOURS: 'always', ESCALATE_TO: 'next@example.com', CLAIM_MINUTES: '15' },
      SMTP_FROM: 'desk@example.com',
    },
    mails: true,
  },
];
