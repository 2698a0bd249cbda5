import { agentAnswers } from './agentAnswers.ts';
import { agentClaims } from './agentClaims.ts';
import { agentEndings } from './agentEndings.ts';
import { agentWork } from './agentWork.ts';
import type { Agent, Case } from './case.ts';
import type { AgentAction, Decision } from './caseAction.ts';
import type { DecisionSetting } from './decisionSetting.ts';
import type { AgentDeed } from './deed.ts';

/** What comes of something that an agent does to a case. That they belong to its desk was asked before. */
export function decideForAgent(current: Case, action: AgentAction, agent: Agent, setting: DecisionSetting): Decision {
  const deed: AgentDeed = { current, by: { kind: 'agent', agent }, agent, setting, now: setting.at.toISOString() };
  switch (action.do) {
    case 'claim':
    case 'assign':
    case 'release':
    case 'still':
      return agentClaims(deed, action);
    case 'reply':
    case 'ask':
    case 'send-file':
      return agentAnswers(deed, action);
    case 'note':
    case 'calling':
    case 'diagnose':
      return agentWork(deed, action);
    case 'solve':
    case 'escalate':
    case 'reopen':
      return agentEndings(deed, action);
  }
}
