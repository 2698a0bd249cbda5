/**
 * How many are remembered. A channel delivers again within minutes, so this is enough for 2,000 turns a minute;
 * at about 200 bytes each it is 2 MB.
 */
const REMEMBERED = 10_000;

/** Which deliveries this process has answered. What it has forgotten is answered again, never left without an answer. */
export interface AnsweredDeliveries {
  add(delivery: string): void;
  has(delivery: string): boolean;
}

/** Remembers the last 10,000 deliveries, or as many as told; the oldest goes first. */
export function createAnsweredDeliveries(limit: number = REMEMBERED): AnsweredDeliveries {
  const answered = new Set<string>();

  return {
    add(delivery) {
      answered.delete(delivery);
      answered.add(delivery);
      if (answered.size > limit) dropOldest(answered);
    },
    has: (delivery) => answered.has(delivery),
  };
}

/** A set gives its values in the order in which they were added. */
function dropOldest(values: Set<string>): void {
  for (const oldest of values) {
    values.delete(oldest);
    return;
  }
}
