import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults } from './support/browser.ts';
import { TOPOLOGY, WHY_NOT } from './support/product.ts';
import { writeTwoSources } from './support/two-sources.ts';

const WORK_MS = 90_000;
/** More evidence than any two records have: a person is asked about every pair. */
const ALWAYS_ASK = '99';

describe.skipIf(WHY_NOT !== null)(
  `a person who makes one of two sources, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`,
  () => {
    let page: Page;
    let faults: string[];
    let record = '';

    const { dataFolder, needsBrowser, visit } = atBrowser({
      onReady: (stage) => {
        ({ page, faults } = stage);
      },
    });
    /** Looks at a page again until `holds`. */
    const until = async (path: string, holds: () => Promise<boolean>): Promise<void> => {
      const look = async (): Promise<boolean> => {
        await visit(path);
        return holds();
      };
      await expect.poll(look, { timeout: WORK_MS, interval: 1_000 }).toBe(true);
    };
    const members = async (): Promise<number> => Number(await page.locator('[data-members]').getAttribute('data-members'));

    test('accepts the mappings of both by keyboard alone', async (context) => {
      needsBrowser(context);
      const { crm, billing } = writeTwoSources(dataFolder);
      for (const file of [crm, billing]) {
        await visit('/connections/new');
        await page.getByLabel('Files', { exact: true }).setInputFiles([file]);
        await page.getByRole('button', { name: 'Connect 1 file' }).click();
        await page.getByRole('link', { name: 'Review the mapping' }).first().click({ timeout: WORK_MS });
        await page.locator('[data-proposal][data-status="PROPOSED"]').waitFor({ timeout: WORK_MS });
        await page.keyboard.press('j');
        await page.locator('[data-field][data-current]').waitFor();
        await page.keyboard.press('o');
        await page.locator('[data-detail]').waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.keyboard.press('a');
        await page.locator('[data-field][data-seen]').waitFor();
        await page.locator('[data-accept]').focus();
        await page.keyboard.press('Enter');
        await page.locator('[data-published]').waitFor({ timeout: WORK_MS });
      }
    });

    test('wants to be asked about every pair', async (context) => {
      needsBrowser(context);
      await until('/ontology/resolution/Account?part=scores', async () => (await page.locator('[data-chart="histogram"]').count()) > 0);
      await page.getByLabel('Merge without asking from').fill(ALWAYS_ASK);
      await page.getByRole('button', { name: 'Set the policy' }).click();
      await page.getByText('The policy holds from now on').first().waitFor();
      await until('/ontology/resolution/Account', async () => (await page.locator('[data-pair][data-status="POSSIBLE"]').count()) > 0);
      expect(await accessibilityFaults(page)).toEqual([]);
    });

    test('sees what speaks for a pair, decides it with a key, and finds the merged record', async (context) => {
      needsBrowser(context);
      await page.locator('[data-pair][data-current] [data-chart="weights"]').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      const pair = await page.locator('[data-pair][data-current]').getAttribute('data-pair');
      await page.keyboard.press('a');
      await expect.poll(() => page.locator(`[data-pair="${pair}"]`).count()).toBe(0);
      await until('/ontology/resolution/Account?status=MATCH', async () => (await page.locator(`[data-pair="${pair}"]`).count()) === 1);
      await page.locator(`[data-pair="${pair}"] [data-pair-values] a`).first().click();
      await page.waitForURL(/\/ontology\/records\//);
      record = new URL(page.url()).pathname;
      await until(record, async () => (await members()) === 2);
      expect(await page.locator('[data-value="name"]').textContent()).not.toBe('–');
    });

    test('splits the record, and takes that back', async (context) => {
      needsBrowser(context);
      await page.locator('[data-member] input[type="checkbox"]').first().check();
      await page.locator('[data-split]').click();
      // The scores split records too when the policy changed; the newest change is the person's own.
      const newest = page.locator('[data-change]').first();
      await expect.poll(() => newest.getAttribute('data-change'), { timeout: WORK_MS }).toBe('SPLIT');
      await newest.locator('[data-undo]').click();
      await page.locator('[data-change="UNDONE"]').first().waitFor({ timeout: WORK_MS });
      await until(record, async () => (await page.locator('[data-members]').count()) === 1 && (await members()) === 2);
    });

    test('follows a value to the column and the file it comes from', async (context) => {
      needsBrowser(context);
      await page.locator('[data-lineage="name"]').click();
      await page.locator('[data-graph]').waitFor();
      await expect.poll(() => page.locator('[data-node^="FIELD:"]').count()).toBeGreaterThan(0);
      await page.locator('[data-node][tabindex="0"]').focus();
      await page.keyboard.press('ArrowLeft');
      expect(await page.evaluate<string | null>('document.activeElement.getAttribute("data-node")')).toMatch(/^(?!VALUE)/);
      await page.getByRole('group', { name: 'How it is shown' }).getByText('Table').click();
      expect(await page.getByRole('region', { name: 'Lineage' }).textContent()).toMatch(/account_name|customer_name/);
    });

    test('renames an attribute in a draft, sees the difference and publishes it', async (context) => {
      needsBrowser(context);
      await visit('/ontology/edit?kind=CHANGE_ATTRIBUTE&type=Account&part=website');
      await page.locator('input[name="name"]').fill('homepage');
      await page.locator('input[name="label"]').fill('Home page');
      await page.locator('[data-edit-model]').click();
      await page.locator('[data-difference="CHANGED"]').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.locator('input[name="note"]').fill('As the company calls it');
      await page.locator('[data-publish]').click();
      await page.locator('[data-draft="0"]').waitFor({ timeout: WORK_MS });
      await visit('/ontology/edit/versions');
      expect(await page.locator('[data-version]').first().textContent()).toContain('As the company calls it');
      await until('/ontology/Account', async () => (await page.getByText('Home page').count()) > 0);
    });

    test('axe finds nothing on any page of Unify, light or dark', async (context) => {
      needsBrowser(context);
      const routes = ['', '?as=table', '?type=Account', '/edit', '/edit/versions', '/mappings', '/mappings/jobs', '/mappings/pairs', '/views', '/views/no-such-view', '/resolution', '/resolution/Account?part=clusters', '/resolution/Account', '/resolution/Account?part=scores', '/resolution/Account?part=history', '/quality', '/quality?part=tests', '/quality?part=totals', '/lineage', '/Account', '/NoSuchType', '/records/no-such-record'].map((path) => `/ontology${path}`); // prettier-ignore
      const found: string[] = [];
      for (const route of [...routes, record]) {
        await visit(route);
        for (const theme of ['light', 'dark']) {
          await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
          found.push(...(await accessibilityFaults(page)).map((fault) => `${route}, ${theme}: ${fault}`));
        }
      }
      expect(found).toEqual([]);
    });

    test('no page ran into an error of its own', (context) => {
      needsBrowser(context);
      expect(faults.filter((fault) => !fault.includes('net::ERR_ABORTED'))).toEqual([]);
    });
  },
);
