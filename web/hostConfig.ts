import { HostConfig } from 'adaptivecards';

/** What a rem is to the renderer, in pixels; cardElement.ts turns its sizes back into rem. */
export const REM = 16;

const colour = (name: string) => ({ default: `var(--${name})`, subtle: 'var(--quiet)' });

const foregroundColors = {
  default: colour('text'),
  dark: colour('text'),
  light: colour('quiet'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('fault'),
};

const ground = (name: string) => ({ backgroundColor: `var(--${name})`, borderColor: 'var(--line)', foregroundColors });

/**
 * How cards look, made from the custom properties of tokens.css. Colours stay properties, so that a change of theme
 * needs no new drawing.
 * @param token the value of a custom property as written there
 * @param interactive false for a card that can only be read any more
 * @param headingLevel of the title of a card, among the headings of its page
 */
export function createHostConfig(
  token: (name: string) => string,
  interactive: boolean,
  headingLevel: 2 | 3 = 2,
): HostConfig {
  const pixels = (name: string) => Number.parseFloat(token(name)) * REM;
  return new HostConfig({
    supportsInteractivity: interactive,
    fontTypes: { default: font('var(--font-text)', pixels, token), monospace: font('var(--font-code)', pixels, token) },
    lineHeights: sizes('--line', pixels),
    spacing: {
      small: pixels('--space-2'),
      default: pixels('--space-3'),
      medium: pixels('--space-4'),
      large: pixels('--space-5'),
      extraLarge: pixels('--space-6'),
      padding: pixels('--space-4'),
    },
    separator: { lineThickness: 1, lineColor: 'var(--line)' },
    containerStyles: {
      default: ground('surface'),
      emphasis: ground('sunken'),
      accent: ground('accent-tint'),
      good: ground('good-tint'),
      warning: ground('warning-tint'),
      attention: ground('fault-tint'),
    },
    textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
    textBlock: { headingLevel },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', weight: 'bolder' },
    },
    // Distances between buttons are set in card.css, where a phone can have others.
    actions: { maxActions: 8, buttonSpacing: 0, spacing: 'none', allowTitleToWrap: true },
  });
}

function font(fontFamily: string, pixels: (name: string) => number, token: (name: string) => string): object {
  const normal = Number(token('--weight-normal'));
  return {
    fontFamily,
    fontSizes: sizes('--text', pixels),
    fontWeights: { lighter: normal, default: normal, bolder: Number(token('--weight-strong')) },
  };
}

function sizes(prefix: string, pixels: (name: string) => number): object {
  return {
    small: pixels(`${prefix}-small`),
    default: pixels(`${prefix}-normal`),
    medium: pixels(`${prefix}-medium`),
    large: pixels(`${prefix}-large`),
    extraLarge: pixels(`${prefix}-huge`),
  };
}
