import { expect } from 'chai';
import { readPack } from '../../src/readPack.ts';
import {
  type Chat,
  canOpen,
  clicks,
  closedWith,
  doesNotSee,
  fills,
  isOffered,
  type Line,
  newest,
  pastes,
  play,
  says,
  sees,
} from '../support/chat.ts';
import type { TestBot } from '../support/testBot.ts';
import { conversationEnding } from './conversationEnding.ts';

const MANY = 'I didn’t get that';

/** 690 characters. */
const LONG = `https://meet.contoso.com/jdoe/${'aB3-'.repeat(165)}`;

/** A Safe Link of 690 characters, and the link that it wraps. */
const UNWRAPPED = `https://meet.contoso.com/jdoe/45GZFH99?p=${'xY7_'.repeat(120)}`;
const WRAPPED =
  `https://eur01.safelinks.protection.outlook.com/ap/t-59584e83/?url=${encodeURIComponent(UNWRAPPED)}&data=05%7C02&reserved=0`.padEnd(
    690,
    '0',
  );

/** To a symptom's diagnosis in as few words as possible. */
const scoped = (users: string, location: string, computers: string): Line[] => [
  clicks('Start'),
  says(users),
  says(location),
  says(computers),
];

const CONVERSATIONS: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
  {
    title: 'gets in by clicks alone, five taps to the diagnosis',
    lines: [
      sees('Can’t join a meeting?', 'I’m Unstuck, a bot', 'closed on 31 July 2021'),
      isOffered('Start', 'Help', 'My meeting starts now', 'Talk to a person'),
      clicks('Start'),
      closedWith('You chose: Start'),
      sees('How many people', '1 of 4'),
      isOffered('I don’t know', 'My meeting starts now', 'Talk to a person', 'Back', 'Help'),
      clicks('Just me'),
      closedWith('You chose: Just me'),
      sees('Inside or outside', '2 of 4'),
      clicks('Inside our organization'),
      sees('one computer', '3 of 4'),
      clicks('On one computer'),
      sees(
        'What happens when you try to join?',
        '4 of 4',
        'reference ID 43 (source ID 241)',
        'Page cannot be displayed',
      ),
      clicks('Lync freezes'),
      sees('Most likely: Client issue', 'KB2423848', 'revision 38.0', 'Pack 1.0.0', 'Your case', 'One person'),
      isOffered('Show me the fix', 'Change an answer'),
      clicks('Show me the fix'),
      sees('Run Windows Update', 'Guide 1 of 1 · step 1 of 6'),
      isOffered('Fixed it', 'Still broken', 'Can’t do this', 'I’m on a Mac or phone', 'Show all steps'),
      clicks('Fixed it'),
      sees('You’re in', 'What fixed it: Run Windows Update'),
      clicks('Something else'),
      sees('How many people'),
    ],
  },
  {
    title: 'gets in by typing alone',
    lines: [
      says('hi'),
      sees('Can’t join a meeting?'),
      says('start'),
      sees('How many people'),
      says('just me'),
      says('INSIDE!'),
      sees('one computer'),
      says('2'),
      sees('4 of 4'),
      says('it says Error: Meeting URL is not valid.'),
      sees('Most likely: User identity issue'),
      says('show me the fix'),
      sees('Your helpdesk or admin will'),
      says('next'),
      sees('The quickest way in'),
      says('I’m in'),
      sees('You’re in'),
    ],
  },
  {
    title: 'goes on by clicks and words in turn, and back',
    lines: [
      says('go'),
      clicks('Several people'),
      says('externals'),
      clicks('Back'),
      sees('Inside or outside'),
      says('both'),
      clicks('On several computers'),
      says('back'),
      sees('one computer'),
      says('several computers'),
      says('none of these'),
      sees('Most likely: Service outage', 'Network issue'),
      clicks('Change an answer'),
      sees('Which answer is different?', 'Now: Both'),
      clicks('Inside or outside'),
      sees('2 of 4'),
      clicks('Inside our organization'),
      sees('Most likely: Network issue', 'several computers'),
    ],
  },
  {
    title: 'shows symptom and table where they disagree, the symptom’s guide first',
    lines: [
      ...scoped('several people', 'inside', 'several computers'),
      clicks('Lync freezes'),
      sees('Most likely: Client issue', 'What you see points to Client issue', 'Network issue or Service outage'),
      clicks('Show me the fix'),
      sees('Run Windows Update', 'Guide 1 of 2'),
      says('all steps'),
      says('none helped'),
      sees('Guide 2 of 2'),
    ],
  },
  {
    title: 'says which two answers can’t both be right, and asks which to change',
    lines: [
      clicks('Start'),
      clicks('Just me'),
      clicks('Both inside and outside'),
      sees('Two answers can’t both be right', 'You said: One person', 'You said: Both'),
      clicks('How many people'),
      sees('How many people'),
      clicks('Several people'),
      sees('one computer'),
      says('back'),
      says('back'),
      says('just me'),
      says('both'),
      sees('Two answers can’t both be right'),
      says('outside'),
      sees('one computer'),
    ],
  },
  {
    title: 'takes “I don’t know” for an answer',
    lines: [
      clicks('Start'),
      clicks('I don’t know'),
      says('no idea'),
      clicks('On one computer'),
      clicks('None of these'),
      sees('Most likely: Client issue', 'not known'),
    ],
  },
  {
    title: 'keeps every cause that unknown answers leave possible, the most frequent first',
    lines: [
      clicks('Start'),
      clicks('Several people'),
      clicks('I don’t know'),
      clicks('I don’t know'),
      clicks('None of these'),
      sees('Most likely: Client issue', 'Possible'),
      clicks('Show me the fix'),
      sees('Guide 1 of'),
    ],
  },
  {
    title: 'goes the federation guide’s way for people who are signed in',
    lines: [
      ...scoped('several', 'outside', 'several'),
      clicks('None of these'),
      sees('Most likely: Lync federation issue'),
      clicks('Show me the fix'),
      sees('step 1 of 4'),
      clicks('Signed in'),
      sees('step 2 of 4', 'Your helpdesk or admin will'),
    ],
  },
  {
    title: 'goes the federation guide’s way for anonymous people',
    lines: [
      ...scoped('several', 'outside', 'several'),
      clicks('None of these'),
      clicks('Show me the fix'),
      clicks('As guests'),
      sees('step 2 of 3', 'Your helpdesk or admin will'),
      doesNotSee('step 2 of 4'),
    ],
  },
  {
    title: 'shows an admin how, and stops when they aren’t one',
    lines: [
      ...scoped('just me', 'inside', 'several'),
      clicks('None of these'),
      clicks('Show me the fix'),
      sees('Your helpdesk or admin will'),
      doesNotSee('Fixed it'),
      clicks('I’m the admin: show me how'),
      isOffered('Fixed it', 'I’m not the admin'),
      clicks('I’m not the admin'),
      sees('Your helpdesk or admin will'),
    ],
  },
  {
    title: 'skips the Windows steps on a Mac, and brings them back',
    lines: [
      ...scoped('just me', 'inside', 'one'),
      clicks('None of these'),
      clicks('Show me the fix'),
      sees('Run Windows Update'),
      clicks('I’m on a Mac or phone'),
      sees('The quickest way in'),
      clicks('Back'),
      sees('Run Windows Update'),
    ],
  },
  {
    title: 'asks a helper in the third person and gives the fix as a list',
    lines: [
      clicks('Help'),
      clicks('I’m helping someone else'),
      clicks('Start'),
      says('1'),
      says('1'),
      says('1'),
      sees('What happens when they try to join?'),
      clicks('None of these'),
      clicks('Show me the fix'),
      sees('All steps', 'Did one of them fix it?', 'Careful.'),
      isOffered('None helped', 'Show the risky steps'),
      clicks('Show the risky steps'),
      sees('certmgr.msc', 'Remove from Vault'),
      clicks('Step 1 fixed it'),
      sees('What fixed it: Run Windows Update'),
    ],
  },
  {
    title: 'warns before a destructive step and offers a way round',
    lines: [
      ...scoped('just me', 'inside', 'one'),
      clicks('None of these'),
      clicks('Show me the fix'),
      clicks('Still broken'),
      clicks('Can’t do this'),
      sees('Careful:', 'Warning'),
      doesNotSee('Fixed it'),
      clicks('Let the helpdesk do it'),
      sees('Careful:', 'certificate'),
      clicks('Show me how'),
      sees('certmgr.msc', 'IssuedBy'),
      clicks('Still broken'),
      sees('sign in'),
      clicks('Yes'),
      sees('The quickest way in'),
    ],
  },
  {
    title: 'hands over everything said and tried when nothing helped',
    lines: [
      ...scoped('just me', 'inside', 'several'),
      clicks('None of these'),
      clicks('Show me the fix'),
      clicks('Next'),
      clicks('No luck'),
      sees(
        'That’s all I can try',
        'helpdesk@contoso.com',
        'One person',
        'Joining in the browser: did not work',
        'Next steps for an admin:',
      ),
    ],
  },
  {
    title: 'turns a pasted join link into one for the browser',
    lines: [
      clicks('My meeting starts now'),
      sees('The quickest way in', 'closed on 31 July 2021'),
      pastes('https://meet.contoso.com/jdoe/45GZFH99?a=1&b=2#x'),
      sees('https://meet.contoso.com/jdoe/45GZFH99?a=1&b=2&sl=1#x', 'may still work'),
      canOpen('https://meet.contoso.com/jdoe/45GZFH99?a=1&b=2&sl=1#x'),
      pastes('https://meet.lync.com/contoso/jdoe/45GZFH99'),
      sees('can’t work any more', 'https://meet.lync.com/contoso/jdoe/45GZFH99?sl=1'),
      pastes('https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d'),
      sees('That’s a Teams meeting'),
      canOpen('https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d'),
      doesNotSee('sl=1'),
      says('it is in my calendar'),
      sees('doesn’t look like a join link'),
      clicks('I’m in'),
      sees('You’re in'),
    ],
  },
  {
    title: 'asks again with the options named, then offers a person, and never gives up',
    lines: [
      clicks('Start'),
      says('purple'),
      sees(MANY, '1 for “Just me”', 'How many people'),
      says('🦄🦄'),
      sees('a person will help', 'How many people'),
      says('gibberish once more'),
      sees('How many people'),
      says('talk to a person'),
      sees('Talk to a person', 'helpdesk@contoso.com'),
      clicks('Keep trying'),
      sees('How many people'),
    ],
  },
  {
    title: 'does what help, cancel and restart say at any time',
    lines: [
      ...scoped('just me', 'inside', 'one'),
      says('help'),
      sees('How this works'),
      clicks('Go on'),
      sees('4 of 4'),
      says('restart'),
      sees('1 of 4'),
      says('cancel'),
      sees('Stopped'),
      clicks('Start'),
      sees('1 of 4'),
    ],
  },
  {
    title: 'begins anew after a stop, whatever is said',
    lines: [
      clicks('Start'),
      says('cancel'),
      sees('Stopped'),
      says('hello again'),
      sees('Can’t join a meeting?'),
      says('cancel'),
      clicks('My meeting starts now'),
      clicks('I’m in'),
      sees('You’re in'),
    ],
  },
  {
    title: 'leads to a person where the way in fails before anything was asked',
    lines: [clicks('My meeting starts now'), clicks('No luck'), sees('Talk to a person', 'helpdesk@contoso.com')],
  },
  {
    title: 'names no steps for an admin before anything is known',
    lines: [
      clicks('Talk to a person'),
      sees('Can’t join a Lync Online meeting', 'Nothing was tried yet'),
      doesNotSee('Next steps for an admin:'),
    ],
  },
  {
    title: 'tells the helpdesk nothing of steps that nobody took',
    lines: [
      clicks('Help'),
      clicks('I’m helping someone else'),
      ...scoped('several', 'outside', 'several'),
      clicks('None of these'),
      clicks('Show me the fix'),
      sees('All steps', 'Your helpdesk or admin will'),
      clicks('Next'),
      clicks('None helped'),
      clicks('No luck'),
      sees('Next steps for an admin:', '- Enable External Communications'),
      doesNotSee('Enable External Communications: did not help'),
    ],
  },
  {
    title: 'goes back to a list that was answered, as a whole',
    lines: [
      ...scoped('just me', 'inside', 'one'),
      clicks('None of these'),
      sees('One computer, and…', 'Your case: ', 'One person, inside'),
      clicks('Show me the fix'),
      says('show all steps'),
      says('purple'),
      sees('type 1, 2, 3, 4, or 6'),
      clicks('None helped'),
      sees('The quickest way in'),
      clicks('Back'),
      sees('All steps', 'Did one of them fix it?'),
      says('6'),
      sees('What fixed it: Remove the saved Lync Online password'),
    ],
  },
  {
    title: 'says for whom a step is when it isn’t known which way the guide goes',
    lines: [
      ...scoped('several', 'outside', 'several'),
      clicks('None of these'),
      clicks('Show me the fix'),
      clicks('I don’t know'),
      sees('Only if “Signed in with their own Lync or OCS”'),
    ],
  },
  {
    title: 'lets an admin take it back on every card of the fix',
    lines: [
      ...scoped('just me', 'inside', 'one'),
      clicks('None of these'),
      clicks('Change an answer'),
      clicks('Does it happen'),
      clicks('On several computers'),
      clicks('Show me the fix'),
      clicks('I’m the admin: show me how'),
      says('all steps'),
      isOffered('I’m not the admin'),
      clicks('I’m not the admin'),
      sees('Your helpdesk or admin will'),
    ],
  },
  {
    title: 'gives a text of 20,000 characters back with its count, and says where it is',
    lines: [
      clicks('Start'),
      says('x'.repeat(20_000)),
      sees('20,000 characters', '4,000', 'still above', 'How many people'),
      clicks('Just me'),
      says('x'.repeat(4_001)),
      sees('4,001 characters', 'Inside or outside'),
      says('x'.repeat(4_000)),
      sees(MANY),
    ],
  },
  {
    title: 'takes a text of 4,000 characters, and looks for an answer in its first 500 alone',
    lines: [
      clicks('Start'),
      says(`it is just me ${'lorem ipsum '.repeat(332)}`),
      sees('Inside or outside'),
      says(`${'lorem ipsum '.repeat(330)} inside our organization`),
      sees(MANY),
    ],
  },
  {
    title: 'gives what is too long for a field back, to be copied, and keeps its card open',
    lines: [
      clicks('My meeting starts now'),
      fills('Get my link', `${'not a link '.repeat(400)}the end`),
      sees('4,407 characters', '4,000', 'not a link not a link', 'the end'),
      fills('Get my link', `${'not a link '.repeat(400)}https://meet.contoso.com/jdoe/45GZFH99`),
      canOpen('https://meet.contoso.com/jdoe/45GZFH99?sl=1'),
    ],
  },
  {
    title: 'finds a wrapped link of 690 characters, and uses all of what it leads to',
    lines: [
      clicks('My meeting starts now'),
      fills('Get my link', WRAPPED),
      sees(`${UNWRAPPED}&sl=1`),
      canOpen(`${UNWRAPPED}&sl=1`),
      pastes(LONG),
      canOpen(`${LONG}?sl=1`),
      pastes(WRAPPED),
      sees(`${UNWRAPPED}&sl=1`),
      canOpen(`${UNWRAPPED}&sl=1`),
    ],
  },
  {
    title: 'finds a link at the end of a description of 3,000 characters',
    lines: [
      clicks('Start'),
      says(`${'It says that it can’t connect. '.repeat(97).slice(0, 3_000)}${LONG}`),
      canOpen(`${LONG}?sl=1`),
    ],
  },
];

/** Somebody new on a channel. */
export interface Meeting {
  readonly chat: Chat;
  readonly bot: TestBot;
  /** What is stored of their conversation, once it has begun: the draft. */
  readonly draft: () => Promise<unknown>;
}

const pack = await readPack('lync-online-meeting-join');

/**
 * The scripted conversations on one channel: each says the same and offers the same as on every other one, and ends in the
 * same draft.
 */
export function conversationContract(channel: string, meet: () => Promise<Meeting>): void {
  describe(`a conversation ${channel}`, () => {
    const open: Chat[] = [];
    const arrive = async (): Promise<Meeting> => {
      const meeting = await meet();
      open.push(meeting.chat);
      await meeting.chat.arrive();
      return meeting;
    };
    after(() => Promise.all(open.map((chat) => chat.leave())));

    for (const { title, lines } of CONVERSATIONS) {
      it(title, async () => {
        const { chat, draft } = await arrive();

        await play(chat, lines);

        expect(await draft(), 'the draft that it ends in').to.deep.equal(conversationEnding(title, pack));
      });
    }

    it('goes on after a restart of the process', async () => {
      const { chat, bot } = await arrive();

      await play(chat, [clicks('Start'), clicks('Just me')]);
      await bot.restart();

      await play(chat, [
        clicks('Inside our organization'),
        sees('one computer'),
        says('back'),
        sees('Inside or outside'),
      ]);
    });

    it('answers a click on an old card with where the person is, and changes nothing', async () => {
      const { chat } = await arrive();
      await play(chat, [clicks('Start')]);
      const old = newest(chat);
      await play(chat, [clicks('Just me'), sees('Inside or outside')]);

      await chat.click(old.offers[1]?.data ?? {}, old.id);

      await play(chat, [sees('earlier card', 'Inside or outside'), says('change'), sees('Now: One person')]);
    });

    for (const [what, forge] of FORGED) {
      it(`answers a click with ${what} plainly`, async () => {
        const { chat } = await arrive();
        await play(chat, [clicks('Start')]);
        const card = newest(chat);

        await chat.click(forge({ ...card.offers[0]?.data }), card.id);

        expect(chat.answers()).to.equal(1);
        await play(chat, [sees('How many people')]);
      });
    }
  });
}

type Data = Record<string, unknown>;

const FORGED: readonly (readonly [string, (data: Data) => object])[] = [
  ['a foreign card id', (data) => ({ ...data, card: 'forged' })],
  ['no card id', ({ card: _, ...data }) => data],
  ['a role on it', (data) => ({ ...data, role: 'admin' })],
  ['an option that isn’t there', (data) => ({ ...data, option: 'everybody' })],
  ['an unknown verb', (data) => ({ ...data, verb: 'erase' })],
  ['a verb that this card doesn’t offer', ({ card }) => ({ verb: 'confirm', card })],
  ['a list for an id', (data) => ({ ...data, option: ['single'] })],
  ['nothing in it', () => ({})],
];
