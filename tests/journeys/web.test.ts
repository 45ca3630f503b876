import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults, openPage, settled } from './support/browser.ts';
import { TOPOLOGY, WHY_NOT, type Product } from './support/product.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
const FILES = readdirSync(EXAMPLES).map((name) => join(EXAMPLES, name));
const CUSTOMERS = 40;
const QUESTION = 'how many customers do we have';
const CONNECT_MS = 60_000;

describe.skipIf(WHY_NOT !== null)(`a person at the browser, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  const { needsBrowser } = atBrowser({
    onReady: (stage) => {
      ({ product, browser, page, faults } = stage);
    },
    loggedOut: true,
  });

  test('is asked to log in, and comes in through the link of the terminal', async (context) => {
    needsBrowser(context);
    await page.goto(`${product.url}/connections`);
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    const link = /http\S+\/welcome#\S+/.exec(product.output())?.[0] ?? '';
    await page.goto(link);
    await page.waitForURL(`${product.url}/`);
    await settled(page);
    await expect.poll(() => page.getByRole('navigation').first().isVisible()).toBe(true);
  });

  test('stays logged in after a reload, and the link works only once', async (context) => {
    needsBrowser(context);
    await page.reload();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/');
    const link = /http\S+\/welcome#\S+/.exec(product.output())?.[0] ?? '';
    const { page: other } = await openPage(browser);
    await other.goto(link);
    await other.getByRole('alert').waitFor();
    await other.context().close();
  });

  test('uploads the example files and sees them read', async (context) => {
    needsBrowser(context);
    await page.goto(`${product.url}/connections/new`);
    await page.getByLabel('Files', { exact: true }).setInputFiles(FILES);
    await page.getByRole('button', { name: `Connect ${FILES.length} files` }).click();
    await page.getByRole('link', { name: 'Review the mapping' }).waitFor({ timeout: CONNECT_MS });
    await expect.poll(() => page.locator('[data-step="LAND"]').getAttribute('data-status'), { timeout: CONNECT_MS }).toBe('SUCCEEDED');
    expect(await page.getByText('1 row set aside').count()).toBeGreaterThan(0);
  });

  test('reviews the proposed mapping and accepts it', async (context) => {
    needsBrowser(context);
    await page.getByRole('link', { name: 'Review the mapping' }).click();
    await page.locator('[data-proposal][data-status="PROPOSED"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('[data-accept]').click();
    await page.locator('[data-published]').waitFor({ timeout: CONNECT_MS });
  });

  test('asks in plain English and reads the number the files hold', async (context) => {
    needsBrowser(context);
    await page.goto(`${product.url}/ask`);
    await page.getByRole('combobox', { name: 'Your question' }).fill(QUESTION);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.locator('[data-answer-text]').waitFor();
    expect(await page.locator('[data-answer-text]').textContent()).toContain(String(CUSTOMERS));
    expect(new URL(page.url()).searchParams.get('q')).toBe(QUESTION);
  });

  test('moves through the galaxy with the keyboard, and a planet becomes the question', async (context) => {
    needsBrowser(context);
    const galaxy = page.locator('[data-galaxy]');
    await galaxy.waitFor();
    expect(await galaxy.locator('[data-node]').count()).toBeGreaterThan(2);
    await galaxy.locator('[data-node][tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    const focused = await page.evaluate<string | null>(`document.activeElement.getAttribute('data-node')`);
    await page.keyboard.press('Enter');
    await page.locator('[data-held]').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).not.toBe(QUESTION);
    expect(focused).not.toBeNull();
    await page.goBack();
    await page.locator('[data-answer-text]').waitFor();
  });

  test('goes on from the answer in few words, and is told how that was read', async (context) => {
    needsBrowser(context);
    await page.getByRole('textbox', { name: 'Go on from this answer' }).fill('and per city?');
    await page.keyboard.press('Enter');
    await page.locator('[data-read-as]').waitFor();
    await settled(page);
    expect(new URL(page.url()).searchParams.get('after')).not.toBeNull();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goBack();
    await settled(page);
  });

  test('opens a word of the question, and looks at the number more closely', async (context) => {
    needsBrowser(context);
    await page.goto(`${product.url}/ask?q=${encodeURIComponent('revenue')}`);
    await settled(page);
    await page.locator('[data-token="METRIC"] button').first().click();
    await page.getByRole('dialog', { name: /^What else/ }).waitFor();
    await settled(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const part of ['why', 'unusual', 'forecast']) {
      await page.locator(`[data-deeper-open="${part}"]`).click();
      await page.locator(`[data-deeper="${part}"]`).waitFor();
      await settled(page);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await page.goto(`${product.url}/ask?q=${encodeURIComponent(QUESTION)}`);
    await settled(page);
  });

  test('stands for the answer, and takes that back', async (context) => {
    needsBrowser(context);
    await page.locator('[data-verify]').click();
    await page.locator('[data-verified]').waitFor();
    await page.locator('[data-verify]').click();
    await expect.poll(() => page.locator('[data-verified]').count()).toBe(0);
  });

  test('sees the same answer as a table, with its address kept', async (context) => {
    needsBrowser(context);
    await page.getByRole('group', { name: 'View' }).getByText('Table').click();
    await page.getByRole('heading', { name: 'Result' }).waitFor();
    const address = page.url();
    await page.goto(address);
    await page.getByRole('heading', { name: 'Result' }).waitFor();
    expect(await page.getByRole('table').first().textContent()).toContain(String(CUSTOMERS));
  });

  test('is told why a question cannot be answered, and what would help', async (context) => {
    needsBrowser(context);
    await page.goto(`${product.url}/ask?q=${encodeURIComponent('what is our churn')}`);
    await settled(page);
    await expect.poll(() => page.locator('main').textContent()).toMatch(/churn/i);
    expect(await page.locator('[data-answer-text]').count()).toBe(0);
  });

  test('axe would find a button without a name', async (context) => {
    needsBrowser(context);
    const { page: faulty } = await openPage(browser);
    await faulty.setContent('<html lang="en"><head><title>x</title></head><body><main><h1>x</h1><button></button></main></body></html>');
    expect((await accessibilityFaults(faulty)).join()).toMatch(/^button-name/);
    await faulty.context().close();
  });

  test('no script of any page failed on the way', (context) => {
    needsBrowser(context);
    expect(faults).toEqual([]);
  });
});
