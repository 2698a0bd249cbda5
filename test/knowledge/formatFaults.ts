import type { BrokenPack } from './lintFaults.ts';

/** Faults of the format and of the YAML itself. */
export const FORMAT_FAULTS: readonly BrokenPack[] = [
  {
    fault: 'a key given twice',
    edit: ['language: en\n', 'language: en\nlanguage: en\n'],
    faults: [['language: en\ntitle', 'this key is here twice: keep one of them']],
  },
  {
    fault: 'a key that isn’t known',
    edit: ['        minutes: 10\n', '        minutes: 10\n        duration: 10\n'],
    faults: [['duration: 10', '`duration` isn’t known here: correct its spelling, or remove it']],
  },
  {
    fault: 'a missing key, at the first line of what lacks it',
    edit: ['    fixedBy: Only those who run the service.\n', ''],
    faults: [['- id: service-outage', '`fixedBy` is missing: add it']],
  },
  {
    fault: 'a missing part of the pack, at its first line',
    edit: ['\nmoreHelp:\n  label: Office 365 Community\n', '\nmoreHelp:\n'],
    faults: [['moreHelp:', '`label` is missing: add it']],
  },
  {
    fault: 'a step without a text',
    edit: ['        text: Run **Windows Update** and let it finish.\n', '        text: "  "\n'],
    faults: [['text: "  "', '`text` must not be empty']],
  },
  {
    fault: 'an empty step',
    edit: ['\n      - id: copy-link\n', '\n      -\n      - id: copy-link\n'],
    faults: [['-\n      - id: copy-link', 'item 1 of `steps` is empty: fill it in, or remove it']],
  },
  {
    fault: 'an empty substep',
    edit: ['          - Try whether other websites open.\n', '          - ""\n'],
    faults: [['- ""', 'item 1 of `substeps` must not be empty']],
  },
  {
    fault: 'a guide without steps',
    edit: ['workaround:\n', '  - { id: extra, title: Extra, steps: [] }\n\nworkaround:\n'],
    faults: [
      ['- { id: extra', '`steps` needs a step'],
      ['- { id: extra', 'nobody reaches guide `extra`: name it in a category that is used, or remove it'],
    ],
  },
  {
    fault: 'a link of a step that isn’t http or https',
    edit: ['url: http://support.microsoft.com/kb/2693625/', 'url: ftp://support.microsoft.com/kb/2693625/'],
    faults: [['url: ftp:', '`url` must be an http or https link']],
  },
  {
    fault: 'a link that would run a script',
    edit: ['url: http://community.office365.com/', 'url: "javascript:alert(1)"'],
    faults: [['url: "javascript', '`url` must be an http or https link']],
  },
  {
    fault: 'a link of the source without a scheme',
    edit: ['link: https://support', 'link: support'],
    faults: [['link: support', '`link` must be an http or https link']],
  },
  {
    fault: 'another format',
    edit: ['format: 1\n', 'format: 2\n'],
    faults: [['format: 2', '`format` must be 1, the only format this version reads']],
  },
  {
    fault: 'a version that YAML reads as a number',
    edit: ['version: "1.0.0"', 'version: 1.0'],
    faults: [['version: 1.0', '`version` must be a text (put it in quotes)']],
  },
  {
    fault: 'a day that isn’t one',
    edit: ['reviewed: 2013-05-31', 'reviewed: May 2013'],
    faults: [['reviewed: May', '`reviewed` must be a day as YYYY-MM-DD']],
  },
  {
    fault: 'an id in capitals',
    edit: ['      - id: rename-user\n', '      - id: Rename User\n'],
    faults: [['- id: Rename', '`id` must be lower-case words joined by hyphens']],
  },
  {
    fault: 'an option that takes the place of “I don’t know”',
    edit: ['            - id: signed-in\n', '            - id: unknown\n'],
    faults: [['- id: unknown', '`id` “unknown” and “none” are taken']],
  },
  {
    fault: 'half a minute',
    edit: ['minutes: 10\n', 'minutes: 0.5\n'],
    faults: [['minutes: 0.5', '`minutes` must be a whole number']],
  },
  {
    fault: 'no minutes',
    edit: ['minutes: 10\n', 'minutes: 0\n'],
    faults: [['minutes: 0', '`minutes` must be at least 1']],
  },
  {
    fault: 'a step that takes days',
    edit: ['minutes: 10\n', 'minutes: 2880\n'],
    faults: [['minutes: 2880', '`minutes` must be at most 240']],
  },
  {
    fault: 'an audience that isn’t known',
    edit: ['        audience: admin\n        minutes: 20\n', '        audience: boss\n        minutes: 20\n'],
    faults: [['audience: boss', '`audience` must be one of user, admin']],
  },
  {
    fault: 'a text where a list belongs',
    edit: ['errors: ["reference ID 43 (source ID 241)"]', 'errors: reference ID 43 (source ID 241)'],
    faults: [['errors: reference', '`errors` must be a list']],
  },
  {
    fault: 'a question with one option',
    edit: [
      '\nscoping:\n',
      '\n  - { id: extra, ask: a, askForOther: a, short: a, options: [{ id: a, label: a, short: a }] }\n\nscoping:\n',
    ],
    faults: [['- { id: extra', '`options` needs two options or more']],
  },
  {
    fault: 'a ready-made question in two lines',
    edit: ['\nasks:\n', '\nasks:\n  - "One?\\nTwo?"\n'],
    faults: [['- "One?', 'item 1 of `asks` must be one line']],
  },
  {
    fault: 'a ready-made question that is a speech',
    edit: ['\nasks:\n', `\nasks:\n  - Or ${'is it '.repeat(40)}?\n`],
    faults: [['- Or is it', 'item 1 of `asks` must be at most 200 characters']],
  },
  {
    fault: 'an empty ready-made question',
    edit: ['\nasks:\n', '\nasks:\n  - ""\n'],
    faults: [['- ""', 'item 1 of `asks` must not be empty']],
  },
  {
    fault: 'more ready-made questions than anybody reads',
    edit: ['\nasks:\n', `\nasks:\n${Array.from({ length: 16 }, (_, at) => `  - Question ${at}?\n`).join('')}`],
    faults: [['asks:\n', '`asks` must have at most 20 items']],
  },
  {
    fault: 'an alias',
    edit: ['  label: Office 365 Community', '  label: *community'],
    faults: [['label: *community', '`*community` isn’t read in a pack: write it out']],
  },
  {
    fault: 'a second document',
    edit: ['\nmoreHelp:\n', '\n---\nmoreHelp:\n'],
    faults: [['---\nmoreHelp', 'a pack is one document: remove what begins here']],
  },
  {
    fault: 'a type that a pack has no use for',
    edit: ['language: en', 'language: !secret en'],
    faults: [['language: !secret', 'this isn’t valid YAML: Unresolved tag: !secret']],
  },
];
