import type { Draft } from '../../knowledge/index.ts';
import type { Decision, PersonAction } from './caseAction.ts';
import type { CaseFile } from './caseEntry.ts';
import { ended, spokenTo } from './claimChanges.ts';
import { type Deed, done, refused } from './deed.ts';
import { howSolved } from './howSolved.ts';
import { keepAdded, keepFiles } from './keepWords.ts';
import { mergeDraft } from './mergeDraft.ts';

/** What somebody says, sends or tries while their case is open. */
export function personWords(
  deed: Deed,
  action: Extract<PersonAction, { do: 'add' | 'say' | 'attach' | 'try' }>,
): Decision {
  if (deed.current.status === 'closed') return refused('closed');
  switch (action.do) {
    // Who hears it is for the case to know: it may have changed while they wrote.
    case 'add':
    case 'say':
      return word(deed, action.text);
    case 'attach':
      return file(deed, action.file);
    case 'try':
      return fix(deed, action.draft);
  }
}

function word(deed: Deed, text: string): Decision {
  const { current } = deed;
  if (current.hears === 'agent') return done(deed, spoken(deed), { kind: 'message', text });
  const added = keepAdded(current, text);
  return done(deed, { ...spoken(deed), added, hasToldAdded: true }, { kind: 'added', text });
}

function file(deed: Deed, sent: CaseFile): Decision {
  const files = keepFiles([...deed.current.files, sent.name]);
  return done(deed, { ...spoken(deed), files }, { kind: 'file-in', file: sent });
}

/** The holder's clock, once they have something to answer; the clock of silence, where nothing but that was waited for. */
function spoken({ current: { status, claim, solved }, now }: Deed) {
  if (status === 'solved' && solved !== null) return { solved: { ...solved, heardAt: now } };
  return status === 'claimed' && claim !== null ? { claim: spokenTo(claim, now) } : {};
}

function fix(deed: Deed, said: Draft): Decision {
  const { current, now } = deed;
  const { draft, events, isSolved } = mergeDraft(current, said);
  if (events.length === 0) return refused('no-change');
  if (!isSolved) return done(deed, { draft }, ...events);
  const how = howSolved(current);
  return done(deed, { ...ended(current, now, how), draft }, ...events, { kind: 'closed', how });
}
