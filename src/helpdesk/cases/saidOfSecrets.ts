/** What people say of a password, a PIN or a token when they don't say what it is. */
const WORDS = new Set(
  `about above accepted actually after again all almost already also always always an and another any anything are
  as ask asked asks at auto automatic autofill available away bad be because been before being below between blank
  blocked both box broken but by cached called came can cannot capital capitals case change changed character
  characters check checked clear come comes complex complicated compromised confirmed copied correct correctly could
  date dead default denied did different digit digits disabled do does doesnt done dont down duplicate each either
  else empty enough entered error errors even ever every everything exactly expired expires expiring fails failed
  failing false field fine first for forgot forgotten from gave get gets getting given go goes going gone
  good got gray greyed grey had half has have having he her here hers hidden his how however i id if ill im impossible
  in incorrect inside instead invalid is isnt issue it its ive just keeps known last later less let like likely
  locked long longer lost lot managed mandatory many may maybe me mean means might mine missing mistyped more most
  must my na need needed needs never new nice no nobody none nope nor normal not nothing now null of off ok okay old on
  once one only open optional or other others our ours out outdated over page part perhaps permanent please policy
  possible possibly prefilled problem prompt prompted prompts public quite ready really refused rejected remembered
  required requested requests reset right safe same saved says screen secure see seems sensitive sent
  sequence set several shared she short should shown similar simple since so some somehow something sometimes soon
  space spaces still stored strong stuck such supposed sure synced syncing temporary than that thats the their theirs
  them then there these they thing think this those though through till time times to today together too tried true
  try trying twice two typed typing unchanged under undefined unique unknown until up updated uppercase us used useless
  user using usual valid ve verified very via visible want wants was wasnt way we weak well went were what whatever
  when where whether which while who whole whose why will window with within without wont work worked working works
  would write wrong wrongly yes yesterday yet you your yours`.split(/\s+/),
);

/** "expired", "working", "definitely", "readable". */
const ENDING = /(?:ed|ing|ly|[ai]ble)$/;

/** "doesn't", "won’t"; "Microsoft's". */
const SHORTENED = /(?:n['’]t|['’]s)$/;

/** Letters only, with what joins them. */
const WORD = /^\p{L}[\p{L}.'’/-]*$/u;

/**
 * Whether that is a word said of a secret. `isAlone`: nothing follows it, so that a word which only has the form of one
 * doesn't count.
 */
export function isSaidOfSecrets(text: string, isAlone: boolean): boolean {
  const word = text.toLowerCase();
  if (!WORD.test(word)) return false;
  if (WORDS.has(word.replace(/['’./]/g, ''))) return true;
  if (!isAlone && SHORTENED.test(word)) return true;
  return word.split(/[-/]/).every((part) => WORDS.has(part) || (!isAlone && ENDING.test(part)));
}
