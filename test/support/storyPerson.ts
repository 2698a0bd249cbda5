import type { Locator, Page } from 'playwright-core';

/** The newest card of somebody's chat. */
export function newestCard(page: Page): Locator {
  return page.locator('.card').last();
}

/** Waits until the chat has this on its newest card. */
export async function hears(page: Page, text: string | RegExp): Promise<void> {
  await newestCard(page).getByText(text).first().waitFor();
}

/** Taps a button or a row of the newest card, and waits for what comes of it. */
export async function tap(page: Page, label: string, then: string): Promise<void> {
  const card = newestCard(page);
  const exact = card.getByRole('button', { name: label, exact: true });
  // A row is named by its number and its details, too.
  await exact
    .or(card.getByRole('button', { name: new RegExp(`^(\\d+\\s*)?${label}`) }))
    .first()
    .click();
  await hears(page, then);
}

/** Types a message into the chat and sends it. */
export async function type(page: Page, text: string): Promise<void> {
  await page.locator('#composer-text').fill(text);
  await page.locator('#composer-text').press('Enter');
}

/** Goes from the first card to the one that hands a case to the helpdesk. */
export async function askForPerson(page: Page): Promise<void> {
  await hears(page, 'Can’t join a meeting?');
  await tap(page, 'Start', 'How many people can’t join?');
  await tap(page, 'Just me', 'Inside or outside');
  await tap(page, 'Inside our organization', 'Does it happen on one computer');
  await tap(page, 'On one computer', 'What happens when you try to join?');
  await tap(page, 'Lync freezes', 'Most likely: Client issue');
  await tap(page, 'Talk to a person', 'What should they know?');
}

/** Sends a case to the helpdesk; resolves with its id. */
export async function sendCase(
  page: Page,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<string> {
  await askForPerson(page);
  await page.getByLabel('What should they know?').last().fill(text);
  await page.getByLabel('Your name').last().fill(name);
  await tap(page, 'Send', 'Your case is with the helpdesk');
  return caseId(page);
}

/** The id of the case on the newest card. */
export async function caseId(page: Page): Promise<string> {
  const words = await newestCard(page)
    .getByText(/UN-\w{4}-\w{2}/)
    .first()
    .textContent();
  return /UN-\w{4}-\w{2}/.exec(words ?? '')?.[0] ?? '';
}

/** The link to the case, as it stands in the head of the page. */
export async function caseLink(page: Page): Promise<string> {
  return (await page.locator('.case-link .copy-text').textContent()) ?? '';
}

/** Waits until the newest field of the chat to write several lines in has this. */
export async function fieldHas(page: Page, text: string): Promise<void> {
  const field = "[...document.querySelectorAll('.card textarea')].at(-1)";
  await page.waitForFunction(`${field}?.value.includes(${JSON.stringify(text)})`);
}
