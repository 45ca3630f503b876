import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, WebSocketRoute } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults, settled } from './support/browser.ts';
import { TOPOLOGY, WHY_NOT, type Product } from './support/product.ts';

/** Enough rows that a sync is seen on its way, few enough that nobody waits; and enough to break its socket a few times. */
const ORDERS = 20_000;
const MANY_ORDERS = 90_000;
const BREAKS = 3;
const CUSTOMERS = 400;
const RUN_MS = 120_000;

/** A small company: customers and a great many orders. */
function writeShop(folder: string, count: number): string[] {
  const customers = Array.from({ length: CUSTOMERS }, (_, id) => `${id + 1},Customer ${id + 1},${['Berlin', 'Paris', 'Oslo'][id % 3]}`);
  const orders = Array.from(
    { length: count },
    (_, id) => `${id + 1},${(id % CUSTOMERS) + 1},2024-${String((id % 12) + 1).padStart(2, '0')}-15,${((id % 97) + 1).toFixed(2)}`,
  );
  const files = [
    ['customers.csv', ['customer_id,name,city', ...customers]],
    ['orders.csv', ['order_id,customer_id,order_date,amount', ...orders]],
  ] as const;
  return files.map(([name, lines]) => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  });
}

describe.skipIf(WHY_NOT !== null)(`a person who watches, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  /** The page's sockets, the newest last, so that a test can break them. */
  const sockets: WebSocketRoute[] = [];
  let product: Product;
  let page: Page;
  let faults: string[];
  let loads = 0;
  let connection = '';
  let run = '';

  const { dataFolder, needsBrowser } = atBrowser({
    async onReady(stage) {
      ({ product, page, faults } = stage);
      page.on('load', () => {
        loads += 1;
      });
      await page.routeWebSocket(/\/graphql$/, (socket) => {
        sockets.push(socket);
        socket.connectToServer();
      });
    },
  });
  const status = () => page.locator('[data-run]').first().getAttribute('data-status');
  const events = async (of: Page) => Number(await of.locator('[data-history-events]').getAttribute('data-history-events'));
  const step = (key: string) => page.locator(`[data-step="${key}"]`).getAttribute('data-status');

  /** Connects a shop with so many orders and ends on the page of its connection. */
  const connect = async (orders: number): Promise<void> => {
    await page.goto(`${product.url}/connections/new`);
    await settled(page);
    await page.getByLabel('Files', { exact: true }).setInputFiles(writeShop(dataFolder, orders));
    await page.getByRole('button', { name: 'Connect 2 files' }).click();
    await page.waitForURL(/\/connections\/[^/]+\?new$/);
  };

  test('sees the steps of a sync move without loading the page again', async (context) => {
    needsBrowser(context);
    await connect(ORDERS);
    const before = loads;
    connection = new URL(page.url()).pathname;
    await page.locator('[data-live="live"]').first().waitFor({ timeout: RUN_MS });
    const seen = new Set<string>();
    const landed = async () => {
      const landing = await step('LAND');
      if (landing !== null) seen.add(landing);
      return landing === 'SUCCEEDED' && (await step('MAP')) === 'WAITING';
    };
    await expect.poll(landed, { timeout: RUN_MS, interval: 50 }).toBe(true);
    expect([...seen]).toEqual(expect.arrayContaining(['RUNNING', 'SUCCEEDED']));
    expect(loads).toBe(before);
  });

  test('is called by the bell when the mapping waits, and the call leads there', async (context) => {
    needsBrowser(context);
    await expect.poll(() => page.locator('[data-bell]').getAttribute('data-bell')).not.toBe('0');
    await page.goto(`${product.url}/help`);
    await settled(page);
    await page.keyboard.press('n');
    const waiting = page.locator('[data-notification="agents.approval-requested"]').first();
    await waiting.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await waiting.getByRole('link').click();
    await page.waitForURL(`${product.url}${connection}/mapping`);
    await expect.poll(() => page.locator('[data-bell]').getAttribute('data-bell')).toBe('0');
  });

  test('whoever has read the notifications finds them read after a reload', async (context) => {
    needsBrowser(context);
    await page.reload();
    await settled(page);
    expect(await page.locator('[data-bell]').getAttribute('data-bell')).toBe('0');
  });

  test('accepts the mapping, and the run is seen to its end', async (context) => {
    needsBrowser(context);
    await page.locator('[data-accept]').click();
    await page.locator('[data-published]').waitFor({ timeout: RUN_MS });
    await page.goto(`${product.url}${connection}`);
    await page.getByRole('link', { name: 'Everything this run did' }).click();
    await page.waitForURL(/\/runs\//);
    run = new URL(page.url()).pathname;
    await expect.poll(status, { timeout: RUN_MS }).toBe('SUCCEEDED');
  });

  test('a socket that breaks during a sync loses no event and shows none twice', async (context) => {
    needsBrowser(context);
    await connect(MANY_ORDERS);
    await page.locator('[data-step="LAND"][data-status="RUNNING"]').waitFor({ timeout: RUN_MS });
    await page.getByRole('link', { name: 'Everything this run did' }).click();
    await page.waitForURL(/\/runs\//);
    run = new URL(page.url()).pathname;
    const before = sockets.length;
    for (let breaks = 0; breaks < BREAKS; breaks += 1) {
      await page.locator('[data-live="live"]').first().waitFor();
      await sockets.at(-1)?.close({ code: 1011, reason: 'broken by the test' });
      await expect.poll(() => sockets.length).toBe(before + breaks + 1);
    }
    await expect
      .poll(async () => (await step('LAND')) === 'SUCCEEDED' && (await step('MAP')) === 'WAITING', { timeout: RUN_MS })
      .toBe(true);

    await page.getByRole('tab', { name: 'History' }).click();
    // Its state is the address's: it is there a moment after the click.
    const everyPage = page.getByRole('checkbox', { name: 'With every page of progress' });
    await everyPage.click();
    await expect.poll(() => everyPage.isChecked()).toBe(true);
    // What the server keeps, read by a page that has followed nothing.
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('[data-history-events]').waitFor();
    const told = await events(other);
    await other.close();
    expect(told).toBeGreaterThan(BREAKS);
    await expect.poll(() => events(page), { timeout: RUN_MS }).toBe(told);
  });

  test('the history is filtered in the address, and taken along as a file', async (context) => {
    needsBrowser(context);
    await page.getByRole('combobox', { name: 'Step' }).selectOption('DISCOVER');
    await expect.poll(() => new URL(page.url()).searchParams.get('step')).toBe('DISCOVER');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('tab')).toBeNull();
    expect(new URL(page.url()).searchParams.get('step')).toBe('DISCOVER');
  });

  test.for(['light', 'dark'])('axe finds nothing on the live pages in the %s theme', async (theme, context) => {
    needsBrowser(context);
    await page.evaluate(`localStorage.setItem('autonomos.theme', '${theme}')`);
    const found: string[] = [];
    for (const route of [connection, run, `${run}?tab=history&progress`, '/agents/runs', '/connections/new?from=postgres']) {
      await page.goto(`${product.url}${route}`);
      await settled(page);
      found.push(...(await accessibilityFaults(page)).map((fault) => `${route}: ${fault}`));
    }
    expect(found).toEqual([]);
  });

  test('no script of any page failed on the way', (context) => {
    needsBrowser(context);
    expect(faults).toEqual([]);
  });
});
