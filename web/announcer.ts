/** Long enough for every screen reader to have noticed, in milliseconds. */
const KEPT = 10_000;

/** The longest text that is read out by itself; the rest is there to be read. In characters. */
const LONGEST = 240;

/** Says things to those who use a screen reader, through a region that nobody sees: one line each, none replaces another. */
export function createAnnouncer(region: HTMLElement): (said: string) => void {
  return (said) => {
    const line = document.createElement('p');
    line.textContent = said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
    region.append(line);
    setTimeout(() => line.remove(), KEPT);
  };
}
