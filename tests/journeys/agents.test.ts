import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { settled } from './support/browser.ts';
import { WHY_NOT, TOPOLOGY, type Product } from './support/product.ts';

const PATIENCE_MS = 30_000;
/** A small fleet takes seconds, on a busy machine more of them. */
const FARM_MS = 120_000;
const BUDGET = 'Everything, every day';
const AGENT = 'Night watch';

describe.skipIf(WHY_NOT !== null)(`a person among the agents, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  let product: Product;
  let page: Page;
  let faults: string[];
  const { needsBrowser, visit } = atBrowser({
    onReady: (stage) => {
      ({ product, page, faults } = stage);
    },
  });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const at = (path: RegExp) => page.waitForURL(path, { timeout: PATIENCE_MS });
  /** What a stress test came to, once it is over: how many runs ended how, and which faults took effect. */
  const farmFigures = async () => {
    // Where the test before is still shown, its report is there, and gone again in a moment.
    await expect
      .poll(() => page.locator('[data-farm-verdict]').getAttribute('data-farm-verdict'), { timeout: FARM_MS })
      .toMatch(/^(PASS|DEGRADED|FAIL)$/);
    await page.getByRole('region', { name: 'Faults' }).waitFor({ timeout: FARM_MS });
    return [await page.locator('main dl').first().textContent(), await page.getByRole('region', { name: 'Faults' }).textContent()];
  };

  test('links of before lead to the pages that the tabs have become', async (context) => {
    needsBrowser(context);
    await visit('/agents?tab=runs&status=failed');
    await at(/\/agents\/runs\?status=failed$/);
    await page.getByRole('link', { name: 'Agents', exact: true }).click();
    await at(/\/agents\/fleet$/);
    await expect.poll(() => page.locator('[data-agent]').count(), { timeout: PATIENCE_MS }).toBeGreaterThan(0);
  });

  test('makes a budget by keyboard, changes it, removes it and takes that back', async (context) => {
    needsBrowser(context);
    await visit('/agents/budgets');
    await page.keyboard.press('c');
    const form = page.locator('[data-budget-form]');
    await form.waitFor({ timeout: PATIENCE_MS });
    await form.getByLabel('Name').fill(BUDGET);
    await form.getByLabel('Dollars').fill('');
    await form.getByLabel('Tokens').fill('');
    await button('Make the budget').click();
    // A budget that limits nothing is refused, and says so.
    await expect.poll(() => form.locator('[data-problem], .text-low').count(), { timeout: PATIENCE_MS }).toBeGreaterThan(0);
    await form.getByLabel('Dollars').fill('10');
    await button('Make the budget').click();
    const card = page.locator('[data-budget]', { hasText: BUDGET });
    await card.waitFor({ timeout: PATIENCE_MS });
    await card.getByRole('link', { name: BUDGET }).click();
    await at(/\/agents\/budgets\/[^/]+$/);
    await settled(page);
    await button('Change').click();
    await page.locator('[data-budget-form]').getByLabel('Dollars').fill('12.50');
    await button('Save').click();
    await page.getByText('of $12.50').first().waitFor({ timeout: PATIENCE_MS });
    await button('Remove').click();
    await button('Remove it').click();
    await at(/\/agents\/budgets$/);
    await button('Undo').click();
    await page.locator('[data-budget]', { hasText: BUDGET }).waitFor({ timeout: PATIENCE_MS });
  });

  test('makes an agent, stops it, lets it work again, and finds each change among its versions', async (context) => {
    needsBrowser(context);
    await visit('/agents/fleet?edit=new');
    const form = page.locator('[data-agent-form]');
    await form.waitFor({ timeout: PATIENCE_MS });
    await form.getByLabel('Name').fill(AGENT);
    await form.getByLabel('What it is there for').fill('It looks at what happens at night.');
    await button('Make the agent').click();
    await at(/\/agents\/fleet\/[^/?]+$/);
    await page.getByRole('heading', { level: 1, name: AGENT }).waitFor({ timeout: PATIENCE_MS });
    await page.locator('[data-stop-agent]').click();
    await button('Stop it').click();
    await page.locator('[data-start-agent]').waitFor({ timeout: PATIENCE_MS });
    await page.locator('[data-start-agent]').click();
    await page.locator('[data-stop-agent]').waitFor({ timeout: PATIENCE_MS });
    await page.keyboard.press('Escape');
    await button('Change').click();
    await page.locator('[data-agent-form]').getByLabel('What it is there for').fill('It looks at what happens at night, and tells.');
    await button('Save as a new version').click();
    await page.locator('[data-agent-form]').waitFor({ state: 'detached', timeout: PATIENCE_MS });
    await page.getByRole('tab', { name: 'Versions' }).click();
    await expect.poll(() => page.locator('[data-agent-version]').count(), { timeout: PATIENCE_MS }).toBeGreaterThan(1);
  });

  test('gives agents less to do by themselves at once, and asks before giving more', async (context) => {
    needsBrowser(context);
    await visit('/agents/governance');
    const mode = () => page.locator('[data-autonomy]').getAttribute('data-autonomy');
    // By keyboard: the words beside a radio button lie over it.
    await page.getByRole('radio', { name: 'Off', exact: true }).focus();
    await page.keyboard.press('Space');
    await expect.poll(mode, { timeout: PATIENCE_MS }).toBe('OFF');
    await page.getByRole('radio', { name: 'Propose only', exact: true }).focus();
    await page.keyboard.press('Space');
    await button('Let them').click();
    await expect.poll(mode, { timeout: PATIENCE_MS }).toBe('PROPOSE_ONLY');
    await page.getByLabel('Action that is always confirmed').fill('http.*');
    await button('Add').click();
    await page.getByRole('list', { name: 'Always confirmed' }).getByText('http.*').waitFor({ timeout: PATIENCE_MS });
    await page.reload();
    await settled(page);
    await page.getByRole('list', { name: 'Always confirmed' }).getByText('http.*').waitFor({ timeout: PATIENCE_MS });
  });

  test('puts a fleet to the test twice: both times it comes out as foretold, and alike', { timeout: 3 * FARM_MS }, async (context) => {
    needsBrowser(context);
    await visit('/agents/farm?edit=new');
    const form = page.locator('[data-farm-form]');
    await form.waitFor({ timeout: PATIENCE_MS });
    const scenario = form.getByLabel('Scenario, as JSON');
    const small = await scenario.inputValue();
    await scenario.fill(small.replace('"rate"', '"kinds": ["EARTHQUAKE"], "rate"'));
    await button('Begin').click();
    // A fault that there is not is told by its name, and nothing begins.
    await form.locator('.text-low, [data-problem]', { hasText: 'EARTHQUAKE' }).first().waitFor({ timeout: PATIENCE_MS });
    await scenario.fill(small);
    await button('Begin').click();
    await at(/\/agents\/farm\/[^/?]+$/);
    const first = await farmFigures();
    const address = page.url();
    await button('The same again').click();
    await page.waitForURL((url) => url.href !== address, { timeout: PATIENCE_MS });
    await settled(page);
    await expect.poll(farmFigures, { timeout: FARM_MS }).toEqual(first);
    await visit('/agents/farm');
    await expect.poll(() => page.getByText('as foretold', { exact: true }).count(), { timeout: PATIENCE_MS }).toBe(2);
  });

  test('no script of any page failed on the way', (context) => {
    needsBrowser(context);
    expect(product.url).toContain('http');
    expect(faults).toEqual([]);
  });
});
