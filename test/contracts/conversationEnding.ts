import type { Draft, Pack } from '../../src/knowledge/index.ts';

/** The draft of somebody who has started, and done nothing else. */
const STARTED: Omit<Draft, 'pack' | 'version'> = {
  started: true,
  audience: 'user',
  platform: 'windows',
  answers: {},
  fixing: false,
  listed: [],
  outcomes: {},
  branches: {},
  confirmed: [],
};

/** What of the draft is otherwise at the end of each scripted conversation, by its title. */
const ENDINGS: Readonly<Record<string, Partial<Draft>>> = {
  'gets in by clicks alone, five taps to the diagnosis': {},
  'gets in by typing alone': {
    answers: { users: 'single', location: 'inside', computers: 'multiple' },
    symptom: 'url-not-valid',
    fixing: true,
    outcomes: { 'identity/rename-user': 'left' },
    wayIn: 'got-in',
  },
  'goes on by clicks and words in turn, and back': {
    answers: { users: 'multiple', computers: 'multiple', location: 'inside' },
    symptom: 'none',
  },
  'shows symptom and table where they disagree, the symptom’s guide first': {
    answers: { users: 'multiple', location: 'inside', computers: 'multiple' },
    symptom: 'client-freezes',
    fixing: true,
    listed: ['client'],
    outcomes: {
      'client/windows-update': 'still-broken',
      'client/desktop-setup': 'still-broken',
      'client/reinstall': 'left',
      'client/certificate': 'left',
      'client/sign-in-check': 'still-broken',
      'client/credentials': 'left',
    },
    branches: { 'client/sign-in-check': 'unknown' },
  },
  'says which two answers can’t both be right, and asks which to change': {
    answers: { users: 'single', location: 'outside' },
  },
  'takes “I don’t know” for an answer': {
    answers: { users: 'unknown', location: 'unknown', computers: 'single' },
    symptom: 'none',
  },
  'keeps every cause that unknown answers leave possible, the most frequent first': {
    answers: { users: 'multiple', location: 'unknown', computers: 'unknown' },
    symptom: 'none',
    fixing: true,
  },
  'goes the federation guide’s way for people who are signed in': {
    answers: { users: 'multiple', location: 'outside', computers: 'multiple' },
    symptom: 'none',
    fixing: true,
    branches: { 'federation/join-kind': 'authenticated' },
  },
  'goes the federation guide’s way for anonymous people': {
    answers: { users: 'multiple', location: 'outside', computers: 'multiple' },
    symptom: 'none',
    fixing: true,
    branches: { 'federation/join-kind': 'anonymous' },
  },
  'shows an admin how, and stops when they aren’t one': {
    answers: { users: 'single', location: 'inside', computers: 'multiple' },
    symptom: 'none',
    fixing: true,
  },
  'skips the Windows steps on a Mac, and brings them back': {
    answers: { users: 'single', location: 'inside', computers: 'single' },
    symptom: 'none',
    fixing: true,
  },
  'asks a helper in the third person and gives the fix as a list': {
    audience: 'helper',
    answers: { users: 'single', location: 'inside', computers: 'single' },
    symptom: 'none',
    fixing: true,
    outcomes: { 'client/windows-update': 'fixed' },
    confirmed: ['client/reinstall', 'client/certificate', 'client/credentials'],
  },
  'warns before a destructive step and offers a way round': {
    answers: { users: 'single', location: 'inside', computers: 'single' },
    symptom: 'none',
    fixing: true,
    outcomes: {
      'client/windows-update': 'still-broken',
      'client/desktop-setup': 'cannot',
      'client/reinstall': 'left',
      'client/certificate': 'still-broken',
    },
    branches: { 'client/sign-in-check': 'signed-in' },
    confirmed: ['client/certificate'],
  },
  'hands over everything said and tried when nothing helped': {
    answers: { users: 'single', location: 'inside', computers: 'multiple' },
    symptom: 'none',
    fixing: true,
    outcomes: { 'identity/rename-user': 'left' },
    wayIn: 'no-luck',
  },
  'turns a pasted join link into one for the browser': { started: false, wayIn: 'got-in' },
  'asks again with the options named, then offers a person, and never gives up': {},
  'does what help, cancel and restart say at any time': {},
  'begins anew after a stop, whatever is said': { started: false, cancelled: true, wayIn: 'got-in' },
  'leads to a person where the way in fails before anything was asked': {
    started: false,
    aside: 'person',
    wayIn: 'no-luck',
  },
  'names no steps for an admin before anything is known': { started: false, aside: 'person' },
  'tells the helpdesk nothing of steps that nobody took': {
    audience: 'helper',
    answers: { users: 'multiple', location: 'outside', computers: 'multiple' },
    symptom: 'none',
    fixing: true,
    listed: ['federation', 'network'],
    outcomes: {
      'federation/join-kind': 'still-broken',
      'federation/external-communications': 'left',
      'federation/other-organization': 'left',
      'federation/federation-setup': 'left',
      'federation/anonymous-srv-record': 'left',
      'federation/confirm-dns': 'left',
      'network/connected': 'still-broken',
      'network/tripp': 'still-broken',
      'network/dns-records': 'left',
    },
    branches: { 'federation/join-kind': 'unknown' },
    wayIn: 'no-luck',
  },
  'goes back to a list that was answered, as a whole': {
    answers: { users: 'single', location: 'inside', computers: 'single' },
    symptom: 'none',
    fixing: true,
    listing: 'client',
    outcomes: { 'client/credentials': 'fixed' },
  },
  'says for whom a step is when it isn’t known which way the guide goes': {
    answers: { users: 'multiple', location: 'outside', computers: 'multiple' },
    symptom: 'none',
    fixing: true,
    branches: { 'federation/join-kind': 'unknown' },
  },
  'lets an admin take it back on every card of the fix': {
    answers: { users: 'single', location: 'inside', computers: 'multiple' },
    symptom: 'none',
    fixing: true,
    listing: 'identity',
  },
  'gives a text of 20,000 characters back with its count, and says where it is': { answers: { users: 'single' } },
  'takes a text of 4,000 characters, and looks for an answer in its first 500 alone': { answers: { users: 'single' } },
  'gives what is too long for a field back, to be copied, and keeps its card open': { started: false, aside: 'way-in' },
  'finds a wrapped link of 690 characters, and uses all of what it leads to': { started: false, aside: 'way-in' },
  'finds a link at the end of a description of 3,000 characters': { aside: 'way-in' },
};

/** The draft, whole, in which a scripted conversation ends on every channel. Throws where there is none by this title. */
export function conversationEnding(title: string, { id, version }: Pack): Draft {
  const ending = ENDINGS[title];
  if (!ending) throw new Error(`no ending of “${title}”`);
  return { pack: id, version, ...STARTED, ...ending };
}
