import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults, settled } from './support/browser.ts';
import type { Product } from './support/product.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
const EDITOR_MS = 60_000;
const QUERY = 'query Kinds { entityTypes(first: 20) { totalCount nodes { label recordCount } } }';
const NAME = 'Kinds of records';

describe('a person who needs help, and one who writes programs', () => {
  let product: Product;
  let page: Page;
  let faults: string[];

  const { needsBrowser, visit } = atBrowser({
    onReady: (stage) => {
      ({ product, page, faults } = stage);
    },
  });
  const done = () => page.locator('[data-first-steps]').getAttribute('data-first-steps');
  const panel = (name: string) => page.getByRole('button', { name: `Show ${name}` }).click();
  const editor = async (query: string): Promise<void> => {
    await page.goto(`${product.url}/playground?query=${encodeURIComponent(query)}`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: EDITOR_MS });
  };
  const run = () => page.getByRole('button', { name: /^Execute query/ }).click();
  const shows = (text: string | RegExp) =>
    expect.poll(async () => (await page.locator('.result-window').textContent())?.replaceAll(' ', ' '), { timeout: EDITOR_MS }).toMatch(text); // prettier-ignore

  test('first steps tick themselves from what there is, never by a click', async (context) => {
    needsBrowser(context);
    await visit('/help');
    await expect.poll(done).toBe('0');
    const connected = await product.autonomos('connect', 'files', EXAMPLES, '--accept');
    expect(connected.code).toBe(0);
    await visit('/help');
    await expect.poll(done).toBe('3');
    await page.locator('[data-step="ask"] a').click();
    await page.locator('[data-answer-text]').waitFor();
    await visit('/help');
    await expect.poll(done).toBe('4');
  });

  test('Help is searched and read with the keyboard alone', async (context) => {
    needsBrowser(context);
    await page.getByLabel('Search the guides').focus();
    await page.keyboard.type('quarantine');
    await page.locator('[data-hit]').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('quarantine');
    expect(await page.locator('[data-hit] mark').count()).toBeGreaterThan(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/help\/|^\/connections/);
  });

  test('a part of a guide has an address of its own', async (context) => {
    needsBrowser(context);
    await visit('/help/guides/dashboards#refining');
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('refining');
    await page.getByRole('navigation', { name: 'Other guides' }).getByRole('link').last().click();
    await expect.poll(() => new URL(page.url()).pathname).not.toBe('/help/guides/dashboards');
  });

  test('an error leads to what it means and what to do', async (context) => {
    needsBrowser(context);
    await editor('{ noSuchField }');
    await run();
    await page.locator('[data-result-bar] [data-problem]').waitFor({ timeout: EDITOR_MS });
    const path = (await page.locator('[data-result-bar] [data-problem]').getAttribute('href')) ?? '';
    await visit(path);
    await page.locator('[data-error="GRAPHQL_VALIDATION_FAILED"]').waitFor();
    expect(new URL(page.url()).pathname).toBe('/help/errors/GRAPHQL_VALIDATION_FAILED');
    faults.length = 0;
  });

  test('a page leads to its guide', async (context) => {
    needsBrowser(context);
    await visit('/dashboards');
    await page.locator('[data-guide-link]').click();
    await page.locator('[data-guide="dashboards"]').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Dashboards');
  });

  test('fields are chosen instead of written, and the operation is taken along as code', async (context) => {
    needsBrowser(context);
    await editor(QUERY);
    await panel('Explorer');
    await page.locator('[data-explore="metrics"]').click();
    await expect.poll(() => page.locator('.graphiql-query-editor').textContent()).toMatch(/metrics/);
    await panel('Code');
    await page.getByText('urql', { exact: true }).click();
    await expect.poll(() => page.locator('[data-snippet="urql"]').textContent()).toMatch(/entityTypes[\s\S]*metrics/);
    expect((await accessibilityFaults(page)).filter((fault) => fault.includes('playground-panel'))).toEqual([]);
  });

  test('an operation is saved, renamed, opened by its link, deleted, and taken back', async (context) => {
    needsBrowser(context);
    await editor(QUERY);
    await panel('Saved operations');
    await page.getByRole('button', { name: 'Save this tab' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Draft');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Rename or change Draft' }).click();
    await page.getByLabel('Name', { exact: true }).fill(NAME);
    await page.keyboard.press('Enter');
    const row = page.locator('[data-saved]').filter({ hasText: NAME });
    await row.waitFor();
    const id = (await row.getAttribute('data-saved')) ?? '';
    await page.getByRole('button', { name: `Delete ${NAME}` }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    await page.goto(`${product.url}/playground?saved=${id}`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: EDITOR_MS });
    await run();
    await shows(/recordCount/);
    expect(id).not.toBe('');
  });

  test('a dashboard is made of the result, and shows it', async (context) => {
    needsBrowser(context);
    await page.locator('[data-make-dashboard]').click();
    await page.waitForURL(/\/dashboards\/new\?operation=/);
    await page.locator('[data-widget]').first().waitFor();
    await settled(page);
    expect(await page.locator('[data-widget]').count()).toBeGreaterThanOrEqual(2);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('a subscription streams with the log-in, is paused, and loses nothing meanwhile', async (context) => {
    needsBrowser(context);
    await editor('subscription Feed { tenantFeed { at title cursor } }');
    await run();
    await page.locator('[data-live="running"]').waitFor();
    const events = () => page.locator('[data-events]').getAttribute('data-events').then(Number);
    const sync = () => product.autonomos('connect', 'files', EXAMPLES, '--accept', '--name', `again ${Date.now()}`);
    await sync();
    await expect.poll(events, { timeout: EDITOR_MS }).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Pause' }).click();
    const before = await events();
    await sync();
    await page.getByRole('button', { name: /^Show again \(\d+\)/ }).click({ timeout: EDITOR_MS });
    expect(await events()).toBeGreaterThan(before);
    await page.getByRole('button', { name: 'Stop' }).first().click();
    await page.locator('[data-live="stopped"]').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(events).toBe(0);
  });

  test('no script of any page failed on the way', (context) => {
    needsBrowser(context);
    expect(faults).toEqual([]);
  });
});
