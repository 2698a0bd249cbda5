import { payloadOf } from './payloadOf.ts';
import { refused, type SlackAdmission } from './slackAdmission.ts';
import type { SlackIdentity } from './slackApi.ts';
import type { SlackInput } from './slackInput.ts';
import type { SlackRequest } from './slackRequest.ts';
import { verifySignature } from './verifySignature.ts';

/** Where requests come in, and are let in or not. */
export interface SlackDoor {
  /** Never throws for anything that a caller can send. Nothing is parsed before it is known who signed it. */
  admit(request: SlackRequest): SlackAdmission;
}

/** What the door is made of. */
export interface SlackDoorParts {
  /** Slack's signing secret; two while it is being changed. None may be empty: anybody can sign with that. */
  readonly secrets: readonly string[];
  readonly now: () => Date;
}

/** The door of HTTP, open to what Slack has signed. What comes over a socket of ours needs none. */
export function createSlackDoor({ secrets, now }: SlackDoorParts): SlackDoor {
  return {
    admit(request) {
      const { bytes, header } = request;
      const [timestamp, signature] = [header('x-slack-request-timestamp'), header('x-slack-signature')];
      const verdict = verifySignature({ secrets, now: now() }, { timestamp, signature, bytes });
      if (verdict !== 'good') return refused(verdict);
      const payload = payloadOf(request);
      return payload === null ? refused('malformed') : { kind: 'admitted', payload };
    },
  };
}

/** Whether something is of the bot's own workspace: nobody else's people are helped, whichever way it came. */
export function isOurs(input: SlackInput, { team }: SlackIdentity): boolean {
  return input.kind === 'nothing' || input.team === team;
}
