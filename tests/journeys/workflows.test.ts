import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults, settled } from './support/browser.ts';
import { TOPOLOGY, WHY_NOT, type Product } from './support/product.ts';

/** A busy machine takes its time. */
const PATIENCE_MS = 30_000;
const RUN_MS = 90_000;

const NAME = 'ask-first';
const SCHEDULE = 'Every day, when nobody looks';
const PROPOSED = 'As the agent wrote it';
const WANTED = 'As a person wants it';
/** What agents tell people lies here. */
const INBOX = '/settings/notifications';

/** What the workflow becomes: it asks with a text, and tells everybody what came of that. */
const SECOND = `name: ${NAME}
title: Ask before telling
description: Counts connections, asks what to say of it, and says that.
input:
  note: { type: STRING, description: Said besides., required: false, default: nothing }
steps:
  - id: look
    kind: TOOL
    title: Look
    tool: graph.query
    input: { query: "{ connections(first: 1) { totalCount } }" }
  - id: ask
    kind: APPROVAL
    title: Ask a person
    dependsOn: [look]
    intent: Tell everybody what was found.
    evidence: { connections: "{{ steps.look.output.connections.totalCount }}" }
    payload: { text: ${PROPOSED} }
  - id: tell
    kind: TOOL
    title: Tell everybody
    dependsOn: [ask]
    tool: notify
    input: { roles: [OWNER], title: "{{ steps.ask.output.payload.text }}", text: "{{ input.note }}" }
output: { told: "{{ steps.ask.output.payload.text }}" }
onFailure: STOP
`;

describe.skipIf(WHY_NOT !== null)(`a person who has agents work, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  let product: Product;
  let page: Page;
  let faults: string[];
  let loads = 0;
  let first = '';

  const { needsBrowser, visit } = atBrowser({
    onReady: (stage) => {
      ({ product, page, faults } = stage);
      page.on('load', () => {
        loads += 1;
      });
    },
  });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
  const at = (path: RegExp) => page.waitForURL(path, { timeout: PATIENCE_MS });
  const status = () => page.locator('[data-run]').first().getAttribute('data-status');
  const stepIs = (key: string, stand: string) =>
    page.locator(`li[data-step="${key}"][data-status="${stand}"]`).waitFor({ timeout: RUN_MS });
  const ended = (stand: string) => expect.poll(status, { timeout: RUN_MS }).toBe(stand);
  const written = () => page.getByLabel('The workflow, as YAML or JSON');
  const nothingWrong = () => page.getByText('Nothing is wrong with it.').waitFor({ timeout: PATIENCE_MS });

  /** Begins a run on the workflow's page and ends on the run's own. */
  const begin = async (opener: string, action: string): Promise<void> => {
    await visit(`/agents/workflows/${NAME}`);
    await page.locator(opener).click();
    await page.getByLabel('Agent that does it').selectOption({ label: 'DataOps pilot' });
    await inDialog(action).click();
    await at(/\/runs\/[^/]+$/);
    await settled(page);
  };

  /** Another page of the same person, for what is done while the first one watches. */
  const beside = async (path: string, act: (on: Page) => Promise<void>): Promise<void> => {
    const context: BrowserContext = page.context();
    const other = await context.newPage();
    other.on('pageerror', (error) => faults.push(error.message));
    await visit(path, other);
    await act(other);
    await other.close();
  };

  test('begins a workflow with a sample, and is told what is wrong with it while writing', async (context) => {
    needsBrowser(context);
    await visit('/agents/workflows');
    await page.getByRole('link', { name: 'New workflow' }).first().click();
    await at(/\/agents\/workflows\/new$/);
    await page.getByRole('group', { name: 'Begin with' }).getByText('With an approval').click();
    await expect.poll(() => written().inputValue(), { timeout: PATIENCE_MS }).toContain(`name: ${NAME}`);
    const sample = await written().inputValue();
    await written().fill(sample.replace('kind: APPROVAL', 'kind: APPLAUSE'));
    await page.locator('[data-workflow-problem]').first().waitFor({ timeout: PATIENCE_MS });
    await written().fill(sample);
    await nothingWrong();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('[data-save-workflow]').click();
    await at(new RegExp(`/agents/workflows/${NAME}$`));
  });

  test('changes it, compares both versions and publishes the second', async (context) => {
    needsBrowser(context);
    await settled(page);
    await written().fill(SECOND);
    await nothingWrong();
    // What is written and not saved is not left without being asked.
    await page.locator('main').getByRole('link', { name: 'Workflows', exact: true }).first().click();
    await page.locator('[data-leave]').waitFor({ timeout: PATIENCE_MS });
    await inDialog('Go on editing').click();
    expect(await written().inputValue()).toBe(SECOND);
    await page.locator('[data-save-workflow]').click();
    await page.getByRole('heading', { level: 1, name: 'Ask before telling' }).waitFor({ timeout: PATIENCE_MS });
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.locator('[data-compare="2"]').click();
    await page.locator('[data-comparison="1-2"] [data-differences]').waitFor({ timeout: PATIENCE_MS });
    expect(Number(await page.locator('[data-differences]').getAttribute('data-differences'))).toBeGreaterThan(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('[data-publish="2"]').click();
    await inDialog('Publish it').click();
    await page.locator('[data-version="2"][data-status="PUBLISHED"]').waitFor({ timeout: PATIENCE_MS });
  });

  test('runs it dry: nothing is changed, and nobody is asked', async (context) => {
    needsBrowser(context);
    await begin('[data-dry-run]', 'Run it dry');
    await ended('SUCCEEDED');
    await page.getByText('dry run: nothing is changed').waitFor({ timeout: PATIENCE_MS });
    await page.locator('[data-gantt-step="tell"] button').click();
    await page.locator('[data-step-data="tell"]').getByText('dryRun').waitFor({ timeout: PATIENCE_MS });
    await visit('/agents');
    expect(await page.locator('[data-approval-row]').count()).toBe(0);
    await visit(INBOX);
    expect(await page.locator('[data-notification]', { hasText: PROPOSED }).count()).toBe(0);
  });

  test('runs it, changes in the inbox what is asked for, and sees the run go on by itself', async (context) => {
    needsBrowser(context);
    await begin('[data-start-run]', 'Run it');
    first = new URL(page.url()).pathname;
    const before = loads;
    await stepIs('ask', 'WAITING');
    await page.getByText('Tell everybody what was found.').first().waitFor({ timeout: PATIENCE_MS });
    expect(await accessibilityFaults(page)).toEqual([]);
    await beside('/agents', async (inbox) => {
      await inbox.locator('[data-edit-payload]').click({ timeout: PATIENCE_MS });
      await inbox.getByLabel('What will be done, as you want it').fill('{ "text": ');
      await inbox.locator('[data-approve-edited]').click();
      await inbox.locator('[data-problem="INVALID_JSON"]').waitFor({ timeout: PATIENCE_MS });
      await inbox.getByLabel('What will be done, as you want it').fill(JSON.stringify({ text: WANTED }));
      await inbox.locator('[data-approve-edited]').click();
      await expect.poll(() => inbox.locator('[data-edit-payload]').count(), { timeout: PATIENCE_MS }).toBe(0);
    });
    await ended('SUCCEEDED');
    expect(loads).toBe(before);
    await page.getByRole('tab', { name: 'Result' }).click();
    await page.getByRole('tabpanel').getByText(WANTED).first().waitFor({ timeout: PATIENCE_MS });
    // It comes by the outbox, a moment after the run has ended.
    const told = async () => {
      await visit(INBOX);
      return page.locator('[data-notification]', { hasText: WANTED }).count();
    };
    await expect.poll(told, { timeout: RUN_MS }).toBeGreaterThan(0);
  });

  test('goes another way from a step, without what was done before', async (context) => {
    needsBrowser(context);
    await visit(first);
    await page.locator('[data-gantt-step="tell"] button').click();
    await page.locator('[data-fork="tell"]').click();
    await inDialog('Run it again from here').click();
    await page.waitForURL((url) => url.pathname.startsWith('/runs/') && url.pathname !== first, { timeout: PATIENCE_MS });
    await settled(page);
    await ended('SUCCEEDED');
    await page.locator('[data-workflow-run]').getByText('goes on from').waitFor({ timeout: PATIENCE_MS });
    expect(await page.getByText('taken over, not paid again').count()).toBeGreaterThan(0);
    await page.getByRole('tab', { name: 'Graph' }).click();
    await page.locator('[data-graph], svg').first().waitFor({ timeout: PATIENCE_MS });
  });

  test('holds a run, lets it go on, and stops it; what it asked is withdrawn', async (context) => {
    needsBrowser(context);
    await begin('[data-start-run]', 'Run it');
    await stepIs('ask', 'WAITING');
    await page.locator('[data-pause-run]').click();
    await page.locator('[data-resume-run]').click({ timeout: PATIENCE_MS });
    await inDialog('Go on').click();
    await page.locator('[data-pause-run]').waitFor({ timeout: PATIENCE_MS });
    await page.locator('[data-cancel-run]').click();
    await inDialog('Stop it').click();
    await ended('CANCELLED');
    await visit('/agents');
    await expect.poll(() => page.locator('[data-approval-row]').count(), { timeout: PATIENCE_MS }).toBe(0);
  });

  test('schedules it, has it begin at once, pauses the schedule and removes it', async (context) => {
    needsBrowser(context);
    await visit(`/agents/workflows/${NAME}`);
    await page.getByRole('link', { name: 'Schedule', exact: true }).click();
    const form = page.locator('[data-schedule-form]');
    await form.waitFor({ timeout: PATIENCE_MS });
    await form.getByLabel('Name').fill(SCHEDULE);
    await form.getByLabel('Agent', { exact: true }).selectOption({ label: 'DataOps pilot' });
    await form.getByRole('group', { name: 'When runs begin' }).getByText('Every…').click();
    await inDialog('Schedule it').click();
    const card = page.locator('[data-schedule]', { hasText: SCHEDULE });
    await card.waitFor({ timeout: PATIENCE_MS });
    await card.locator('[data-run-now]').click();
    await card.locator('summary').click({ timeout: PATIENCE_MS });
    await card
      .getByRole('list', { name: `Last times of ${SCHEDULE}` })
      .getByRole('link')
      .first()
      .waitFor({ timeout: PATIENCE_MS });
    await button(`Pause: ${SCHEDULE}`).click();
    await page.locator('[data-schedule][data-status="PAUSED"]', { hasText: SCHEDULE }).waitFor({ timeout: PATIENCE_MS });
    expect(await accessibilityFaults(page)).toEqual([]);
    await button(`Remove: ${SCHEDULE}`).click();
    await inDialog('Remove it').click();
    await expect.poll(() => card.count(), { timeout: PATIENCE_MS }).toBe(0);
  });

  test('no script of any page failed on the way', (context) => {
    needsBrowser(context);
    expect(product.url).toContain('http');
    expect(faults).toEqual([]);
  });
});
