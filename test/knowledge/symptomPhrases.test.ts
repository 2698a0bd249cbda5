import { expect } from 'chai';
import { lyncPack } from './lyncPack.ts';
import { readTable } from './readTable.ts';

/** What people type, and the symptom that is meant by it; `-` for none. */
const TYPED = `
page not found in internet explorer                              | ie-error
I only get a 404 when I follow the join link                     | ie-error
IE says the page cannot be displayed when I open the meeting     | ie-error
Lync freezes                                                     | client-freezes
my Lync hangs as soon as the meeting begins                      | client-freezes
the client locks up                                              | client-freezes
the program is stuck after joining                               | client-freezes
a security warning                                               | security-warning
the same security message each time                              | security-warning
it keeps asking whether I trust it                               | security-warning
Meeting URL is not valid                                         | url-not-valid
it says the meeting URL isn’t valid                              | url-not-valid
invalid meeting link                                             | url-not-valid
reference ID 43                                                  | federation-error-43
error with source id 241                                         | federation-error-43
error 43 on joining their meeting                                | federation-error-43
a file open dialog instead of the meeting                        | file-open-dialog
it wants to open some .ocsmeet                                   | file-open-dialog
I should choose a file to open Lync with                         | file-open-dialog
I tried everything                                               | still-cannot-join
nothing helped                                                   | still-cannot-join
still can’t join                                                 | still-cannot-join
I can’t join                                                     | -
I can’t join the meeting                                         | -
my video freezes during the call                                 | -
Excel hangs                                                      | -
I have a new page on the intranet and it cannot be displayed     | -
the site of the canteen is not found                             | -
what is my security question                                     | -
the security guard sent a message                                | -
Word shows File Open when I press a key                          | -
I can’t open the file that was shown in the meeting              | -
which program do I open to join a meeting                        | -
I got the wrong meeting URL from a colleague                     | -
is this URL all right                                            | -
my ticket has the number 43                                      | -
my graphics card reports code 43                                 | -
nobody can hear me in the meeting                                | -
I tried to call you                                              | -
it happens to all of us                                          | -
everything is fine                                               | -
Lync is stuck at signing in                                      | -
tried everything, but Lync freezes                               | -
`;

describe('phrases of the Lync pack’s symptoms', () => {
  for (const [text = '', symptom = ''] of readTable(TYPED)) {
    it(`“${text}” means ${symptom === '-' ? 'no one symptom' : symptom}`, () => {
      const said = wordsOf(text);

      const meant = lyncPack.symptoms.filter(({ phrases }) =>
        phrases.some((phrase) => [...wordsOf(phrase)].every((word) => said.has(word))),
      );

      expect(meant.length === 1 ? meant[0]?.id : '-').to.equal(symptom);
    });
  }

  it('has no phrase of one common word', () => {
    const single = lyncPack.symptoms.flatMap(({ phrases }) => phrases).filter((phrase) => wordsOf(phrase).size < 2);

    expect(single).to.deep.equal(['ocsmeet']);
  });

  it('has no phrase twice, and none that another one includes', () => {
    const idle = lyncPack.symptoms.flatMap(({ id, phrases }) =>
      phrases
        .filter((phrase, index) =>
          phrases.some(
            (other, place) => place !== index && [...wordsOf(other)].every((word) => wordsOf(phrase).has(word)),
          ),
        )
        .map((phrase) => `${id}: ${phrase}`),
    );

    expect(idle).to.deep.equal([]);
  });
});

/** Whole words in lower case; an apostrophe belongs to its word. */
function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}’]+/gu));
}
