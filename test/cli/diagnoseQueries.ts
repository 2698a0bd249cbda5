const NO_QUESTION = 'there is no such question: use users, location, computers';
const NO_USERS = 'question `users` has no such option: use single, multiple, unknown';
const NO_SYMPTOM =
  'there is no such symptom: use ie-error, client-freezes, security-warning, url-not-valid, federation-error-43, file-open-dialog, still-cannot-join, unknown';
const NO_KEY = 'there is a key that isn’t known: use `answers` and `symptom`';

/** Lines that `kb diagnose` can't accept, and what it says of them. */
export const BAD_QUERIES: readonly (readonly [line: string, error: string])[] = [
  ['hello', 'this isn’t JSON'],
  ['{"answers":{}', 'this isn’t JSON'],
  ['{"answers":{}}{"answers":{}}', 'this isn’t JSON'],
  ["{'answers':{}}", 'this isn’t JSON'],
  ['[', 'this isn’t JSON'],
  ['[]', 'a line must be a JSON object'],
  ['[{"answers":{}}]', 'a line must be a JSON object'],
  ['null', 'a line must be a JSON object'],
  ['7', 'a line must be a JSON object'],
  ['"answers"', 'a line must be a JSON object'],
  ['{"answer":{}}', NO_KEY],
  ['{"answers":{},"pack":"x"}', NO_KEY],
  ['{"__proto__":{"answers":{}}}', NO_KEY],
  ['{"constructor":1}', NO_KEY],
  ['{"answers":null}', '`answers` must be a JSON object'],
  ['{"answers":[]}', '`answers` must be a JSON object'],
  ['{"answers":"users"}', '`answers` must be a JSON object'],
  ['{"answers":{"moon":"full"}}', NO_QUESTION],
  ['{"answers":{"__proto__":{"users":"single"}}}', NO_QUESTION],
  ['{"answers":{"toString":"single"}}', NO_QUESTION],
  ['{"answers":{"Users":"single"}}', NO_QUESTION],
  ['{"answers":{"users":"dozens"}}', NO_USERS],
  ['{"answers":{"users":"inside"}}', NO_USERS],
  ['{"answers":{"users":"Single"}}', NO_USERS],
  ['{"answers":{"users":""}}', NO_USERS],
  ['{"answers":{"users":null}}', NO_USERS],
  ['{"answers":{"users":1}}', NO_USERS],
  ['{"answers":{"users":["single"]}}', NO_USERS],
  ['{"symptom":"smoke"}', NO_SYMPTOM],
  ['{"symptom":"none"}', NO_SYMPTOM],
  ['{"symptom":43}', NO_SYMPTOM],
  ['{"symptom":["ie-error"]}', NO_SYMPTOM],
  ['{"answers":{"users":"x"},"symptom":"y","z":1}', `${NO_USERS}; ${NO_SYMPTOM}; ${NO_KEY}`],
  [`{"answers":${'['.repeat(50_000)}`, 'this isn’t JSON'],
  [`{"answers":${'{"users":'.repeat(3_000)}1${'}'.repeat(3_000)}}`, NO_USERS],
];

/** Lines that mean the same as one without anything known. */
export const EMPTY_QUERIES: readonly string[] = [
  '{}',
  ' {} ',
  '{"answers":{}}',
  '{"symptom":null}',
  '{"symptom":"unknown"}',
  '{"answers":{"users":"unknown"},"symptom":"unknown"}',
  '{"answers":{"users":"unknown","location":"unknown","computers":"unknown"},"symptom":null}',
];
