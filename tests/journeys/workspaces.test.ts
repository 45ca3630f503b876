import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults, settled } from './support/browser.ts';
import { TOPOLOGY, type Product } from './support/product.ts';

const LOADED_MS = 150_000;

// The demo company is a personal machine's.
describe.skipIf(TOPOLOGY !== 'embedded')('a newcomer with nothing of their own', () => {
  let product: Product;
  let page: Page;
  let faults: string[];

  const { needsBrowser } = atBrowser({
    onReady: (stage) => {
      ({ product, page, faults } = stage);
    },
  });
  const switcher = () => page.locator('[data-workspace-switcher]');

  test('makes a demo company from the empty overview and watches it being loaded', async (context) => {
    needsBrowser(context);
    await settled(page);
    await page.locator('[data-enter-demo]').click();
    await page.locator('[data-demo-banner]').waitFor();
    await page.locator('[data-demo-progress]').waitFor();
    await page.locator('[data-demo-hero="ready"]').waitFor({ timeout: LOADED_MS });
    await expect.poll(() => page.locator('[data-demo-progress]').count(), { timeout: LOADED_MS }).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('asks it a key question and is answered', async (context) => {
    needsBrowser(context);
    await page.getByRole('list', { name: 'Key questions' }).getByRole('link', { name: 'What is our actual MRR?' }).click();
    await page.locator('[data-answer-text]').waitFor();
    expect(await page.locator('[data-demo-banner]').count()).toBe(1);
  });

  test('goes to their own workspace, where nothing of it is seen, and back', async (context) => {
    needsBrowser(context);
    await page.locator('[data-connect-own]').click();
    await page.waitForURL(`${product.url}/connections/new`);
    await expect.poll(() => page.locator('[data-demo-banner]').count()).toBe(0);
    await page.goto(`${product.url}/connections`);
    await settled(page);
    expect(await page.locator('[data-connection]').count()).toBe(0);
    await switcher().click();
    await page.locator('[data-workspace="demo"]').click();
    await page.locator('[data-demo-banner]').waitFor();
  });

  test('removes the demo company after being asked, and is in their own workspace', async (context) => {
    needsBrowser(context);
    await switcher().click();
    await page.locator('[data-delete-demo]').click();
    await page.getByRole('dialog', { name: 'Remove the demo company?' }).getByRole('button', { name: 'Remove it' }).click();
    await expect.poll(() => page.locator('[data-demo-banner]').count(), { timeout: LOADED_MS }).toBe(0);
    await settled(page);
    await page.locator('[data-enter-demo]').waitFor();
  });

  test('no script of any page failed on the way', (context) => {
    needsBrowser(context);
    expect(faults).toEqual([]);
  });
});
