import type { Case } from '../../../helpdesk/cases/case.ts';
import type { Texts } from '../../text/en.ts';
import { inOneLine } from '../requests/agentName.ts';
import { personName } from './personName.ts';

/** Whom a case is for: name, channel, tenant or workspace, guest or not. */
export function personLine(texts: Texts, current: Pick<Case, 'requester'>): string {
  const { channel, tenant, isGuest, name } = current.requester;
  const { desk } = texts;
  const within = channel === 'slack' ? desk.workspace : desk.tenant;
  return [
    personName(texts, current),
    desk.channels[channel],
    ...(tenant === null ? [] : [within(inOneLine(tenant))]),
    ...(isGuest && name !== null ? [desk.guest] : []),
  ].join(' · ');
}
