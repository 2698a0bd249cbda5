import type { ChannelAccount } from 'botbuilder';

/** Whether a member's account is that of somebody: a channel has more than one id for a person, and names them by any. */
export function isAccountOf(account: object | null, named: Partial<ChannelAccount>): boolean {
  const ids = idsOf(named);
  return account !== null && idsOf(account).some((id) => ids.includes(id));
}

function idsOf({ id, aadObjectId }: Partial<ChannelAccount>): readonly string[] {
  return [id, aadObjectId].filter((each) => each !== undefined);
}
