import { AdaptiveCard, GlobalRegistry, GlobalSettings, Table, Versions } from 'adaptivecards';
import { ChoiceField } from './choiceField.ts';
import { plainHtml } from './plainText.ts';
import { TextField } from './textField.ts';
import { TimeField } from './timeField.ts';

/** Sets the renderer up for this page; once, before the first card. */
export function setUpAdaptiveCards(): void {
  // Texts come escaped for clients that read Markdown; here they are shown as they are, never as markup.
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = plainHtml(text);
    result.didProcess = true;
  };
  // A card is not a control: only what is on it takes the focus.
  GlobalSettings.setTabIndexAtCardRoot = false;
  GlobalSettings.useAdvancedTextBlockTruncation = false;
  GlobalRegistry.defaultElements.register('Input.Text', TextField, Versions.v1_0);
  GlobalRegistry.defaultElements.register('Input.Time', TimeField, Versions.v1_0);
  GlobalRegistry.defaultElements.register('Input.ChoiceSet', ChoiceField, Versions.v1_0);
  // The package promises to have no side effects, so a bundler drops the table that nobody names.
  GlobalRegistry.defaultElements.register('Table', Table, Versions.v1_5);
}
