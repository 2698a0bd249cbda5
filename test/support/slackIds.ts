/** Of this process, so that no two things are ever taken for one. */
let made = 0;

/** The number of seconds with which the first begins: later than what the fake posts by a clock that stands still. */
const START = 1_700_100_000;

/** Fresh ids in the forms that Slack's have. Counted, never by the clock or by chance. */
export const slackIds = {
  /** Of a message or a deed. */
  ts: (): string => `${START + ++made}.${String(made).padStart(6, '0')}`,
  event: (): string => `Ev${padded()}`,
  file: (): string => `F${padded()}`,
  view: (): string => `V${padded()}`,
  trigger: (): string => `${++made}.${START}.made0up0${String(made).padStart(8, '0')}`,
  block: (): string => `x${++made}`,
  /** A UUID, as a client gives one to each message that it sends. */
  message: (): string => `5b1f6a50-0000-4000-8000-${String(++made).padStart(12, '0')}`,
};

function padded(): string {
  return `0FAKE${String(++made).padStart(5, '0')}`;
}
