import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { companyAsOf } from '../../sandbox/company/company.ts';
import { ACCESS, vendorsOfCompany } from '../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../sandbox/http/server.ts';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults, settled } from './support/browser.ts';
import { CONNECT } from './support/connect-routes.ts';
import { TOPOLOGY, WHY_NOT, type Product } from './support/product.ts';

const SYNC_MS = 90_000;
const VENDOR = ACCESS.METRONOME;

describe.skipIf(WHY_NOT !== null)(`a person who connects a system, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  let sandbox: Sandbox;
  let product: Product;
  let page: Page;
  let faults: string[];
  let connection = '';

  beforeAll(async () => {
    sandbox = await startSandbox({ vendors: vendorsOfCompany(companyAsOf(new Date())), port: 0 });
  });
  afterAll(() => sandbox.close());
  const { needsBrowser, visit } = atBrowser({
    onReady: (stage) => {
      ({ product, page, faults } = stage);
    },
  });
  const attribute = (selector: string, name: string) => page.locator(selector).first().getAttribute(name);

  test('finds a system in the catalogue by keyboard alone', async (context) => {
    needsBrowser(context);
    await visit('/connections/catalogue');
    expect(await page.locator('[data-connector]').count()).toBeGreaterThan(5);
    await page.getByRole('searchbox', { name: 'Find a connector' }).focus();
    await page.keyboard.type('metronome');
    await expect.poll(() => page.locator('[data-connector]').count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('find')).toBe('metronome');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${product.url}/connections/new/metronome`);
  });

  test('is told beside the field that the key is wrong, and what the system shows with the right one', async (context) => {
    needsBrowser(context);
    await settled(page);
    await page.locator('input[name="address"]').fill(`${sandbox.url}/${VENDOR.path}`);
    await page.locator('input[name="secret"]').fill('not the key');
    await page.locator('[data-test-source]').click();
    await page.locator('input[name="secret"][aria-invalid="true"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('input[name="secret"]').fill(VENDOR.secret);
    await page.locator('[data-test-source]').click();
    await page.locator('[data-tested="answered"]').waitFor();
    expect(page.url()).not.toContain(VENDOR.secret);
  });

  test('connects it and sees it land, object by object', async (context) => {
    needsBrowser(context);
    await page.getByRole('button', { name: 'Connect Metronome' }).click();
    await page.waitForURL(/\/connections\/[^/]+\?new$/);
    connection = new URL(page.url()).pathname;
    await page.locator('[data-live="live"]').first().waitFor({ timeout: SYNC_MS });
    await expect.poll(() => attribute('[data-step="LAND"]', 'data-status'), { timeout: SYNC_MS }).toBe('SUCCEEDED');
    await page.getByRole('link', { name: 'Review the mapping' }).first().click();
    await page.locator('[data-accept]').click();
    await page.locator('[data-published]').waitFor({ timeout: SYNC_MS });
    await visit(`${connection}/settings`);
    expect(await attribute('[data-schedule]', 'data-schedule')).toBe('EVERY');
  });

  test('wants to be asked before anything is repaired', async (context) => {
    needsBrowser(context);
    await visit('/connections/drift/policy');
    await page.locator('[data-switch="automatic"]').click();
    expect(await attribute('[data-switch="automatic"]', 'aria-checked')).toBe('false');
    await page.getByRole('button', { name: 'Set the policy' }).click();
    await page.getByText('The policy holds from now on').first().waitFor();
  });

  test('sees that the system calls a field otherwise, and what waits for it', async (context) => {
    needsBrowser(context);
    sandbox.controls.drift('metronome', [{ op: 'RENAME', object: 'customer', field: 'name', to: 'display_name' }]);
    await visit(`${connection}/drift`);
    await page.locator('[data-observe]').click();
    await page.locator('[data-drift="RENAMED"][data-status="OPEN"]').waitFor({ timeout: SYNC_MS });
    await page.locator('[data-drift="RENAMED"] a').click();
    await expect.poll(() => page.locator('[data-field]').allTextContents()).toEqual(['name', 'display_name']);
    expect(await accessibilityFaults(page)).toEqual([]);
    await visit(connection);
    await page.locator('[data-read-again]').click();
    await visit('/connections/quarantine');
    const waiting = () => page.locator('[data-quarantine-group="DRIFTED"]').count();
    await expect.poll(async () => (await waiting()) > 0 || (await page.reload().then(() => settled(page)), await waiting()) > 0, { timeout: SYNC_MS, interval: 1_000 }).toBe(true); // prettier-ignore
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('approves the repair with its preview, and what waited is brought in', async (context) => {
    needsBrowser(context);
    await visit('/connections/drift/repairs?status=PROPOSED');
    await page.locator('[data-repair] a').first().click();
    await page.getByRole('region', { name: 'Records before and after' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('[data-accept-repair]').click();
    await page.locator('[data-repair-status="APPLIED"]').waitFor();
    const emptied = async (): Promise<boolean> => {
      await visit('/connections/quarantine');
      return (await page.locator('[data-quarantine-group="DRIFTED"]').count()) === 0;
    };
    await expect.poll(emptied, { timeout: SYNC_MS, interval: 1_000 }).toBe(true);
  });

  test('sees all of it in the mesh and in the flow', async (context) => {
    needsBrowser(context);
    await visit('/connections/mesh');
    expect(Number(await page.locator('[data-drift-24h]').textContent())).toBeGreaterThan(0);
    expect(await page.locator('[data-repairs-approved]').textContent()).toBe('1');
    await page.locator('[data-map-connection="Metronome"]').waitFor();
    await visit('/connections/flow');
    await expect.poll(async () => Number(await attribute('[data-stage="LANDED"]', 'data-stage-records'))).toBeGreaterThan(0);
  });

  test('axe finds nothing on any page of Connect, light or dark', async (context) => {
    needsBrowser(context);
    const own = ['', '/syncs', '/drift', '/settings'].map((part) => `${connection}${part}`);
    const found: string[] = [];
    for (const route of [...CONNECT, ...own]) {
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
});
