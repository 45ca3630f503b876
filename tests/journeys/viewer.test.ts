import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { openPage, settled } from './support/browser.ts';
import { mailedPath } from './support/mail.ts';
import { TOPOLOGY, WHY_NOT, type Product } from './support/product.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
const VIEWER = { name: 'Mary Somerville', email: 'mary@engines.example', password: 'connexion of the sciences' };

/** A busy machine takes its time. */
const PATIENCE_MS = 30_000;

/** What only those may press who may also change something, by page. */
const NOT_THEIRS: Readonly<Record<string, readonly string[]>> = {
  '/agents/budgets': ['[data-new-budget]'],
  '/agents/farm': ['[data-new-farm-run]'],
  '/agents/fleet': ['[data-new-agent]'],
  '/agents/governance': ['[data-new-policy]', '[data-template] button', 'input[name="autonomy"]'],
  '/agents/schedules': ['[data-new-schedule]', '[data-run-now]'],
  '/agents/workflows': ['a[href="/agents/workflows/new"]'],
  '/agents/workflows/finops-sweep': ['[data-dry-run]', '[data-start-run]', '[data-save-workflow]'],
  '/agents/workflows/finops-sweep?tab=versions': ['[data-publish]', 'button:has-text("Take back")'],
  '/business-metrics': ['[data-new-metric]'],
  '/business-metrics/watched-metrics': ['[data-save-watch]'],
  '/connections': ['[data-new-connection]'],
  '/dashboards': ['[data-delete]'],
  '/ontology/edit': ['[data-edit-model]', '[data-publish]'],
  '/ontology/mappings': ['[data-import-pairs]', 'button:has-text("Set the policy")'],
  '/ontology/mappings/jobs': ['[data-start-job]'],
  '/ontology/mappings/pairs': ['[data-import-pairs]', '[data-forget-pairs]'],
  '/ontology/resolution/Account': ['[data-resolve-now]', '[data-same]', '[data-different]'],
  '/ontology/resolution/Account?part=clusters': ['[data-merge]', '[data-never]'],
  '/ontology/resolution/Account?part=scores': ['button:has-text("Set the policy")', 'select'],
  '/ontology/resolution/Account?part=history': ['[data-undo]'],
  '/ontology/quality?part=tests': ['[data-new-test]', '[data-run-tests]'],
  '/ontology/views': ['[data-new-view]'],
  '/settings/members': ['[data-invite]'],
};

describe.skipIf(WHY_NOT !== null)(`a person who may only look, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  let product: Product;
  let page: Page;
  let viewer: Page;
  let refused: string[];

  const { dataFolder, needsBrowser, visit } = atBrowser({
    prepare: (started) => started.autonomos('connect', 'files', EXAMPLES, '--accept'),
    async onReady(stage) {
      ({ product, page } = stage);
      ({ page: viewer, faults: refused } = await openPage(stage.browser));
    },
  });

  test('comes in by an invitation', async (context) => {
    needsBrowser(context);
    await visit('/settings/members');
    await page.locator('[data-invite]').click();
    await page.getByLabel('E-mail').fill(VIEWER.email);
    await page.getByLabel('Role', { exact: true }).selectOption('VIEWER');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.locator(`[data-invited="${VIEWER.email}"]`).waitFor();
    await visit(await mailedPath(dataFolder, VIEWER.email, 'invitation'), viewer);
    await viewer.getByLabel('Your name').fill(VIEWER.name);
    await viewer.getByLabel('Password', { exact: true }).fill(VIEWER.password);
    await viewer.getByRole('button', { name: 'Join' }).click();
    await viewer.waitForURL(`${product.url}/`);
    await expect.poll(() => viewer.getByRole('navigation').first().isVisible(), { timeout: PATIENCE_MS }).toBe(true);
  });

  test('sees no button on any page that they may not press', async (context) => {
    needsBrowser(context);
    const found: string[] = [];
    for (const [path, buttons] of Object.entries(NOT_THEIRS)) {
      await visit(path, viewer);
      for (const selector of buttons) {
        if ((await viewer.locator(`main ${selector}:enabled`).count()) > 0) found.push(`${path}: ${selector}`);
      }
    }
    expect(found).toEqual([]);
  });

  test('reads what was mapped, and cannot change it', async (context) => {
    needsBrowser(context);
    await visit('/ontology/mappings', viewer);
    await viewer.locator('main a[href^="/connections/"][href$="/mapping"]').first().click();
    await viewer.locator('[data-proposal]').waitFor();
    await settled(viewer);
    expect(await viewer.locator('[data-accept], [data-proposal] select').count()).toBe(0);
  });

  test('reads a record without the means to change it', async (context) => {
    needsBrowser(context);
    await visit('/ontology/Account', viewer);
    await viewer.locator('main a[href^="/ontology/records/"]').first().click();
    await viewer.waitForURL(/\/ontology\/records\//);
    await viewer.locator('[data-members]').waitFor();
    await settled(viewer);
    expect(await viewer.locator('[data-split], [data-override], [data-clear-override]').count()).toBe(0);
  });

  test('asks, and is answered', async (context) => {
    needsBrowser(context);
    await visit(`/ask?q=${encodeURIComponent('how many customers do we have')}`, viewer);
    expect(await viewer.locator('[data-answer-text]').textContent()).toMatch(/\d/);
  });

  test('nothing that they looked at was refused', (context) => {
    needsBrowser(context);
    expect(refused.filter((fault) => !fault.includes('net::ERR_ABORTED'))).toEqual([]);
  });
});
