import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults, settled } from './support/browser.ts';
import { TOPOLOGY, WHY_NOT, type Product } from './support/product.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
const CUSTOMERS = 40;

describe.skipIf(WHY_NOT !== null)(
  `who sees which data, at the browser, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`,
  () => {
    let product: Product;
    let page: Page;
    let faults: string[];

    const { needsBrowser } = atBrowser({
      prepare: (started) => started.autonomos('connect', 'files', EXAMPLES, '--accept'),
      onReady: (stage) => {
        ({ product, page, faults } = stage);
      },
    });
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
