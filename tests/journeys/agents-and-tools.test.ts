import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { WHY_NOT, TOPOLOGY } from './support/product.ts';

const PATIENCE_MS = 30_000;
const HOST = 'api.example.com:8443';

describe.skipIf(WHY_NOT !== null)(`what agents may reach and do, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  let page: Page;
  let faults: string[];
  const { needsBrowser, visit } = atBrowser({
    onReady: (stage) => {
      ({ page, faults } = stage);
    },
  });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const shown = (locator: Locator) => locator.waitFor({ timeout: PATIENCE_MS });
  const attribute = (selector: string, name: string) => page.locator(selector).getAttribute(name);
  const refusals = (form: Locator) => form.locator('[data-problem], .text-low').count();

  test('lets agents call a host, with a header that is not shown again, and takes it back', async (context) => {
    needsBrowser(context);
    await visit('/agents/tools');
    await shown(page.getByText('graph.query').first());
    await page.getByRole('tab', { name: 'Hosts outside' }).click();
    await button('Allow a host').click();
    const form = page.locator('[data-host-form]');
    await shown(form);
    await form.getByLabel('Host').fill(HOST);
    await form.getByLabel('Headers that are sent along').fill('no header');
    await button('Let agents call it').click();
    await expect.poll(() => refusals(form), { timeout: PATIENCE_MS }).toBeGreaterThan(0);
    await form.getByLabel('Headers that are sent along').fill('x-token: open sesame');
    await button('Let agents call it').click();
    const row = page.locator(`[data-edited="${HOST}"]`);
    await shown(row.getByText('Sent along: x-token'));
    expect(await page.content()).not.toContain('open sesame');
    await button(`Remove: ${HOST}`).click();
    await button('Remove it').click();
    await row.waitFor({ state: 'detached', timeout: PATIENCE_MS });
  });

  test('names a server of others, and is told when it does not answer; its token stays', async (context) => {
    needsBrowser(context);
    await visit('/agents/tools?tab=servers&edit=new');
    const form = page.locator('[data-mcp-form]');
    await shown(form);
    await form.getByLabel('Name').fill('Not a name');
    await form.getByLabel('Address').fill('http://127.0.0.1:9/mcp');
    await button('Save and ask what it offers').click();
    await expect.poll(() => refusals(form), { timeout: PATIENCE_MS }).toBeGreaterThan(0);
    await form.getByLabel('Name').fill('crm');
    await form.getByLabel('Token').fill('a secret');
    await button('Save and ask what it offers').click();
    await shown(page.locator('[data-edited="crm"]').getByText('could not be asked'));
    await button('Change: crm').click();
    await shown(form.getByText('Forget the token'));
    await button('Save').click();
    await form.waitFor({ state: 'detached', timeout: PATIENCE_MS });
    await shown(page.locator('[data-edited="crm"]').getByText('with a token'));
  });

  test('asks what would become of an action, and nothing is kept of it', async (context) => {
    needsBrowser(context);
    await visit('/agents/governance?tab=try');
    await shown(page.locator('[data-try-action]'));
    await page.getByLabel('Agent', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('Action', { exact: true }).fill('graph.mutate');
    await expect.poll(() => attribute('[data-judgement]', 'data-judgement'), { timeout: PATIENCE_MS }).toBe('PROPOSE');
    await page.getByRole('tab', { name: 'Decisions' }).click();
    await shown(page.getByText('Nothing was judged yet'));
  });

  test('says who answers for an agent', async (context) => {
    needsBrowser(context);
    await visit('/agents/fleet?edit=new');
    const form = page.locator('[data-agent-form]');
    await shown(form);
    await form.getByLabel('Name').fill('Watcher');
    await form.getByLabel('What it is there for').fill('It watches.');
    for (const role of ['owners', 'administrators', 'operators'])
      await form.getByRole('button', { name: `Decides it: no longer ${role}` }).click();
    await button('Make the agent').click();
    await expect.poll(() => refusals(form), { timeout: PATIENCE_MS }).toBeGreaterThan(0);
    await form.getByLabel('Decides it', { exact: true }).selectOption('ROLE:OWNER');
    await form.getByLabel('Does it', { exact: true }).selectOption('ROLE:ANALYST');
    await button('Make the agent').click();
    await page.waitForURL(/\/agents\/fleet\/[^/?]+$/, { timeout: PATIENCE_MS });
    await shown(page.locator('[data-raci]').getByText('analysts'));
  });

  test('adds a step that asks a model, and lays two dry runs side by side', async (context) => {
    needsBrowser(context);
    await visit('/agents/workflows/new');
    await page.locator('[data-add-model-step]').click();
    const form = page.locator('[data-model-step-form]');
    await shown(form);
    await form.getByLabel('What it writes').fill('???');
    await button('Add the step').click();
    await expect.poll(() => refusals(form), { timeout: PATIENCE_MS }).toBeGreaterThan(0);
    await form.getByLabel('What it writes').fill('summary: text, what was found');
    await form.getByLabel('What it is told').fill('Say what was found.');
    await form.getByLabel('Without a model it comes to').fill('{"summary": "nothing"}');
    await button('Add the step').click();
    await shown(page.getByText('3 steps. Nothing is wrong with it.'));
    await page.locator('[data-save-workflow]').click();
    await page.waitForURL(/\/agents\/workflows\/my-workflow/, { timeout: PATIENCE_MS });
    for (let begun = 0; begun < 2; begun += 1) {
      await visit('/agents/workflows/my-workflow?start=dry');
      await shown(page.locator('[data-start-form]'));
      await page.locator('[data-start-form] button[type=submit]').click();
      await page.waitForURL(/\/runs\//, { timeout: PATIENCE_MS });
      await shown(page.locator('[data-workflow-run="DRY"]'));
    }
    await page.getByRole('tab', { name: 'Compare' }).click();
    await expect.poll(() => page.getByLabel('Lay it beside').locator('option').count(), { timeout: PATIENCE_MS }).toBeGreaterThan(1);
    const other = await page.getByLabel('Lay it beside').locator('option', { hasText: 'dry run' }).first().getAttribute('value');
    await page.getByLabel('Lay it beside').selectOption(other);
    await expect.poll(() => attribute('[data-pairs]', 'data-pairs'), { timeout: PATIENCE_MS }).toBe('3');
    expect(faults).toEqual([]);
  });
});
