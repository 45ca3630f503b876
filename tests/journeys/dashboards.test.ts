import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults, openPage, settled } from './support/browser.ts';
import { type Product } from './support/product.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
const SENTENCE = 'Business overview';
const EDITOR_MS = 30_000;

/** Where the widget stands, as a screen reader is told after a step. */
const said = (page: Page) => page.locator('[data-said]').textContent();

const rename = async (on: Page, name: string): Promise<void> => {
  await on.getByRole('button', { name: 'Rename the dashboard' }).click();
  await on.getByRole('textbox', { name: 'Name' }).fill(name);
  await on.keyboard.press('Enter');
  await on.getByRole('button', { name: 'Save', exact: true }).click();
};

describe('a person with dashboards', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let kept = '';

  const { needsBrowser } = atBrowser({
    prepare: async (started) => {
      const connected = await started.autonomos('connect', 'files', EXAMPLES, '--accept');
      if (connected.code !== 0) throw new Error(connected.stderr);
    },
    onReady: (stage) => {
      ({ product, browser, page, faults } = stage);
    },
  });
  const shown = async (on: Page): Promise<void> => {
    await on.locator('[data-widget]').first().waitFor();
    await settled(on);
  };

  test('gets a dashboard from one sentence, with numbers from the data', async (context) => {
    needsBrowser(context);
    await page.goto(`${product.url}/dashboards`);
    await page.locator(`[data-sentence="${SENTENCE}"]`).click();
    await shown(page);
    expect(new URL(page.url()).searchParams.get('q')).toBe(SENTENCE);
    expect(await page.locator('[data-widget]').count()).toBeGreaterThanOrEqual(4);
    expect(await page.locator('[data-widget-value]').first().textContent()).toMatch(/\d/);
  });

  test('changes it in words, is told what was done, and takes that back', async (context) => {
    needsBrowser(context);
    const title = page.locator('[data-dashboard-title]');
    const before = await title.textContent();
    await page.getByLabel('What to change').fill('rename the dashboard to Monday morning');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.locator('[data-refined="1"]').waitFor();
    expect(await title.textContent()).toBe('Monday morning');
    await settled(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('[data-refine-undo]').click();
    await expect.poll(() => title.textContent()).toBe(before);
  });

  test('reads the operation behind a widget, which leads to the playground', async (context) => {
    needsBrowser(context);
    const widget = page.locator('[data-widget]').first();
    await widget.getByRole('button', { name: /^Actions on/ }).click();
    await page.getByRole('menuitem', { name: 'GraphQL operation' }).click();
    expect(await page.locator('[data-operation]').textContent()).toContain('ask(question: $question');
    expect(await page.getByRole('link', { name: 'Open in the playground' }).getAttribute('href')).toMatch(/^\/playground\?query=/);
    await page.keyboard.press('Escape');
  });

  test('moves and resizes with the keyboard, hears where it stands, and takes it back', async (context) => {
    needsBrowser(context);
    const handle = page.locator('[data-widget-handle]').first();
    const id = await handle.getAttribute('data-widget-handle');
    await handle.focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => said(page)).toMatch(/row (?!1,)\d+/);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => said(page)).toMatch(/\d+ columns wide/);
    expect(await page.evaluate('document.activeElement?.getAttribute("data-widget-handle")')).toBe(id);
    expect(await page.locator('[data-dashboard]').getAttribute('data-changed')).toBe('true');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('[data-dashboard]').getAttribute('data-changed')).toBe('false');
    await page.keyboard.press('Control+y');
    await expect.poll(() => page.locator('[data-dashboard]').getAttribute('data-changed')).toBe('true');
  });

  test('adds a widget by asking, and is told when the data cannot answer', async (context) => {
    needsBrowser(context);
    const before = await page.locator('[data-widget]').count();
    const box = page.getByRole('combobox', { name: 'Question of the new widget' });
    await box.fill('how many customers do we have');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-widget]').count()).toBe(before + 1);
    await box.fill('what is our churn');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-add-widget]').textContent()).toMatch(/churn/i);
    expect(await page.locator('[data-widget]').count()).toBe(before + 1);
  });

  test('is asked before changes are left', async (context) => {
    needsBrowser(context);
    const here = page.url();
    await page.goBack();
    await page.locator('[data-leave]').waitFor();
    expect(page.url()).toBe(here);
    await page.getByRole('button', { name: 'Go on editing' }).click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'Overview' }).click();
    await page.locator('[data-leave]').waitFor();
    await page.getByRole('button', { name: 'Go on editing' }).click();
    const sentence = page.getByRole('combobox', { name: 'What the dashboard is about' });
    await sentence.fill('CFO dashboard');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.locator('[data-leave]').waitFor();
    await page.getByRole('button', { name: 'Go on editing' }).click();
    expect(page.url()).toBe(here);
  });

  test('keeps it, finds it in the list, and reopens it as it was left', async (context) => {
    needsBrowser(context);
    const widgets = await page.locator('[data-widget]').count();
    await page.getByRole('button', { name: 'Keep this dashboard' }).click();
    await page.waitForURL(/\/dashboards\/[0-9a-f-]{36}$/);
    kept = page.url();
    await page.goto(`${product.url}/dashboards`);
    await page.locator('[data-dashboard-card]').getByRole('link', { name: SENTENCE }).click();
    await shown(page);
    expect(page.url()).toBe(kept);
    expect(await page.locator('[data-widget]').count()).toBe(widgets);
    expect(await page.locator('[data-dashboard]').getAttribute('data-changed')).toBe('false');
  });

  test('two people saving at once never overwrite each other', async (context) => {
    needsBrowser(context);
    const other = await page.context().newPage();
    await other.goto(kept);
    await shown(other);
    await page.getByRole('button', { name: 'Rename the dashboard' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
    await page.keyboard.press('Enter');
    await rename(other, 'Theirs');
    await other.locator('[data-version="2"]').waitFor();
    await other.close();
    await page.locator('[data-newer]').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[data-conflict]').waitFor();
    await page.getByRole('button', { name: /^Keep mine/ }).click();
    await expect.poll(() => page.url()).not.toBe(kept);
    await expect.poll(() => page.locator('[data-dashboard-title]').textContent()).toBe('Mine (copy)');
    await page.goto(kept);
    await shown(page);
    expect(await page.locator('[data-dashboard-title]').textContent()).toBe('Theirs');
  });

  test('what somebody else saves appears on an open dashboard by itself', async (context) => {
    needsBrowser(context);
    const other = await page.context().newPage();
    await other.goto(kept);
    await shown(other);
    await rename(other, 'Renamed elsewhere');
    await expect.poll(() => page.locator('[data-dashboard-title]').textContent()).toBe('Renamed elsewhere');
    await other.close();
  });

  test('deletes one, and takes even that back', async (context) => {
    needsBrowser(context);
    await page.goto(`${product.url}/dashboards`);
    await expect.poll(() => page.locator('[data-dashboard-card]').count()).toBe(2);
    await page.getByRole('button', { name: 'Actions on Mine (copy)' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.locator('[data-delete]').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => page.locator('[data-dashboard-card]').count()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('[data-dashboard-card]').count()).toBe(2);
  });

  test('asking for everything gives a dashboard to keep', async (context) => {
    needsBrowser(context);
    await page.goto(`${product.url}/ask?q=${encodeURIComponent('CFO dashboard')}`);
    await shown(page);
    expect(await page.getByRole('button', { name: 'Keep this dashboard' }).isVisible()).toBe(true);
  });

  test('has it in one column on a phone', async (context) => {
    needsBrowser(context);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(kept);
    await shown(page);
    expect(await page.locator('[data-grid]').getAttribute('data-grid')).toBe('one-column');
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test.for(['light', 'dark'])('axe finds nothing on the dashboards in the %s theme', async (theme, context) => {
    needsBrowser(context);
    await page.evaluate(`localStorage.setItem('autonomos.theme', '${theme}')`);
    const found: string[] = [];
    for (const route of ['/dashboards', '/dashboards/new', `/dashboards/new?q=${encodeURIComponent(SENTENCE)}`, new URL(kept).pathname]) {
      await page.goto(`${product.url}${route}`);
      await settled(page);
      found.push(...(await accessibilityFaults(page)).map((fault) => `${route}: ${fault}`));
    }
    expect(found).toEqual([]);
  });

  test('runs an operation in the playground, all of it from this server', async (context) => {
    needsBrowser(context);
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(product.url) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
    });
    await page.goto(`${product.url}/playground?query=${encodeURIComponent('query Who { viewer { tenant { slug } } }')}`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: EDITOR_MS });
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await expect.poll(() => page.locator('.result-window').textContent(), { timeout: EDITOR_MS }).toMatch(/tenant.*slug/s);
    expect(elsewhere).toEqual([]);
  });

  test('the playground follows a subscription live', async (context) => {
    needsBrowser(context);
    await page.goto(`${product.url}/playground?query=${encodeURIComponent('subscription Feed { tenantFeed { topic title } }')}`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: EDITOR_MS });
    const connected = page.waitForEvent('websocket');
    await page.getByRole('button', { name: /^Execute query/ }).click();
    const socket = await connected;
    await expect.poll(() => socket.isClosed()).toBe(false);
    const other = await page.context().newPage();
    await other.goto(kept);
    await shown(other);
    await expect
      .poll(
        async () => {
          await rename(other, `Saved ${Date.now()}`);
          return page.locator('.result-window').textContent();
        },
        { timeout: EDITOR_MS, interval: 1_000 },
      )
      .toMatch(/insights\.dashboard-saved/);
    await other.close();
  });

  test('the playground has prepared operations, and asks strangers to log in', async (context) => {
    needsBrowser(context);
    await page.getByRole('button', { name: 'Show Examples' }).click();
    expect(await page.getByRole('region', { name: 'Examples' }).getByRole('button').count()).toBeGreaterThan(6);
    const { page: stranger } = await openPage(browser);
    await stranger.goto(`${product.url}/playground`);
    await stranger.waitForURL(/\/login\?to=%2Fplayground/);
    await stranger.context().close();
  });

  test('no script of any page failed on the way', (context) => {
    needsBrowser(context);
    expect(faults).toEqual([]);
  });
});
