import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';

const WEB = new URL('../../web/', import.meta.url);
const css = readFileSync(new URL('tokens.css', WEB), 'utf8');
const STYLES = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.css') && file !== 'tokens.css',
);
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const THEMES = { light: coloursOf(light), dark: new Map([...coloursOf(light), ...coloursOf(dark)]) };

/** Text and what it stands on: 4.5 : 1. Source: WCAG 2.2, 1.4.3. */
const TEXTS = [
  ['text', ['page', 'surface', 'sunken', 'accent-tint', 'good-tint', 'warning-tint', 'fault-tint']],
  ['quiet', ['page', 'surface', 'sunken', 'accent-tint']],
  ['accent', ['page', 'surface', 'sunken', 'accent-tint', 'warning-tint']],
  ['accent-deep', ['page', 'surface']],
  ['on-accent', ['accent', 'accent-deep']],
  ['good', ['surface', 'good-tint']],
  ['warning', ['surface', 'warning-tint']],
  ['fault', ['page', 'surface', 'fault-tint']],
] as const;

/** Edges by which a control is known, and what they stand on: 3 : 1. Source: WCAG 2.2, 1.4.11. */
const EDGES = [
  ['edge', ['page', 'surface', 'sunken']],
  ['accent', ['page', 'surface', 'line', 'sunken']],
  ['fault', ['surface']],
] as const;

function coloursOf(text: string): Map<string, string> {
  return new Map([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('the colours of the page', () => {
  for (const [theme, colours] of Object.entries(THEMES)) {
    const ratio = (one: string, other: string) => contrast(colours.get(one) ?? '', colours.get(other) ?? '');

    for (const [text, grounds] of TEXTS) {
      it(`lets ${text} be read on ${grounds.join(', ')} in the ${theme} theme`, () => {
        for (const ground of grounds) expect(ratio(text, ground), ground).to.be.at.least(4.5);
      });
    }

    for (const [edge, grounds] of EDGES) {
      it(`lets controls be seen by ${edge} on ${grounds.join(', ')} in the ${theme} theme`, () => {
        for (const ground of grounds) expect(ratio(edge, ground), ground).to.be.at.least(3);
      });
    }
  }

  it('has each colour in both themes', () => {
    expect([...coloursOf(dark).keys()]).to.deep.equal([...coloursOf(light).keys()]);
  });

  for (const file of STYLES) {
    it(`takes every colour of ${file} from one place`, () => {
      const text = readFileSync(new URL(file, WEB), 'utf8');

      expect(text.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/gi)).to.equal(null);
    });
  }

  for (const file of ['index.html', 'desk.html']) {
    it(`draws the icon of ${file} in the colours of the pages`, () => {
      const page = readFileSync(new URL(file, WEB), 'utf8');
      const used = [...page.matchAll(/%23([0-9a-f]{6})/g)].map(([, colour]) => `#${colour}`);

      expect(used).to.have.members([THEMES.light.get('accent'), THEMES.light.get('on-accent')]);
    });
  }
});
