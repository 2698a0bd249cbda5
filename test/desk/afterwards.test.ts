import { expect } from 'chai';
import {
  type Chat,
  clicks,
  doesNotSee,
  hears,
  isOffered,
  type Line,
  newest,
  play,
  says,
  sees,
} from '../support/chat.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { ASKED, arriveWithCase, caseIdOn, DIAGNOSED } from './toCase.ts';

/** How a case ends that was just sent; `act` is something that the desk does. */
const ENDS: readonly (readonly [
  how: string,
  end: (chat: Chat, act: (data: object) => Promise<unknown>) => Promise<void>,
])[] = [
  ['withdrawn', (chat) => play(chat, [says('withdraw'), sees('You withdrew it')])],
  ['solved without the helpdesk', (chat) => play(chat, [says('it’s solved'), sees('It’s solved. Good!')])],
  [
    'confirmed',
    async (chat, act) => {
      await act({ verb: 'desk-solve', cause: 'other' });
      await play(chat, [hears('Ana took'), hears('Are you in?'), says('yes'), sees('You said that you’re in')]);
    },
  ],
];

/** Where the person was when they asked for somebody, and what they see again. */
const FROM: readonly (readonly [where: string, lines: readonly Line[], back: string])[] = [
  ['the first card', [], 'Can’t join a meeting?'],
  ['a question', ASKED, 'How many people'],
  ['the diagnosis', DIAGNOSED, 'Most likely: Client issue'],
];

for (const on of ['web', 'teams'] as const) {
  describe(`once a case is over ${on === 'web' ? 'on the page' : 'in Teams'}`, () => {
    let world: DeskWorld;
    before(async () => {
      world = await startDeskWorld();
    });
    after(() => world.stop());

    for (const [how, end] of ENDS) {
      for (const [where, lines, back] of FROM) {
        it(`${how}, the person is back at ${where}, and the bot hears them`, async () => {
          const ana = await world.agent('Ana');
          const chat = world[on]();
          const id = await arriveWithCase(chat, lines);
          await end(chat, (data) => ana.click({ card: id, case: id, ...data }, id));

          await play(chat, [says('Thank you'), sees(back), doesNotSee('updated', 'Case number', 'You are talking to')]);

          await play(chat, [
            says('agent'),
            isOffered('Send'),
            says('It is back'),
            sees('I’ve added that'),
            clicks('Send'),
          ]);
          expect(caseIdOn(chat)).to.not.equal(id);
          expect((await world.rows.case(caseIdOn(chat))).text).to.equal('It is back');
        });
      }
    }

    it('by the fix, the person is told so, and can reopen it from there', async () => {
      const chat = world[on]();
      const id = await arriveWithCase(chat, ASKED);

      await play(chat, [says('way in'), says('I’m in'), sees(`I’ve closed ${id}`, 'You are talking to: the bot')]);
      expect((await world.rows.case(id)).closed?.how).to.equal('self-solved');
      await play(chat, [isOffered('My requests'), clicks('Reopen'), sees('Your case is with the helpdesk', id)]);
    });

    it('a word that means something is taken for it at once', async () => {
      const chat = world[on]();
      await arriveWithCase(chat, ASKED);
      await play(chat, [says('withdraw'), sees('You withdrew it')]);

      await play(chat, [says('just me'), sees('Inside or outside')]);

      expect(newest(chat).text).to.not.include('updated');
    });
  });
}
