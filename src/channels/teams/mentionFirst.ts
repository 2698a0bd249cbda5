import type { Activity, ChannelAccount, Entity } from 'botbuilder';

/** A post that mentions them first, each by their name. */
export function mentionFirst(
  { text = '', textFormat: _, ...rest }: Partial<Activity>,
  accounts: readonly ChannelAccount[],
): Partial<Activity> {
  const entities = accounts.map(
    (account): Entity => ({ type: 'mention', text: `<at>${account.name}</at>`, mentioned: account }),
  );
  const names = entities.map((entity) => String(entity['text']));
  return { ...rest, text: [...names, escapeMarkup(text)].join(' ').trim(), entities };
}

/** A text with mentions is read as markup, so what stands in it must not look like any. */
function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&');
}
