/** A small edit of the shipped pack, and what is said of it. `at` is a text that begins on the line that is named. */
export interface BrokenPack {
  readonly fault: string;
  readonly edit: readonly [find: string, replace: string];
  readonly faults: readonly (readonly [at: string, message: string])[];
}

const QUESTIONS = 'users, location, computers';
const CATEGORIES =
  'client-issue, user-identity-issue, provisioning-issue, lync-federation-issue, external-network-issue, network-issue, service-outage, network-connectivity, incorrect-file-association, not-applicable';
const GUIDES = 'client, network, file-association, identity, federation, web-app';

/** Every fault that the linter finds beyond the format. */
export const LINT_FAULTS: readonly BrokenPack[] = [
  {
    fault: 'a combination that no rule covers',
    edit: [
      '  - when: { users: multiple, location: both, computers: multiple }',
      '  - when: { users: single, location: both }',
    ],
    faults: [['scoping:', 'no rule covers { users: multiple, location: both, computers: multiple }: add one']],
  },
  {
    fault: 'combinations that two rules cover',
    edit: ['{ users: multiple, location: both, computers: multiple }', '{ users: multiple, computers: multiple }'],
    faults: ['inside', 'outside'].map((location, index) => [
      '- when: { users: multiple, computers: multiple }',
      `{ users: multiple, location: ${location}, computers: multiple } is covered by rule ${index + 4} already: one of the two has to be narrower`,
    ]),
  },
  {
    fault: 'a combination that no rule covers since no contradiction excepts it any more, and an unknown question',
    edit: ['- when: { users: single, location: both }', '- when: { users: single, place: both }'],
    faults: [
      ['scoping:', 'no rule covers { users: single, location: both, computers: multiple }: add one'],
      ['- when: { users: single, place: both }', `there is no question \`place\`: add it, or use one of ${QUESTIONS}`],
    ],
  },
  {
    fault: 'an unknown option',
    edit: [
      '- when: { users: multiple, location: both, computers: multiple }',
      '- when: { users: multiple, location: all, computers: multiple }',
    ],
    faults: [
      ['scoping:', 'no rule covers { users: multiple, location: both, computers: multiple }: add one'],
      [
        '- when: { users: multiple, location: all',
        'there is no option `all` in question `location`: add it, or use one of inside, outside, both',
      ],
    ],
  },
  {
    fault: 'more combinations than can be walked through for every card',
    edit: [
      '\nscoping:\n',
      `${Array.from({ length: 7 }, (_, index) => `\n  - { id: q${index}, ask: a, askForOther: a, short: a, options: [{ id: a, label: a, short: a }, { id: b, label: b, short: b }] }`).join('')}\n\nscoping:\n`,
    ],
    faults: [['questions:', 'the questions have 1536 combinations of answers: ask less, 1000 at most']],
  },
  {
    fault: 'an unknown category in a rule',
    edit: ['categories: [client-issue]\n    because', 'categories: [client-isue]\n    because'],
    faults: [
      ['categories: [client-isue]', `there is no category \`client-isue\`: add it, or use one of ${CATEGORIES}`],
    ],
  },
  {
    fault: 'an unknown category in a symptom',
    edit: ['categories: [client-issue]\n    phrases', 'categories: [client-issue, nothing]\n    phrases'],
    faults: [
      ['categories: [client-issue, nothing]', `there is no category \`nothing\`: add it, or use one of ${CATEGORIES}`],
    ],
  },
  {
    fault: 'an unknown guide in a category, and the guide that nobody reaches any more',
    edit: ['guide: federation\n', 'guide: federations\n'],
    faults: [
      ['guide: federations', `there is no guide \`federations\`: add it, or use one of ${GUIDES}`],
      ['- id: federation\n', 'nobody reaches guide `federation`: name it in a category that is used, or remove it'],
    ],
  },
  {
    fault: 'a way in whose guide is missing',
    edit: ['workaround:\n  guide: web-app', 'workaround:\n  guide: browser'],
    faults: [['guide: browser', `there is no guide \`browser\`: add it, or use one of ${GUIDES}`]],
  },
  {
    fault: 'a category that nobody uses, and its guide that nobody reaches',
    edit: ['categories: [incorrect-file-association]', 'categories: [client-issue]'],
    faults: [
      [
        '- id: incorrect-file-association',
        'no rule and no symptom names category `incorrect-file-association`: name it in one, or remove it',
      ],
      [
        '- id: file-association',
        'nobody reaches guide `file-association`: name it in a category that is used, or remove it',
      ],
    ],
  },
  {
    fault: 'a symptom without a guide',
    edit: ['categories: [network-connectivity]', 'categories: [service-outage]'],
    faults: [
      [
        '- id: network-connectivity',
        'no rule and no symptom names category `network-connectivity`: name it in one, or remove it',
      ],
      ['categories: [service-outage]', 'symptom `ie-error` leads to no guide: give it a category that has one'],
    ],
  },
  {
    fault: 'two equal questions',
    edit: [
      '\nscoping:\n',
      '\n  - { id: location, ask: a, askForOther: a, short: a, options: [{ id: a, label: a, short: a }, { id: b, label: b, short: b }] }\n\nscoping:\n',
    ],
    faults: [
      ['- { id: location, ask', '`location` is already the id of item 2 of this list: give this one another id'],
    ],
  },
  {
    fault: 'two equal options',
    edit: ['      - id: both\n', '      - id: inside\n'],
    faults: [
      [
        '- id: inside\n        label: Both',
        '`inside` is already the id of item 1 of this list: give this one another id',
      ],
      [
        '- when: { users: multiple, location: both',
        'there is no option `both` in question `location`: add it, or use one of inside, outside, inside',
      ],
      [
        '- when: { users: single, location: both',
        'there is no option `both` in question `location`: add it, or use one of inside, outside, inside',
      ],
    ],
  },
  {
    fault: 'a category named twice in a rule',
    edit: ['[network-issue, service-outage]', '[network-issue, network-issue, service-outage]'],
    faults: [['categories: [network-issue, network-issue', '`network-issue` is named twice: name it once']],
  },
  {
    fault: 'two equal categories',
    edit: ['\nsymptoms:\n', '\n  - { id: network-issue, label: a, meaning: a, fixedBy: a }\n\nsymptoms:\n'],
    faults: [
      ['- { id: network-issue', '`network-issue` is already the id of item 6 of this list: give this one another id'],
    ],
  },
  {
    fault: 'two equal symptoms',
    edit: ['- id: file-open-dialog', '- id: ie-error'],
    faults: [
      [
        '- id: ie-error\n    title: A File',
        '`ie-error` is already the id of item 1 of this list: give this one another id',
      ],
    ],
  },
  {
    fault: 'two equal guides',
    edit: ['  - id: identity\n', '  - id: client\n'],
    faults: [
      [
        'guide: identity\n\n  # The article',
        `there is no guide \`identity\`: add it, or use one of ${GUIDES.replace('identity', 'client')}`,
      ],
      [
        'guide: identity\n\n  # The sentence',
        `there is no guide \`identity\`: add it, or use one of ${GUIDES.replace('identity', 'client')}`,
      ],
      ['- id: client\n    title: Sort', '`client` is already the id of item 1 of this list: give this one another id'],
    ],
  },
  {
    fault: 'two equal steps',
    edit: ['      - id: desktop-setup\n', '      - id: windows-update\n'],
    faults: [
      [
        '- id: windows-update\n        title: Run the',
        '`windows-update` is already the id of item 1 of this list: give this one another id',
      ],
    ],
  },
  {
    fault: 'two equal options of a branch',
    edit: ['            - id: anonymous\n', '            - id: authenticated\n'],
    faults: [
      [
        '- id: authenticated\n              label: As guests',
        '`authenticated` is already the id of item 1 of this list: give this one another id',
      ],
      [
        'condition: { step: join-kind, is: anonymous }\n        links:\n          - label: "KB 2693625',
        'step `join-kind` has no option `anonymous`: use one of authenticated, authenticated',
      ],
      [
        'condition: { step: join-kind, is: anonymous }\n        links:\n          - label: "KB 2566790',
        'step `join-kind` has no option `anonymous`: use one of authenticated, authenticated',
      ],
    ],
  },
  {
    fault: 'a ready-made question twice',
    edit: ['\nasks:\n', '\nasks:\n  - Are you in?\n  - Are you in?\n'],
    faults: [['  - Are you in?\n  - What', 'this is item 1 of this list once more: keep one of them']],
  },
];
