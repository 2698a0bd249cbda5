import type { Credential } from './credential.ts';
import { deskText } from './deskText.ts';
import type { Reply } from './reply.ts';

/** What is said of a sign-in that failed, and which field it is about; null for none of them. */
export function signInFault(
  reply: Exclude<Reply<unknown>, { readonly end: 'done' }>,
  { kind }: Credential,
): { readonly text: string; readonly field: 'name' | 'token' | null } {
  switch (reply.end) {
    case 'missing':
      return { text: deskText.signIn.linkMoved, field: null };
    case 'signed-out':
    case 'forbidden':
      if (kind === 'link') return { text: deskText.signIn.wrongLink, field: null };
      return { text: deskText.signIn.wrongToken, field: 'token' };
    case 'refused':
      return { text: deskText.signIn.refused, field: 'name' };
    case 'again':
      if (reply.after === null) return { text: deskText.signIn.failed, field: null };
      return { text: deskText.signIn.tooOften(reply.after), field: null };
  }
}
