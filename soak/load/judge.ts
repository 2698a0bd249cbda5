/** Source: docs/reliability.md, `load`. */
const P99_MS = 300;
/** Of a run too short to judge the memory: it is over before all code is compiled, and other work on the machine shows in it. */
const SHORT_P99_MS = 1_000;
const RSS_MB = 300;
const SLOPE_MB_A_MINUTE = 1;
/** Of the deeds: with more left out, it were fewer messages a second than the run promises. */
const MOST_LEFT_OUT = 0.01;

/** What a run under load has measured. */
export interface Measured {
  readonly answersOtherThan200: number;
  readonly toldTooFast: number;
  /** Deeds that should have been done, and those of them left out since their person’s last was still running. */
  readonly deeds: number;
  readonly leftOut: number;
  /** Milliseconds that all but one of 100 messages took at most. */
  readonly p99: number;
  /** The most resident memory, in MB. */
  readonly highest: number;
  /** How it grew after warm-up, in MB a minute; null when the run was too short to tell. */
  readonly slope: number | null;
}

/** What must not have been, a sentence each. */
export function judge(measured: Measured): readonly string[] {
  const { deeds, leftOut, p99, highest, slope } = measured;
  const p99Limit = slope === null ? SHORT_P99_MS : P99_MS;
  return [
    ...(measured.answersOtherThan200 > 0 ? ['not every message was answered with 200'] : []),
    ...(measured.toldTooFast > 0 ? ['somebody was told that they go too fast'] : []),
    ...(leftOut <= MOST_LEFT_OUT * deeds ? [] : [`${leftOut} of ${deeds} deeds were left out: the load was lower`]),
    ...(p99 < p99Limit ? [] : [`p99 is ${p99.toFixed(0)} ms, not below ${p99Limit}`]),
    ...(highest < RSS_MB ? [] : [`RSS was ${highest.toFixed(0)} MB, not below ${RSS_MB}`]),
    ...(slope === null || slope < SLOPE_MB_A_MINUTE ? [] : [`RSS grew by ${slope.toFixed(2)} MB a minute`]),
  ];
}
