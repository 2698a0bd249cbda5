/** What can be promised about the next answer. Times are UTC. */
export type AnswerPromise =
  /** Open now; `until` is null where the desk never closes. */
  | { readonly kind: 'open'; readonly until: Date | null }
  | { readonly kind: 'closed'; readonly opensAt: Date }
  /** No hours in sight: nothing can be promised. */
  | { readonly kind: 'never' }
  /** Nobody has said what the hours are: nothing can be promised either, but somebody may well be there. */
  | { readonly kind: 'unknown' };

/** Some open time of each week. */
export interface OpenSpan {
  /** ISO: 1 is Monday, 7 Sunday; the day on which it begins. */
  readonly day: number;
  /** Minutes after midnight, by the clock on the wall. `to` is over 1440 for a shift past midnight. */
  readonly from: number;
  readonly to: number;
}

/** When the desk is open. */
export interface DeskHours {
  /** IANA: the zone in which the hours are meant. */
  readonly zone: string;
  promise(at: Date): AnswerPromise;
  isOpen(at: Date): boolean;
  /** When so many minutes of open time have passed since `from`; null when they never will. */
  afterOpenMinutes(from: Date, minutes: number): Date | null;
}
