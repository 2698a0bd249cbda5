import { expect } from 'chai';
import { readTyped } from '../../src/cards/readTyped.ts';
import { en } from '../../src/cards/text/en.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import { type Answers, type Draft, newDraft, positionOf } from '../../src/knowledge/index.ts';
import { lyncPack } from './lyncPack.ts';
import { readTable } from './readTable.ts';

/** `question | what is typed | option`, or `-` where it must be asked again. */
const TYPED = `
users     | just me                                   | single
users     | Only me!                                  | single
users     | me                                        | single
users     | myself                                    | single
users     | it’s me                                   | single
users     | it is only me, nobody else                | single
users     | Just one person                           | single
users     | 1                                         | single
users     | everyone else can join                    | single
users     | all of us                                 | multiple
users     | several of us                             | multiple
users     | Everyone                                  | multiple
users     | not just me                               | multiple
users     | it isn’t just me                          | multiple
users     | it isn't only me                          | multiple
users     | not only me, my colleagues too            | multiple
users     | me and my boss                            | -
users     | my boss and I                             | -
users     | more than one person                      | multiple
users     | nobody can get in                         | multiple
users     | no one else can join either               | multiple
users     | everyone else can’t join either           | multiple
users     | 2                                         | multiple
users     | the printer is jammed                     | -
location  | inside                                    | inside
location  | we all work here                          | inside
location  | they are employees                        | inside
location  | internal only                             | inside
location  | not outside                               | inside
location  | I'm in our company                        | inside
location  | externals                                 | outside
location  | they’re from another company              | outside
location  | a guest                                   | outside
location  | customers                                 | outside
location  | outside of our organization               | outside
location  | not inside                                | outside
location  | they don't work here                      | outside
location  | not in our company                        | outside
location  | both                                      | both
location  | inside and outside                        | both
location  | both internal and external                | both
location  | not only colleagues                       | both
location  | 3                                         | both
location  | from home                                 | -
location  | I am at home today                        | -
computers | one computer                              | single
computers | only on my pc                             | single
computers | just this laptop                          | single
computers | it works on another computer              | single
computers | only one                                  | single
computers | not on other computers                    | single
computers | several computers                         | multiple
computers | on all of them                            | multiple
computers | more than one computer                    | multiple
computers | not only on one, on several of them       | multiple
computers | my laptop and my pc                       | multiple
computers | not only my computer                      | multiple
computers | everywhere                                | multiple
computers | every computer I tried                    | multiple
computers | on another computer too                   | multiple
computers | yesterday                                 | -
`;

describe('typed answers to the Lync pack’s questions', () => {
  for (const [question = '', text = '', option = ''] of readTable(TYPED)) {
    it(`${question}: “${text}” is ${option === '-' ? 'not understood' : option}`, () => {
      const view = viewAt({ pack: lyncPack, draft: askedFor(question), texts: en, contact: undefined, desk: null });

      const action = readTyped(view, text, en);

      expect(action).to.deep.equal(option === '-' ? null : { verb: 'answer', question, option });
    });
  }
});

/** A case that stands at this question. */
function askedFor(question: string): Draft {
  const before = lyncPack.questions.slice(
    0,
    lyncPack.questions.findIndex(({ id }) => id === question),
  );
  const answers: Answers = Object.fromEntries(before.map(({ id }) => [id, 'unknown']));
  const draft = { ...newDraft(lyncPack), started: true, answers };
  expect(positionOf(lyncPack, draft)).to.nested.include({ at: 'question', 'question.id': question });
  return draft;
}
