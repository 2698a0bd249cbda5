import type { Page } from 'playwright-core';

/** Signs in at the desk; `token` where the address has none. */
export async function signIn(page: Page, name: string, token?: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  if (token !== undefined) await page.getByLabel('The desk’s token').fill(token);
  await page.keyboard.press('Enter');
  await page.locator('#who', { hasText: name }).waitFor();
}

/** Opens a case from the list. */
export async function openCase(page: Page, id: string): Promise<void> {
  await page.getByRole('link', { name: id }).click();
  await page.locator('#case-card .card').waitFor();
}

/** Presses a button of the case that is open. */
export async function press(page: Page, label: string): Promise<void> {
  await page.locator('#case-card').getByRole('button', { name: label, exact: true }).click();
}

/** Waits until the trail of the open case has this. */
export async function trailHas(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('.line', { hasText: text }).last().waitFor();
}

/** Writes an answer by *Reply…* and sends it. */
export async function reply(page: Page, text: string): Promise<void> {
  await press(page, 'Reply…');
  await page.locator('#panel').getByLabel('Your answer').fill(text);
  await page.locator('#panel').getByRole('button', { name: 'Send', exact: true }).click();
  await trailHas(page, text);
}
