import type { BrokenPack } from './lintFaults.ts';

/** Steps that lack what they must say, and conditions on what can't have been chosen before. */
export const STEP_FAULTS: readonly BrokenPack[] = [
  {
    fault: 'an admin’s step that says nothing to the person',
    edit: ['        forPerson: Ask the admin of the other organization to check the settings on their side too.\n', ''],
    faults: [
      [
        '- id: other-organization',
        'step `other-organization` is for an admin: say in `forPerson` what the person will see',
      ],
    ],
  },
  {
    fault: 'a destructive step without a warning',
    edit: [
      '        platforms: [windows]\n        minutes: 30\n\n      # That the tool',
      '        platforms: [windows]\n        risk: destructive\n        minutes: 30\n\n      # That the tool',
    ],
    faults: [['- id: windows-update', 'step `windows-update` destroys something: say in `warning` what is lost']],
  },
  {
    fault: 'a condition on a step that doesn’t exist',
    edit: ['{ step: sign-in-check, is: cannot-sign-in }', '{ step: sign-in, is: cannot-sign-in }'],
    faults: [
      ['condition: { step: sign-in,', 'no step `sign-in` comes before this one in guide `client`: name one that does'],
    ],
  },
  {
    fault: 'a condition on a step that comes later',
    edit: [
      '        platforms: [windows]\n        minutes: 30\n\n      # That the tool',
      '        platforms: [windows]\n        minutes: 30\n        condition: { step: sign-in-check, is: signed-in }\n\n      # That the tool',
    ],
    faults: [
      [
        'condition: { step: sign-in-check, is: signed-in }',
        'no step `sign-in-check` comes before this one in guide `client`: name one that does',
      ],
    ],
  },
  {
    fault: 'a condition on a step of another guide',
    edit: ['{ step: sign-in-check, is: cannot-sign-in }', '{ step: join-kind, is: anonymous }'],
    faults: [
      [
        'condition: { step: join-kind, is: anonymous }',
        'no step `join-kind` comes before this one in guide `client`: name one that does',
      ],
    ],
  },
  {
    fault: 'a condition on a step without a branch',
    edit: ['{ step: sign-in-check, is: cannot-sign-in }', '{ step: certificate, is: cannot-sign-in }'],
    faults: [
      [
        'condition: { step: certificate',
        'step `certificate` has no branch to choose from: give it one, or drop the condition',
      ],
    ],
  },
  {
    fault: 'a condition on an option that doesn’t exist',
    edit: ['{ step: sign-in-check, is: cannot-sign-in }', '{ step: sign-in-check, is: failed }'],
    faults: [
      [
        'condition: { step: sign-in-check, is: failed',
        'step `sign-in-check` has no option `failed`: use one of signed-in, cannot-sign-in',
      ],
    ],
  },
];
