/** Why a mail was not accepted, by its code: the end of a sentence for the desk. */
export function enWhyNoMail(code: string): string {
  const [, answer] = /^smtp-(\d+)$/.exec(code) ?? [];
  if (answer !== undefined) return ofAnswer(answer);
  switch (code) {
    case 'no-mail':
      return 'no mail can be sent from here any more';
    case 'not-an-address':
      return 'the address is not one that mail can go to';
    case 'too-large':
      return 'it is too large for the mail server, even without the files';
    case 'unclear':
      return 'the mail server did not say whether it took it, so it may have arrived all the same';
    default:
      return `the mail server could not be reached for too long (${code})`;
  }
}

/** What a mail server says by number. Source: RFC 5321, 4.2.3; RFC 4954, 6. */
function ofAnswer(answer: string): string {
  switch (answer) {
    case '530':
    case '534':
    case '535':
    case '538':
      return `the mail server did not let us sign in (${answer})`;
    default:
      return answer.startsWith('5')
        ? `the mail server refused it (${answer})`
        : `the mail server did not take it for too long (${answer})`;
  }
}
