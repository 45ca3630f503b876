import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually } from '../testkit/eventually.ts';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults, settled } from './support/browser.ts';
import { TOPOLOGY, WHY_NOT, type Product } from './support/product.ts';

const OWNER = { name: 'Ada Lovelace', email: 'ada@engines.example', password: 'copper violin river stone' };
const NEW_NAME = 'Ada King, Countess of Lovelace';
/** Low enough that lists have to be scrolled. */
const WINDOW = { width: 1280, height: 560 };
const CUSTOMERS = ['id,name,city', ...Array.from({ length: 60 }, (_, id) => `${id},Customer ${id},${['Oslo', 'Rome'][id % 2]}`)];
const RUN_MS = 120_000;
const SCROLLED_PX = 400;

describe.skipIf(WHY_NOT !== null)(`a person at the shell, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  let product: Product;
  let page: Page;
  let faults: string[];
  const { dataFolder, needsBrowser, visit } = atBrowser({
    onReady: (stage) => {
      ({ product, page, faults } = stage);
    },
    loggedOut: true,
  });
  const scrolled = () => page.evaluate<number>('window.scrollY');
  const focused = () => page.evaluate<string | null>('document.activeElement?.getAttribute("href")');
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  test('registers, drops a file on the home and is led to its mapping', async (context) => {
    needsBrowser(context);
    await page.setViewportSize(WINDOW);
    await visit('/register');
    await page.getByLabel('Company').fill('Engines');
    await page.getByLabel('Your name').fill(OWNER.name);
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
    await button('Register').click();
    await page.waitForURL(`${product.url}/`);
    await page.locator('[data-next-step] [data-drop-zone]').waitFor();
    const file = join(dataFolder, 'customers.csv');
    writeFileSync(file, `${CUSTOMERS.join('\n')}\n`);
    await page.getByLabel('Files', { exact: true }).setInputFiles(file);
    await button('Connect 1 file').click();
    await page.waitForURL(/\/connections\/[^/]+\?new$/);
    await page.locator('[data-step="MAP"][data-status="WAITING"]').waitFor({ timeout: RUN_MS });
    expect(await page.locator('h1').textContent()).toBe('customers');
  });

  test('back leads to where one was on the page, with the focus where it was; the next page begins at its top', async (context) => {
    needsBrowser(context);
    await visit('/connections/catalogue');
    const link = page.locator('[data-connector] h2 a').last();
    const href = await link.getAttribute('href');
    await link.focus();
    await link.scrollIntoViewIfNeeded();
    await expect.poll(scrolled).toBeGreaterThan(SCROLLED_PX);
    const before = await scrolled();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${href}`);
    await settled(page);
    await expect.poll(scrolled).toBe(0);
    await expect.poll(() => page.locator('[data-announcer]').textContent()).toBe((await page.title()).replace(' · AutonomOS', ''));
    await page.goBack();
    await expect.poll(scrolled).toBe(before);
    await expect.poll(focused).toBe(href);
  });

  test('the palette goes, remembers where one was, finds what is written in Help and changes the theme', async (context) => {
    needsBrowser(context);
    await visit('/');
    const typed = page.locator('[cmdk-input]');
    const row = (name: string) => page.locator('[cmdk-item]', { hasText: name }).first();
    await page.keyboard.press('Control+k');
    await typed.fill('runs');
    await page.getByRole('option', { name: 'Runs', exact: true }).click();
    await page.waitForURL(/\/agents\/runs$/);
    await page.locator('[data-run] a').first().click();
    await page.waitForURL(/\/runs\//);
    const title = 'Sync of customers';
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await expect.poll(() => page.evaluate<string>('JSON.stringify({ ...localStorage })')).toContain(title);
    await visit('/settings');
    await page.keyboard.press('Control+k');
    await row(title).waitFor();
    await typed.fill('quarantine');
    await page.locator('[cmdk-group]', { hasText: 'In Help' }).locator('[cmdk-item]').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await typed.fill('light theme');
    await page.getByRole('option', { name: 'Light theme', exact: true }).click();
    await expect.poll(() => page.evaluate('document.documentElement.dataset.theme')).toBe('light');
  });

  test('a decision is on screen at once, and taken back and told when it does not get through', async (context) => {
    needsBrowser(context);
    await visit('/agents');
    const held: Route[] = [];
    const isDecision = (route: Route) => route.request().postData()?.includes('mutation DecideApproval') ?? false;
    await page.route('**/graphql', (route) => (isDecision(route) ? void held.push(route) : route.fallback()));
    const status = () => page.locator('article[data-approval]').getAttribute('data-status');
    expect(await status()).toBe('PENDING');
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await expect.poll(status).toBe('APPROVED');
    // A change whose connection broke is sent once more; then it is given up.
    await expect.poll(() => held.length).toBe(1);
    await held[0]?.abort();
    await expect.poll(() => held.length).toBe(2);
    await held[1]?.abort();
    await expect.poll(status).toBe('PENDING');
    await page.locator('[data-problem="SERVER_UNREACHABLE"]').waitFor();
    await page.unroute('**/graphql');
    await page.locator('[data-approve]').click();
    await expect.poll(() => page.locator('[data-bell]').count()).toBe(1);
    await page.locator('article[data-status="PENDING"]').waitFor({ state: 'detached' });
  });

  test('whoever is offline is told, keeps what is on screen, and goes on where they were', async (context) => {
    needsBrowser(context);
    await visit('/settings/profile');
    await page.getByLabel('Your name').fill(NEW_NAME);
    await page.locator('[data-line="fine"]').waitFor({ state: 'attached' });
    await page.context().setOffline(true);
    await page.locator('[data-line="offline"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await button('Save').click();
    await page.locator('[data-problem="SERVER_UNREACHABLE"]').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe(NEW_NAME);
    await page.context().setOffline(false);
    await page.locator('[data-line="fine"]').waitFor({ state: 'attached' });
    expect(await page.getByLabel('Your name').inputValue()).toBe(NEW_NAME);
  });

  test('whose session ends in the middle of an edit logs in over the page, and what was typed is still there', async (context) => {
    needsBrowser(context);
    const token = await page.evaluate<string>(`JSON.parse(localStorage.getItem('autonomos.session')).token`);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const body = JSON.stringify({ query: 'mutation { logOutEverywhere { count } }' });
    expect((await fetch(`${product.url}/graphql`, { method: 'POST', headers, body })).status).toBe(200);
    const asked = JSON.stringify({ query: '{ viewer { user { id } } }' });
    const refused = async () => {
      const reply = await fetch(`${product.url}/graphql`, { method: 'POST', headers, body: asked });
      const { data } = (await reply.json()) as { data?: { viewer: unknown } | null };
      return (data?.viewer ?? null) === null;
    };
    await eventually('the session is over for the server', refused);
    // The page may have noticed by itself; what was typed is sent all the same.
    await page.locator('form:has([name="displayName"])').evaluate('(form) => form.requestSubmit()');
    const sheet = page.locator('[data-log-in-again]');
    await sheet.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sheet.getByLabel('E-mail').inputValue()).toBe(OWNER.email);
    await sheet.getByLabel('Password', { exact: true }).fill(OWNER.password);
    await sheet.getByRole('button', { name: 'Log in', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(page.url()).toBe(`${product.url}/settings/profile`);
    expect(await page.getByLabel('Your name').inputValue()).toBe(NEW_NAME);
    await button('Save').click();
    await page.getByText('Your profile is saved.').waitFor();
    await page.reload();
    await settled(page);
    expect(await page.getByLabel('Your name').inputValue()).toBe(NEW_NAME);
  });

  test('nothing of the page’s own has failed meanwhile', (context) => {
    needsBrowser(context);
    const ours = faults.filter((fault) => !/Failed to load resource|net::ERR|WebSocket/.test(fault));
    expect(ours).toEqual([]);
  });
});
