import { expect } from 'chai';
import { type AtDesk, atPage, inChannel, inSlackChannel } from '../desk/atDesk.ts';
import { ANA, BEA, type DeskWorld, SLACK_ANA, SLACK_BEA, startDeskWorld } from '../desk/deskWorld.ts';
import { arriveWithCase, DIAGNOSED } from '../desk/toCase.ts';
import { told } from '../desk/told.ts';
import {
  type Chat,
  clicks,
  hears,
  isOffered,
  isTicked,
  type Line,
  newest,
  play,
  says,
  sees,
  tells,
} from '../support/chat.ts';

/** A person and two colleagues at the desk, with the case that they have to do with. */
interface Cast {
  readonly luis: Chat;
  readonly ana: AtDesk;
  readonly bea: AtDesk;
  readonly id: string;
}

/** What somebody at the desk does, and what the person sees of it. */
interface Scene {
  readonly title: string;
  readonly desk?: (cast: Cast) => Promise<void>;
  readonly luis?: readonly Line[];
}

const STORY: readonly Scene[] = [
  {
    title: 'the helpdesk has it on its screen',
    desk: ({ ana, id }) => ana.sees(id),
    luis: [hears('The helpdesk has your case on its screen', 'the bot')],
  },
  {
    title: 'what is typed meanwhile goes with it, in words once, then with a tick',
    luis: [says('It began this morning'), sees('Added to UN-'), isTicked('and it happens each time')],
  },
  { title: 'a colleague notes something', desk: ({ bea, id }) => bea.types(id, 'We had that yesterday, too') },
  {
    title: 'it is taken, and from then on the agent hears',
    desk: ({ ana, id }) => ana.taps(id, ['Claim']),
    luis: [hears('Ana Beck took your case', 'You are talking to: Ana Beck'), tells('help'), tells('Just me')],
  },
  {
    title: 'an answer is written on a card of its own',
    desk: ({ ana, id }) => ana.taps(id, ['Reply…', 'Send'], { text: 'Hello Luis, please start Lync again.' }),
    luis: [hears('Ana Beck wrote', 'Hello Luis, please start Lync again.')],
  },
  {
    title: 'and typed',
    desk: ({ ana, id }) => ana.types(id, 'reply And once more, please.'),
    luis: [hears('Ana Beck wrote', 'And once more, please.')],
  },
  { title: 'a note stays at the desk', desk: ({ ana, id }) => ana.types(id, 'He seems to be patient') },
  {
    title: 'a ready-made question is asked',
    desk: ({ ana, id }) => ana.taps(id, ['More…', 'Ask…', 'Are you signed in to Lync']),
    luis: [hears('Ana Beck asks', 'Are you signed in to Lync right now'), tells('Yes, I am.')],
  },
  {
    title: 'the desk calls',
    desk: ({ ana, id }) => ana.taps(id, ['More…', 'Calling them']),
    luis: [hears('Ana Beck is calling you')],
  },
  {
    title: 'the desk fills in what it knows',
    desk: ({ ana, id }) => ana.taps(id, ['More…', 'Diagnose', 'Show the diagnosis'], { 'q-users': 'multiple' }),
  },
  {
    title: 'a colleague gets it',
    desk: ({ ana, id }) => ana.types(id, 'assign Bea'),
    luis: [hears('Bea Lind took your case', 'You are talking to: Bea Lind')],
  },
  {
    title: 'and lets go of it',
    desk: ({ bea, id }) => bea.taps(id, ['More…', 'Release']),
    luis: [hears('Your case waits again', 'You are talking to: the bot')],
  },
  {
    title: 'it is taken again, and solved',
    async desk({ ana, id }) {
      await ana.taps(id, ['Claim']);
      await ana.taps(id, ['Solved…', 'Client issue']);
    },
    luis: [hears('Ana Beck took'), hears('Are you in?'), isOffered('Yes', 'No')],
  },
  {
    title: 'No brings it back to whoever had it',
    luis: [clicks('No'), sees('Ana Beck has your case'), tells('It is as it was')],
  },
  {
    title: 'Yes closes it',
    desk: ({ ana, id }) => ana.taps(id, ['Solved…', 'Something else']),
    luis: [hears('Are you in?'), clicks('Yes'), sees('Your case is closed', 'You said that you’re in')],
  },
  { title: 'it is reopened, with the same agent', luis: [clicks('Reopen'), sees('Ana Beck has your case')] },
  { title: 'it is said to be stuck', luis: [clicks('It’s stuck'), sees('Ana Beck has your case')] },
  { title: 'it is withdrawn', luis: [clicks('Withdraw'), sees('You withdrew it')] },
  {
    title: 'the desk opens it again',
    desk: ({ ana, id }) => ana.taps(id, ['Reopen']),
    luis: [hears('Your case is open again')],
  },
  { title: 'it is solved without the helpdesk', luis: [clicks('It’s solved'), sees('Your case is closed')] },
];

/** Who did what, and how the case stood after it: the same wherever the two sides are. */
const TRAIL: readonly string[] = [
  'Luis case-opened → waiting',
  'Luis case-added → waiting',
  'Luis case-added → waiting',
  'Bea case-note → waiting',
  'Ana case-claimed → claimed Ana',
  'Luis case-message → claimed Ana',
  'Luis case-message → claimed Ana',
  'Ana case-reply → claimed Ana',
  'Ana case-reply → claimed Ana',
  'Ana case-note → claimed Ana',
  'Ana case-question → claimed Ana',
  'Luis case-message → claimed Ana',
  'Ana case-calling → claimed Ana',
  'Ana case-diagnosed → claimed Ana',
  'Ana case-assigned → claimed Bea',
  'Bea case-released → waiting',
  'Ana case-claimed → claimed Ana',
  'Ana case-solved → solved Ana',
  'Luis case-reopened → claimed Ana',
  'Luis case-message → claimed Ana',
  'Ana case-solved → solved Ana',
  'Luis case-closed → closed Ana',
  'Luis case-reopened → claimed Ana',
  'Luis case-stuck → claimed Ana',
  'Luis case-closed → closed Ana',
  'Ana case-reopened → claimed Ana',
  'Luis case-closed → closed Ana',
];

/** What nobody does. When it is noted depends on the channels; on the page alone it is of “Are you in?”, too. */
const NOTED = {
  teams: [...Array(3).fill('case-delivered'), 'case-on-screen'],
  slack: [...Array(3).fill('case-delivered'), 'case-on-screen'],
  web: [...Array(5).fill('case-delivered'), 'case-on-screen'],
};

const FROM = { web: 'the web page', teams: 'a private chat in Teams', slack: 'a direct message in Slack' } as const;
const TO = { page: 'page', teams: 'channel in Teams', slack: 'channel in Slack' } as const;

/** What the first pairing has left behind, which all others have to leave, too. */
export interface StoryEnd {
  left?: unknown;
}

/** What nobody does is noted when a channel tells of it. */
function isDone(kind: string): boolean {
  return !['delivered', 'on-screen', 'read'].includes(kind);
}

/** Who somebody is on their channel, when it was, and what a channel tells of itself. */
const OWN = new Set(['id', 'via', 'at', 'entry', 'revision', 'lastAnswer', 'isOnScreen', 'case', 'since', 'mailing']);

function bare(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, each: unknown) =>
    OWN.has(key) || /(?:At|Until)$/.test(key) ? undefined : each,
  );
}

/**
 * The desk’s story with a person on one channel and a desk on one: whichever they are, it is heard and seen alike, and ends
 * in the same case and the same audit.
 */
export function deskStoryContract(on: keyof typeof FROM, where: keyof typeof TO, endedIn: StoryEnd): void {
  describe(`a case from ${FROM[on]} to the desk’s ${TO[where]}`, () => {
    let world: DeskWorld;
    let cast: Cast;

    before(async () => {
      world = await startDeskWorld({ isInChannel: where === 'teams', isInSlack: where === 'slack' });
      world.slack.allowMention(...[SLACK_ANA, SLACK_BEA].map(({ id }) => `<@${id}>`));
      const luis = on === 'slack' ? world.inSlack() : world[on]();
      const [ana, bea] = await atDesk(world, where);
      cast = { luis, ana, bea, id: await arriveWithCase(luis, DIAGNOSED) };
    });
    after(() => world.stop());

    for (const { title, desk, luis = [] } of STORY) {
      it(title, async () => {
        await desk?.(cast);

        await play(cast.luis, luis);
      });
    }

    it('leaves the same case behind', async () => {
      await world.rows.quiet();

      const { requester, draft, ...found } = await world.rows.case(cast.id);

      expect(requester).to.include({ channel: on, isGuest: on === 'web' });
      expect(draft.answers).to.deep.equal({ users: 'multiple', location: 'inside', computers: 'single' });
      expect(found).to.deep.include({
        status: 'closed',
        line: 'first',
        hears: 'bot',
        isDiagnosed: true,
        solved: null,
      });
      expect(found.closed?.how).to.equal('self-solved');
      expect(found.added).to.deep.equal(['It began this morning', 'and it happens each time']);
      expect(found.claim?.by.name).to.equal('Ana Beck');
      const trail = (await world.rows.entries(cast.id)).flatMap(({ event }) => (isDone(event.kind) ? [event] : []));
      const left = bare({ draft, ...found, trail });
      endedIn.left ??= left;
      expect(left).to.deep.equal(endedIn.left);
    });

    it('leaves the same lines in the audit', async () => {
      const lines = await told(world.rows, cast.id);

      // Only the page can tell what was read.
      const done = lines.filter((line) => !line.startsWith('nobody') && !line.includes('case-read'));
      expect(done.map((line) => line.replace(/ \[.*?\]/, ''))).to.deep.equal(TRAIL);
      expect(lines.flatMap((line) => /^nobody (\S+)/.exec(line)?.[1] ?? []).sort()).to.deep.equal(NOTED[on]);
      const via = where === 'page' ? 'page' : 'desk';
      expect(new Set(lines.flatMap((line) => /\[(.*?)\]/.exec(line)?.[1] ?? []))).to.deep.equal(new Set([via]));
    });

    it('says last that it is over, and leaves nothing unsaid', async () => {
      expect(newest(cast.luis).title).to.equal('Your case is closed');
      expect(await world.rows.dead()).to.deep.equal([]);
      expect(world.slack.faults, 'what Slack would refuse, or read as markup').to.deep.equal([]);
    });
  });
}

async function atDesk(world: DeskWorld, where: keyof typeof TO): Promise<[AtDesk, AtDesk]> {
  const { channel, slackChannel, agent, rows } = world;
  if (where === 'slack') {
    return [inSlackChannel(slackChannel, SLACK_ANA, rows), inSlackChannel(slackChannel, SLACK_BEA, rows)];
  }
  if (where === 'teams') return [inChannel(channel, ANA, rows), inChannel(channel, BEA, rows)];
  return [atPage(await agent('Ana Beck'), rows), atPage(await agent('Bea Lind'), rows)];
}
