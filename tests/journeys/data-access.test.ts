import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { accessibilityFaults, findChromium, openBrowser, openPage, settled, WITHOUT_CHROMIUM } from './support/browser.ts';
import { newDataFolder, startProduct, TOPOLOGY, WHY_NOT, type Product } from './support/product.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
const CUSTOMERS = 40;
const chromium = findChromium();

describe.skipIf(WHY_NOT !== null)(
  `who sees which data, at the browser, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`,
  () => {
    const { dataFolder, discard } = newDataFolder();
    let product: Product;
    let browser: Browser;
    let page: Page;
    let faults: string[];

    beforeAll(async () => {
      if (chromium === null) return;
      product = await startProduct(dataFolder);
      await product.autonomos('connect', 'files', EXAMPLES, '--accept');
      browser = await openBrowser(chromium);
      ({ page, faults } = await openPage(browser));
      await page.goto(/http\S+\/welcome#\S+/.exec(product.output())?.[0] ?? '');
      await page.waitForURL(`${product.url}/`);
    });
    afterAll(async () => {
      if (chromium === null) return;
      await browser.close();
      await product[Symbol.asyncDispose]();
      discard();
    });
    const needsBrowser = (context: TestContext): void => {
      if (chromium === null) context.skip(WITHOUT_CHROMIUM);
    };

    test('a rule is written, tried on a member before it is saved, and holds for the next question', async (context) => {
      needsBrowser(context);
      await page.goto(`${product.url}/settings/data-access`);
      await settled(page);
      await page.locator('[data-add="row-rule"]').click();
      await page.getByLabel('Name', { exact: true }).fill('Own cities');
      await page.getByLabel('Entity type').selectOption({ label: 'Account' });
      await page.getByLabel('Compared').selectOption({ label: 'City' });
      await page.getByText('these values').click();
      await page.getByLabel('Values', { exact: true }).fill('Aarhus, Tromsø');
      await page.getByLabel('Owner', { exact: true }).check();
      await page.getByLabel('What would they see?').selectOption({ index: 1 });
      const tried = page.locator('[data-preview] [data-type="Account"]');
      await tried.waitFor();
      const visible = Number(await tried.getAttribute('data-visible'));
      expect(visible).toBeGreaterThan(0);
      expect(visible).toBeLessThan(CUSTOMERS);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Save the rule' }).click();
      await page.locator('[data-rule="Own cities"]').waitFor();
      await page.goto(`${product.url}/ask?q=${encodeURIComponent('how many customers do we have')}`);
      await page.locator('[data-limited]').waitFor();
      expect(await page.locator('[data-answer-value]').textContent()).toBe(String(visible));
      expect(await page.locator('[data-limited]').textContent()).toContain('Own cities');
    });

    test('a mask is written, and a question about what it hides is declined', async (context) => {
      needsBrowser(context);
      await page.goto(`${product.url}/settings/data-access`);
      await settled(page);
      await page.locator('[data-add="mask"]').click();
      await page.getByLabel('Name', { exact: true }).fill('Contacts');
      await page.getByLabel('Owner', { exact: true }).check();
      await page.getByRole('button', { name: 'Save the mask' }).click();
      await page.locator('[data-rule="Contacts"]').waitFor();
      await page.goto(`${product.url}/ask?q=${encodeURIComponent('number of customers by email')}`);
      await page.getByText('Your role does not see that').waitFor();
      expect(await page.locator('[data-answer-value]').count()).toBe(0);
    });

    test('what is removed holds no longer', async (context) => {
      needsBrowser(context);
      await page.goto(`${product.url}/settings/data-access`);
      await settled(page);
      for (const name of ['Own cities', 'Contacts']) {
        await page.getByRole('button', { name: `Remove ${name}` }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
        await page.locator(`[data-rule="${name}"]`).waitFor({ state: 'detached' });
      }
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.goto(`${product.url}/ask?q=${encodeURIComponent('how many customers do we have')}`);
      await expect.poll(() => page.locator('[data-answer-value]').textContent()).toBe(String(CUSTOMERS));
      expect(faults).toEqual([]);
    });
  },
);
