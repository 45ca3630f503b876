import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { settled } from './support/browser.ts';
import type { Product } from './support/product.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
const SENTENCE = 'Business overview';
const MANY = 500;
/** What is drawn of a board of many widgets: a few screens of them. */
const MOST_DRAWN = 80;
const STEPS_OF_A_DRAG = 8;

const changed = (on: Page) => on.locator('[data-dashboard]').getAttribute('data-changed');
const title = (on: Page) => on.locator('[data-dashboard-title]').textContent();
const places = (on: Page) => on.locator('[data-box]').evaluateAll((all) => all.map((each) => each.getAttribute('style')));

/** Sends an operation as whoever is logged in on the page. */
async function send(on: Page, query: string, variables: object): Promise<unknown> {
  const text = `(async () => {
    const key = Object.keys(localStorage).find((each) => JSON.parse(localStorage.getItem(each) ?? '0')?.token);
    const { token } = JSON.parse(localStorage.getItem(key));
    const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + token };
    return (await (await fetch('/graphql', { method: 'POST', headers, body: ${JSON.stringify(JSON.stringify({ query, variables }))} })).json()).data;
  })()`;
  return on.evaluate(text);
}

const SAVE = `mutation Save($input: SaveDashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id } } } }`;

/** Takes a widget by its handle and carries it across the board; the button is still down afterwards. */
async function carry(on: Page, widget: number, by: { x: number; y: number }): Promise<void> {
  const handle = on.locator('[data-widget-handle]').nth(widget);
  await handle.hover();
  const box = await handle.boundingBox();
  if (!box) throw new Error('the handle is on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await on.mouse.move(x, y);
  await on.mouse.down();
  for (let step = 1; step <= STEPS_OF_A_DRAG; step++)
    await on.mouse.move(x + (by.x * step) / STEPS_OF_A_DRAG, y + (by.y * step) / STEPS_OF_A_DRAG);
}

async function renameWidget(on: Page, widget: number, name: string): Promise<void> {
  await on
    .locator('[data-widget]')
    .nth(widget)
    .getByRole('button', { name: /^Actions on/ })
    .click();
  await on.getByRole('menuitem', { name: 'Rename' }).click();
  await on.getByRole('textbox', { name: 'Name' }).fill(name);
  await on.keyboard.press('Enter');
}

describe('a person who works on boards', () => {
  let product: Product;
  let page: Page;
  let faults: string[];
  let kept = '';

  const { needsBrowser } = atBrowser({
    prepare: async (started) => {
      const connected = await started.autonomos('connect', 'files', EXAMPLES, '--accept');
      if (connected.code !== 0) throw new Error(connected.stderr);
    },
    onReady: (stage) => {
      ({ product, page, faults } = stage);
      page.on('dialog', (dialog) => void dialog.accept());
    },
  });
  const shown = async (on: Page): Promise<void> => {
    await on.locator('[data-widget]').first().waitFor();
    await settled(on);
  };

  test('is told how far a board is while it fills, which then stands still', async (context) => {
    needsBrowser(context);
    await page.goto(`${product.url}/dashboards/new?q=${encodeURIComponent(SENTENCE)}`);
    await page.locator('[data-progress]').waitFor({ state: 'attached' });
    await shown(page);
    await expect.poll(() => page.locator('[data-progress]').getAttribute('data-progress')).toBe('done');
    await page.getByRole('button', { name: 'Keep this dashboard' }).click();
    await page.waitForURL(/\/dashboards\/[0-9a-f-]{36}$/);
    kept = page.url();
  });

  test('drags by mouse, refines in words, and goes back through the list of what was done', async (context) => {
    needsBrowser(context);
    await shown(page);
    await expect.poll(async () => (await places(page)).length).toBeGreaterThan(0);
    const [before, name] = [await places(page), await title(page)];
    await carry(page, 0, { x: 420, y: 160 });
    await page.mouse.up();
    await expect.poll(() => changed(page)).toBe('true');
    await page.getByLabel('What to change').fill('rename the dashboard to Monday');
    await page.keyboard.press('Enter');
    await expect.poll(() => title(page)).toBe('Monday');
    await page.locator('[data-history-button]').click();
    const steps = page.locator('[data-history] button');
    await expect.poll(() => steps.count()).toBe(3);
    expect(await steps.nth(1).textContent()).toMatch(/^Moved .+ to column \d+, row \d+$/);
    await steps.last().click();
    await page.keyboard.press('Escape');
    await expect.poll(() => title(page)).toBe(name);
    expect(await places(page)).toEqual(before);
    expect(await changed(page)).toBe('false');
  });

  test('moves by keyboard in one step of the history, however often the key is pressed', async (context) => {
    needsBrowser(context);
    await page.locator('[data-widget-handle]').first().focus();
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
    await expect.poll(() => changed(page)).toBe('true');
    await page.keyboard.press('Control+z');
    await expect.poll(() => changed(page)).toBe('false');
  });

  test('picks a value by keys; the others show it, the address keeps it, Escape lets go', async (context) => {
    needsBrowser(context);
    const chart = page.locator('[data-kind="BAR"] [role="application"]').first();
    await chart.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-picked]').textContent()).toMatch(/other widgets show/);
    expect(new URL(page.url()).searchParams.getAll('only')).toHaveLength(1);
    expect(await changed(page)).toBe('false');
    await page.reload();
    await expect.poll(() => page.locator('[data-picked]').textContent()).toMatch(/other widgets show/);
    expect(await page.locator('[data-filtered]').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: /^Clear/ }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[data-filtered]').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });

  test('two editors: each difference is chosen, what does not clash comes together', async (context) => {
    needsBrowser(context);
    const other = await page.context().newPage();
    await other.goto(kept);
    await shown(other);
    await renameWidget(page, 0, 'Mine');
    await renameWidget(other, 0, 'Theirs');
    await renameWidget(other, 1, 'Only theirs');
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await other.locator('[data-version="2"]').waitFor();
    await other.close();
    await page.locator('[data-newer]').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const clash = page.locator('[data-difference][data-decided="false"]');
    await clash.waitFor();
    expect(await page.locator('[data-difference]').count()).toBe(2);
    expect(await page.locator('[data-save-merged]').isDisabled()).toBe(true);
    await clash.getByRole('radio', { name: 'Mine' }).check({ force: true });
    await page.locator('[data-save-merged]').click();
    await page.locator('[data-version="3"]').waitFor();
    expect(await page.locator('[data-widget] h3').allTextContents()).toEqual(expect.arrayContaining(['Mine', 'Only theirs']));
  });

  test('a connection that breaks in mid-drag takes nothing: it is saved once there is one again', async (context) => {
    needsBrowser(context);
    await carry(page, 0, { x: 300, y: 200 });
    await page.context().setOffline(true);
    await page.mouse.up();
    await expect.poll(() => changed(page)).toBe('true');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[data-problem]').first().waitFor();
    expect(await changed(page)).toBe('true');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[data-version="4"]').waitFor();
  });

  test('a page that goes in mid-edit leaves the work in the browser, with a choice', async (context) => {
    needsBrowser(context);
    await renameWidget(page, 0, 'Not saved');
    await expect.poll(() => changed(page)).toBe('true');
    await page.reload();
    await page.locator('[data-kept]').waitFor();
    expect(await changed(page)).toBe('false');
    await page.getByRole('button', { name: 'Go on with my changes' }).click();
    await expect.poll(() => page.locator('[data-widget] h3').allTextContents()).toContain('Not saved');
    expect(await changed(page)).toBe('true');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[data-version="5"]').waitFor();
    await page.reload();
    await shown(page);
    expect(await page.locator('[data-kept]').count()).toBe(0);
  });

  test(`${MANY} widgets: only what is near the screen is drawn and asked, to the last one`, async (context) => {
    needsBrowser(context);
    const widgets = Array.from({ length: MANY }, (_, at) => ({
      title: `Widget ${at}`,
      kind: 'KPI',
      question: 'how many customers do we have',
      layout: { x: (at % 4) * 3, y: Math.floor(at / 4) * 2, w: 3, h: 2 },
    }));
    const saved = (await send(page, SAVE, { input: { title: 'Many', sentence: '', widgets } })) as {
      saveDashboard: { dashboard: { id: string } };
    };
    await page.goto(`${product.url}/dashboards/${saved.saveDashboard.dashboard.id}`);
    await page.locator('[data-widget-value]').first().waitFor();
    expect(await page.locator('[data-widget]').count()).toBeLessThan(MOST_DRAWN);
    await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
    const last = page.getByRole('article', { name: `Widget ${MANY - 1}` });
    await last.locator('[data-widget-value]').waitFor();
    expect(await page.locator('[data-widget]').count()).toBeLessThan(MOST_DRAWN);
    await last.locator('[data-widget-handle]').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => changed(page)).toBe('true');
  });

  test('no script of any page failed on the way', (context) => {
    needsBrowser(context);
    // A connection that is cut on purpose is a fault of the network, which the browser tells too.
    expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
  });
});
