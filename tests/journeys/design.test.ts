import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { atBrowser, type Stage } from './support/at-browser.ts';
import { accessibilityFaults } from './support/browser.ts';

const PARTS = ['', 'primitives', 'forms', 'tokens', 'states'];
const PNG = [0x89, 0x50, 0x4e, 0x47];

describe('the catalogue of the design system', () => {
  let stage: Stage;
  const { needsBrowser, visit } = atBrowser({
    onReady: (ready) => {
      stage = ready;
    },
  });
  beforeEach(needsBrowser);

  const specimen = (page: Page, name: string) => page.locator(`[data-specimen="${name}"]`);
  const download = async (page: Page, press: () => Promise<void>) => {
    const [file] = await Promise.all([page.waitForEvent('download'), press()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };

  test.each(['dark', 'light'] as const)('has nothing that axe finds fault with, in the %s theme', async (theme) => {
    const { page } = stage;
    await page.emulateMedia({ colorScheme: theme });
    const faults: Record<string, string[]> = {};
    for (const part of PARTS) {
      await visit(part === '' ? '/design' : `/design?part=${part}`);
      await page.locator('[data-samples] section').first().waitFor();
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe(theme);
      faults[part] = await accessibilityFaults(page);
    }
    expect(faults).toEqual(Object.fromEntries(PARTS.map((part) => [part, []])));
  });

  test('a chart is walked through, asked and looked into by the keyboard alone', async () => {
    const { page } = stage;
    await visit('/design');
    const chart = specimen(page, 'LineChart');
    const said = chart.locator('[data-chart-said]');
    await chart.getByRole('application').focus();
    await page.keyboard.press('Home');
    await expect.poll(() => said.textContent()).toMatch(/^Jan 2023: EMEA [\d,]+$/);
    expect(await page.locator('[data-chart-tip]').textContent()).toContain('Latin America');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => said.textContent()).toMatch(/^Feb 2023: Americas /);
    await page.keyboard.press('End');
    await expect.poll(() => said.textContent()).toMatch(/^Jun 2024: Americas /);
    // The crosshair stands at the same month in the charts beside it.
    await expect.poll(() => specimen(page, 'AreaChart').locator('[data-crosshair="17"]').count()).toBe(1);
    await page.keyboard.press('+');
    await chart.locator('[data-chart-tool="zoom-out"]').waitFor();
    await page.keyboard.press('Home');
    await expect.poll(() => said.textContent()).not.toMatch(/^Jan 2023/);
    await page.keyboard.press('0');
    await chart.locator('[data-chart-tool="zoom-out"]').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.locator('[data-chart-tip]').waitFor({ state: 'detached' });
  });

  test('Enter on a bar filters what stands beside it, and once more lets go', async () => {
    const { page } = stage;
    await visit('/design');
    const bars = specimen(page, 'BarChart, lying');
    const dimmed = specimen(page, 'Donut').locator('[data-slice].chart-dim');
    await bars.getByRole('application').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => dimmed.count()).toBe(6);
    await page.keyboard.press('Enter');
    await expect.poll(() => dimmed.count()).toBe(0);
  });

  test('the legend hides a series, and never the last one', async () => {
    const { page } = stage;
    await visit('/design');
    const chart = specimen(page, 'LineChart');
    const lines = chart.locator('[data-series]');
    const entry = (name: string) => chart.locator('[data-legend]').getByRole('button', { name });
    await entry('EMEA').click();
    await expect.poll(() => lines.count()).toBe(3);
    await entry('EMEA').click({ modifiers: ['Shift'] });
    await expect.poll(() => lines.count()).toBe(1);
    await entry('EMEA').press('Enter');
    await expect.poll(() => lines.count()).toBe(4);
  });

  test('every chart has its numbers as a table and a file, and itself as a picture', async () => {
    const { page } = stage;
    await visit('/design');
    const chart = specimen(page, 'LineChart with a forecast');
    const csv = await download(page, () => chart.locator('[data-chart-tool="csv"]').click());
    expect(csv.name).toBe('Bookings.csv');
    const [head = '', first = '', ...rest] = csv.bytes.toString('utf8').replace('\uFEFF', '').trim().split('\r\n');
    expect(head).toBe('Period,Bookings,At least,At most,Standing,Remark');
    expect(first).toMatch(/^Jan 2023,\d+,,,actual,$/);
    expect(rest).toHaveLength(17);
    const png = await download(page, () => chart.locator('[data-chart-tool="png"]').click());
    expect([...png.bytes.subarray(0, 4)]).toEqual(PNG);
    await chart.locator('[data-chart-tool="table"]').press('Enter');
    const table = chart.locator('[data-chart-table] tbody tr');
    await expect.poll(() => table.count()).toBe(18);
    expect(await table.first().textContent()).toMatch(/^Jan 2023[\d,]+––actual–$/);
    await chart.locator('[data-chart-tool="table"]').press('Enter');
    await chart.getByRole('application').waitFor();
  });

  test('ten thousand points and a thousand names are drawn as what can be seen of them', async () => {
    const { page } = stage;
    await visit('/design');
    const long = specimen(page, 'Ten thousand points');
    const path = (await long.locator('[data-series] path').first().getAttribute('d')) ?? '';
    expect(path.split('L').length).toBeLessThan(3_000);
    await long.locator('[data-chart-tool="table"]').click();
    await expect.poll(() => long.locator('[data-chart-table] tbody tr[data-row]').count()).toBeLessThan(100);
    const names = specimen(page, 'A thousand names');
    expect(await names.textContent()).toMatch(/and 99\d more, [\d,]+ together/);
  });

  test('a long table is sorted, walked and chosen from by the keyboard, and draws only what is in sight', async () => {
    const { page } = stage;
    await visit('/design?part=forms');
    const table = specimen(page, 'DataTable');
    await table.getByRole('button', { name: 'Amount' }).press('Enter');
    expect(await table.locator('th[aria-sort="ascending"]').textContent()).toBe('Amount');
    const row = table.locator('tbody tr').first();
    await row.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect.poll(() => table.locator('tr[aria-selected="true"]').count()).toBe(2);
    const long = specimen(page, 'DataTable, 10,000 rows');
    expect(await long.locator('tbody tr[data-row]').count()).toBeLessThan(60);
    await long.getByRole('region').focus();
    await page.keyboard.press('End');
    await expect.poll(() => long.locator('tbody tr[data-row]').last().getAttribute('data-row')).toBe('10000');
  });

  test('nothing is wider than a phone, and no script failed', async () => {
    const { page } = stage;
    await page.setViewportSize({ width: 390, height: 844 });
    for (const part of PARTS) {
      await visit(part === '' ? '/design' : `/design?part=${part}`);
      await page.locator('[data-samples] section').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth'), part).toBe(390);
    }
    expect(stage.faults).toEqual([]);
  });
});
