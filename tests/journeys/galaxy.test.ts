import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults, settled } from './support/browser.ts';
import { type Product } from './support/product.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
const QUESTION = 'revenue';
const PNG = [0x89, 0x50, 0x4e, 0x47];
const SLOW_MS = 15_000;
/** What a test of offline asks: the browser says so itself, which is no fault of the page. */
const OFFLINE = /ERR_INTERNET_DISCONNECTED|Failed to load resource/;

const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
const planets = (page: Page) => page.locator('[data-node]:not([data-orbit="CENTRE"])');
const centreOf = (page: Page) => page.locator('[data-node][data-orbit="CENTRE"]');
const focused = (page: Page): Promise<string | null> => page.evaluate<string | null>(`document.activeElement.getAttribute('data-node')`);

describe('a person in the galaxy', () => {
  let product: Product;
  let page: Page;
  let faults: string[];

  const { needsBrowser, visit } = atBrowser({
    prepare: async (started) => {
      const connected = await started.autonomos('connect', 'files', EXAMPLES, '--accept');
      if (connected.code !== 0) throw new Error(connected.stderr);
    },
    onReady: (stage) => {
      ({ product, page, faults } = stage);
    },
  });
  /** A chip is drawn as pressed together with what it filters. */
  const press = async (chip: Locator, on: boolean): Promise<void> => {
    await chip.click();
    await expect.poll(() => chip.getAttribute('aria-pressed')).toBe(String(on));
  };
  const opened = async (path = `/ask?q=${QUESTION}`): Promise<void> => {
    await visit(path);
    await centreOf(page).first().waitFor({ timeout: SLOW_MS });
  };

  test('sees the answer in the middle and numbers around it, each with its value', async (context) => {
    needsBrowser(context);
    await opened();
    expect(await planets(page).count()).toBeGreaterThan(2);
    expect(await centreOf(page).getAttribute('aria-label')).toMatch(/\d/);
    expect(await page.locator('[data-orbit-name]').count()).toBeGreaterThan(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('walks by keyboard: an arrow to a neighbour, Enter for its details, Enter again puts it in the middle', async (context) => {
    needsBrowser(context);
    await centreOf(page).focus();
    const start = await focused(page);
    await page.keyboard.press('ArrowRight');
    const next = await focused(page);
    expect(next).not.toBe(start);
    await page.keyboard.press('Enter');
    await page.locator('[data-held]').waitFor();
    await page.locator('[data-provenance]:not([data-provenance=""])').waitFor({ timeout: SLOW_MS });
    expect(await accessibilityFaults(page)).toEqual([]);
    const question = parameter(page, 'node');
    await page.keyboard.press('Enter');
    await expect.poll(() => parameter(page, 'q'), { timeout: SLOW_MS }).toBe(question);
    await settled(page);
    expect(parameter(page, 'via')).toBe(QUESTION);
    await expect.poll(() => page.evaluate<string | null>(`document.activeElement.getAttribute('data-orbit')`)).toBe('CENTRE');
  });

  test('goes back along the journey, by its steps and by Escape', async (context) => {
    needsBrowser(context);
    await page.getByRole('navigation', { name: 'Journey' }).getByRole('button').first().click();
    await expect.poll(() => parameter(page, 'q')).toBe(QUESTION);
    await settled(page);
    expect(parameter(page, 'via')).toBeNull();
    await page.goBack();
    await expect.poll(() => parameter(page, 'via')).toBe(QUESTION);
    await settled(page);
    await centreOf(page).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => parameter(page, 'q')).toBe(QUESTION);
    await settled(page);
  });

  test('pins a planet: it stays whatever is filtered, and a link brings it all back', async (context) => {
    needsBrowser(context);
    await opened();
    await centreOf(page).focus();
    const centre = await focused(page);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).not.toBe(centre);
    await page.keyboard.press('p');
    const pinned = page.locator('[data-pinned]');
    await pinned.waitFor();
    const id = await pinned.getAttribute('data-node');
    const chips = page.getByRole('group', { name: 'Legend and filter of the galaxy' }).getByRole('button');
    const all = await planets(page).count();
    for (let at = 0; (await planets(page).count()) === all && at < (await chips.count()); at += 1) {
      if (at > 0) await press(chips.nth(at - 1), false);
      await press(chips.nth(at), true);
    }
    expect(await page.locator(`[data-node="${id}"]`).count()).toBe(1);
    const [shown, address] = [await planets(page).count(), page.url()];
    expect(shown).toBeLessThan(all);
    await page.goto(address);
    await centreOf(page).waitFor({ timeout: SLOW_MS });
    await expect.poll(() => planets(page).count()).toBe(shown);
    expect(await page.locator('[data-pinned]').getAttribute('data-node')).toBe(id);
  });

  test('puts another galaxy beside it, and reads every difference in a table', async (context) => {
    needsBrowser(context);
    await opened();
    await page.locator('[data-compare]').click();
    await page.locator('[data-compare-with]').first().click();
    await page.locator('[data-comparison]:not([data-comparison="0"])').waitFor({ timeout: SLOW_MS });
    await settled(page);
    expect(await page.locator('[data-galaxy]').count()).toBe(2);
    expect(await page.getByRole('region', { name: 'What differs' }).getByRole('row').count()).toBeGreaterThan(2);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('[data-compare-end]').click();
    await expect.poll(() => parameter(page, 'with')).toBeNull();
  });

  test('takes it along: as a picture, a drawing with its question, and a table', async (context) => {
    needsBrowser(context);
    await opened();
    const save = async (name: RegExp): Promise<Buffer> => {
      await page.locator('[data-save-galaxy]').click();
      const item = page.getByRole('menuitem', { name });
      await item.waitFor();
      const [file] = await Promise.all([page.waitForEvent('download'), item.click()]);
      return readFileSync(await file.path());
    };
    expect([...(await save(/PNG/)).subarray(0, 4)]).toEqual(PNG);
    const drawing = (await save(/SVG/)).toString('utf8');
    expect(drawing).toContain(`>${QUESTION}<`);
    expect(drawing).not.toContain('var(--');
    expect((await save(/CSV/)).toString('utf8').split('\r\n').length).toBeGreaterThan(3);
    await page.getByRole('group', { name: 'View' }).getByText('Table').click();
    await page.locator('[data-galaxy-table]').waitFor();
    expect(await page.locator('[data-galaxy-table] tbody tr').count()).toBeGreaterThan(3);
  });

  test('loses the connection in mid-question: the question stays, and is answered when it is back', async (context) => {
    needsBrowser(context);
    await opened();
    const asked = 'average order total by city';
    await page.getByRole('combobox', { name: 'Your question' }).fill(asked);
    await page.keyboard.press('Escape');
    await page.context().setOffline(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => parameter(page, 'q')).toBe(asked);
    expect(await page.getByRole('combobox', { name: 'Your question' }).inputValue()).toBe(asked);
    await page.context().setOffline(false);
    await expect
      .poll(
        async () => {
          const again = page.getByRole('button', { name: 'Try again' }).first();
          if (await again.isVisible()) await again.click();
          return (await page.locator('[data-answer-text], [data-declined], [data-clarification]').count()) > 0;
        },
        { timeout: SLOW_MS },
      )
      .toBe(true);
  });

  test('is logged out in mid-question: what was typed is still there, and so is the question', async (context) => {
    needsBrowser(context);
    await opened();
    const typed = 'revenue by month';
    const box = page.getByRole('combobox', { name: 'Your question' });
    await box.fill(typed);
    await page.keyboard.press('Escape');
    await page.route('**/graphql', (route) => route.fulfill({ status: 401, json: { errors: [{ message: 'Log in.', extensions: { code: 'UNAUTHENTICATED' } }] } })); // prettier-ignore
    await page.keyboard.press('Enter');
    await expect.poll(() => parameter(page, 'q')).toBe(typed);
    await page.unroute('**/graphql');
    expect(parameter(page, 'q')).toBe(typed);
    await opened(`/ask?q=${encodeURIComponent(typed)}`);
    expect(await box.inputValue()).toBe(typed);
  });

  test('supposes that a metric changes, and sees what follows beside how things are', async (context) => {
    needsBrowser(context);
    await visit('/business-metrics/what-if');
    const change = page.getByRole('combobox', { name: 'What changes' });
    await expect.poll(() => change.locator('option').count()).toBeGreaterThan(2);
    const told = page.locator('[data-outcome], [data-problem="WHAT_IF_REFUSED"]');
    for (let at = 1; at < (await change.locator('option').count()); at += 1) {
      await change.selectOption({ index: at });
      await told.first().waitFor({ timeout: SLOW_MS });
      await settled(page);
      if ((await page.locator('[data-outcome]').count()) > 0) break;
      await page.getByRole('button', { name: /^Leave .* as it is$/ }).click();
      // The next one is not to be judged by what was told of this one.
      await expect.poll(() => told.count()).toBe(0);
    }
    await page.locator('[data-affected]').first().waitFor();
    const before = await page.locator('[data-what-if-text]').textContent();
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('[data-what-if-text]').textContent(), { timeout: SLOW_MS }).not.toBe(before);
    await settled(page);
    expect(page.url()).toContain('change=');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('finds the answers somebody stands for, and takes one back with an undo', async (context) => {
    needsBrowser(context);
    await opened();
    await page.locator('[data-verify]').click();
    await page.locator('[data-verified]').waitFor();
    await visit('/business-metrics/verified-answers');
    const back = page.locator('[data-take-back]');
    await back.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await back.click();
    await expect.poll(() => back.count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await back.waitFor();
  });

  test.for(['0', '12', '60', '200'])('a galaxy of %s planets with names of every kind breaks nothing', async (size, context) => {
    needsBrowser(context);
    await opened(`/design?part=galaxy&size=${size}`);
    expect(await planets(page).count()).toBe(Number(size));
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('a graph of 10 000 nodes opens cluster by cluster, and every node is found in its table', async (context) => {
    needsBrowser(context);
    await visit('/design?part=graphs&size=2000');
    await page.locator('[data-canvas-graph][data-laid="true"]').waitFor({ timeout: SLOW_MS });
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('[data-told]').textContent()).not.toBe('');
    expect(await accessibilityFaults(page)).toEqual([]);
    await visit('/design?part=graphs&size=10000');
    const clusters = page.locator('[data-clustered]');
    await clusters.waitFor({ timeout: SLOW_MS });
    const before = Number(await clusters.getAttribute('data-clustered'));
    await page.locator('[data-graph] [data-node]').first().click();
    await expect.poll(async () => Number(await clusters.getAttribute('data-clustered'))).toBeGreaterThan(before);
    await page.getByRole('searchbox').fill('Table 9999');
    await expect.poll(() => page.locator('[data-node-table]').getAttribute('data-node-table')).toBe('1');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('no script of any page failed on the way', (context) => {
    needsBrowser(context);
    expect(product.url).toMatch(/^http/);
    expect(faults.filter((fault) => !OFFLINE.test(fault))).toEqual([]);
  });
});
