import { expect } from 'chai';
import type { Action } from '../../src/cards/actions.ts';
import { readTyped } from '../../src/cards/readTyped.ts';
import { en } from '../../src/cards/text/en.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import { applyAction } from '../../src/dialogs/applyAction.ts';
import { newDraft } from '../../src/knowledge/index.ts';
import { readPack } from '../../src/readPack.ts';

const pack = await readPack('lync-online-meeting-join');

const START: Action = { verb: 'start' };
const answer = (question: string, option: string): Action => ({ verb: 'answer', question, option });
const USERS: readonly Action[] = [START];
const LOCATION = [...USERS, answer('users', 'multiple')];
const SYMPTOM = [...LOCATION, answer('location', 'inside'), answer('computers', 'single')];
const STEP: readonly Action[] = [...SYMPTOM, { verb: 'symptom', symptom: 'client-freezes' }, { verb: 'confirm' }];

/** Where, what is typed, what it means there; null for nothing. */
const TYPED: readonly (readonly [string, readonly Action[], string, Action | null])[] = [
  ['hello', [], 'Start', START],
  ['hello', [], 'I can’t join the meeting', START],
  ['hello', [], 'what is the weather', null],
  ['users', USERS, 'single', answer('users', 'single')],
  ['users', USERS, 'Just me', answer('users', 'single')],
  ['users', USERS, '  JUST ME!!  ', answer('users', 'single')],
  ['users', USERS, '1', answer('users', 'single')],
  ['users', USERS, '2.', answer('users', 'multiple')],
  ['users', USERS, '3', null],
  ['users', USERS, '0', null],
  ['users', USERS, '2 days ago', null],
  ['users', USERS, 'it is just me I think', answer('users', 'single')],
  ['users', USERS, 'not just me', answer('users', 'multiple')],
  ['users', USERS, 'several of us', answer('users', 'multiple')],
  ['users', USERS, 'just me or several people', null],
  ['users', USERS, "i don't know", answer('users', 'unknown')],
  ['users', USERS, 'no idea', answer('users', 'unknown')],
  ['users', USERS, 'My meeting starts now', { verb: 'workaround' }],
  ['users', USERS, 'can I talk to a person please', { verb: 'escalate' }],
  ['users', USERS, 'agent', { verb: 'escalate' }],
  ['users', USERS, 'help', { verb: 'help' }],
  ['users', USERS, '?', { verb: 'help' }],
  ['users', USERS, 'Back', { verb: 'back' }],
  ['users', USERS, 'cancel', { verb: 'cancel' }],
  ['users', USERS, 'restart', { verb: 'restart' }],
  ['users', USERS, '', null],
  ['users', USERS, '🦄🦄🦄', null],
  ['users', USERS, '...', null],
  ['users', USERS, `${'x'.repeat(500)} just me`, null],
  ['users', USERS, 'everyone but me is in', answer('users', 'single')],
  ['users', USERS, 'only me and my boss', null],
  ['users', USERS, 'help me', { verb: 'help' }],
  ['users', USERS, 'a person please', { verb: 'escalate' }],
  ['users', USERS, 'Lync won’t start again', null],
  ['users', USERS, 'I cannot go back into the meeting', null],
  ['location', LOCATION, 'people from another company and people from our company', null],
  ['location', LOCATION, 'externals', answer('location', 'outside')],
  ['location', LOCATION, 'both', answer('location', 'both')],
  ['location', LOCATION, 'inside our organisation', answer('location', 'inside')],
  ['symptom', SYMPTOM, 'reference ID 43 (source ID 241)', { verb: 'symptom', symptom: 'federation-error-43' }],
  ['symptom', SYMPTOM, 'it says: "Error: Meeting URL is not valid."', { verb: 'symptom', symptom: 'url-not-valid' }],
  ['symptom', SYMPTOM, 'page cannot be displayed', { verb: 'symptom', symptom: 'ie-error' }],
  ['symptom', SYMPTOM, '2', { verb: 'symptom', symptom: 'client-freezes' }],
  ['symptom', SYMPTOM, 'none', { verb: 'symptom', symptom: 'none' }],
  ['symptom', SYMPTOM, 'no security warning', null],
  ['symptom', SYMPTOM, 'lync does not freeze', null],
  [
    'symptom',
    SYMPTOM,
    'I get a security warning again and again and can’t join',
    { verb: 'symptom', symptom: 'security-warning' },
  ],
  ['step', STEP, 'none of that helped', null],
  ['step', STEP, 'nothing works now', null],
  ['step', STEP, 'I don’t think that worked', null],
  ['step', STEP, 'not sure it works', null],
  ['step', STEP, 'it works on my phone but not here', null],
  ['step', STEP, 'I’m not on a Mac', null],
  ['step', STEP, 'fixed it', { verb: 'step', outcome: 'fixed' }],
  ['step', STEP, 'it works', { verb: 'step', outcome: 'fixed' }],
  ['step', STEP, "didn't help", { verb: 'step', outcome: 'still-broken' }],
  ['step', STEP, 'can’t do this', { verb: 'step', outcome: 'cannot' }],
  ['step', STEP, 'show all steps', { verb: 'all-steps' }],
  ['step', STEP, 'I am on a Mac', { verb: 'platform', platform: 'other' }],
  ['step', STEP, 'it doesn’t work', { verb: 'step', outcome: 'still-broken' }],
];

describe('what is typed', () => {
  for (const [place, deeds, text, expected] of TYPED) {
    const shown = text.length > 40 ? `${text.length} characters` : `“${text}”`;

    it(`at ${place}: ${shown} → ${expected === null ? 'nothing' : JSON.stringify(expected)}`, () => {
      const draft = deeds.reduce((each, action) => applyAction(pack, each, action), newDraft(pack));
      const view = viewAt({ pack, draft, texts: en, contact: undefined, desk: null });

      const action = readTyped(view, text, en);

      expect(action).to.deep.equal(expected);
    });
  }
});
