import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atBrowser } from './support/at-browser.ts';
import { accessibilityFaults } from './support/browser.ts';
import { TOPOLOGY, WHY_NOT } from './support/product.ts';
import { writeSnapshot } from './support/telemetry.ts';

const WORK_MS = 90_000;

describe.skipIf(WHY_NOT !== null)(`a person who finds out what runs, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  let page: Page;
  let faults: string[];

  const { dataFolder, needsBrowser, visit } = atBrowser({
    onReady: (stage) => {
      ({ page, faults } = stage);
    },
  });

  test('drops a snapshot, and sees every record of it taken, kept or refused with its place', async (context) => {
    needsBrowser(context);
    await visit('/assets/scans');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Files', { exact: true }).setInputFiles([writeSnapshot(dataFolder)]);
    await page.getByRole('button', { name: 'Scan 1 file' }).click();
    await page.locator('[data-scan-status="SUCCEEDED"]').waitFor({ timeout: WORK_MS });
    await expect.poll(() => page.locator('[data-records]').getAttribute('data-records')).toBe('7');
    await page.getByRole('tab', { name: 'Refused 1' }).click();
    await page.locator('[data-refused="IP_ONLY"]').waitFor();
    await page.getByText('10.0.0.1 dns').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('adds a feed that is fetched from an address, changes it, sees that a scan could not fetch it, and takes it away', async (context) => {
    needsBrowser(context);
    await visit('/assets/scans');
    await page.locator('[data-add-feed]').click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Name', { exact: true }).fill('Identity provider');
    await page.getByLabel('Address', { exact: true }).fill('http://127.0.0.1:9/applications.json');
    await page.getByLabel('Secret', { exact: true }).fill('open-sesame');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.locator('[data-feed="Identity provider"]').getByText('127.0.0.1:9/applications.json').waitFor();
    await page.getByRole('button', { name: 'Change Identity provider' }).click();
    expect(await page.getByLabel('Sent in the header').inputValue()).toBe('authorization');
    expect(await page.getByLabel('Secret', { exact: true }).inputValue()).toBe('');
    // What is half below the sticky head would be measured as too small.
    await page.evaluate('window.scrollTo(0, 0)');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Address', { exact: true }).fill('http://169.254.169.254/latest');
    await page.getByRole('button', { name: 'Change it' }).click();
    await page.locator('[name="address"][aria-invalid="true"]').waitFor();
    await page.getByLabel('Address', { exact: true }).fill('http://127.0.0.1:9/v2.json');
    await page.getByLabel('Name', { exact: true }).fill('Directory');
    await page.getByRole('button', { name: 'Change it' }).click();
    await page.locator('[data-feed="Directory"]').getByText('127.0.0.1:9/v2.json').waitFor();
    await page.getByRole('button', { name: 'Scan new files only' }).click();
    await page.locator('[data-scan-status="SUCCEEDED"]').waitFor({ timeout: WORK_MS });
    await page.locator('[data-unfetched="Directory"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await visit('/assets');
    await page.locator('[data-unfetched="Directory"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await visit('/assets/scans');
    await page.getByText('1 feed not fetched').waitFor();
    await page.getByRole('button', { name: 'Remove Directory' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.locator('[data-feed="Directory"]').waitFor({ state: 'detached' });
  });

  test('finds shadow IT in the catalogue, and why it is that', async (context) => {
    needsBrowser(context);
    await visit('/assets');
    await page.getByRole('checkbox', { name: /^shadow/ }).check();
    await expect.poll(() => new URL(page.url()).searchParams.get('class')).toBe('SHADOW');
    await expect.poll(() => page.locator('[data-asset]').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('[data-asset="miro.com"]').click();
    await page.locator('[data-reason="UNGOVERNED"]').waitFor();
    await page.locator('[data-reason="HAS_DISCOVERY"] summary').click();
    await page.locator('[data-reason="HAS_DISCOVERY"]').getByText('Seen by dns.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.locator('[data-version="1"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('names an owner, and takes it back', async (context) => {
    needsBrowser(context);
    await page.getByRole('tab', { name: 'Summary' }).click();
    const owner = page.getByRole('combobox', { name: 'Answers for it' });
    await expect.poll(() => owner.inputValue()).toBe('nobody');
    await owner.click();
    await page.getByRole('option').nth(1).click();
    await expect.poll(() => owner.inputValue()).not.toBe('nobody');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => owner.inputValue()).toBe('nobody');
  });

  test('sees what another policy would change before it is saved', async (context) => {
    needsBrowser(context);
    await visit('/assets/policy');
    await page.getByLabel('Least number of sources').fill('many');
    await page.locator('[data-preview]').click();
    await page.locator('[name="admission.noiseFloor"][aria-invalid="true"]').waitFor();
    await page.getByLabel('Least number of sources').fill('1');
    await page.locator('[data-preview]').click();
    await page.locator('[data-preview-changed]').waitFor({ timeout: WORK_MS });
    await page.locator('[data-changed="figma.com"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Why').fill('One source is enough for us.');
    await page.locator('[data-save-policy]').click();
    await page.locator('[data-discovery-policy="1"]').waitFor();
    await page.locator('[data-version="1"]').waitFor();
  });

  test('scans again, and sees what is judged differently', async (context) => {
    needsBrowser(context);
    await visit('/assets/scans');
    await page.getByRole('button', { name: 'Scan everything again' }).click();
    await page.locator('[data-scan-status="SUCCEEDED"]').waitFor({ timeout: WORK_MS });
    await page.locator('[data-changed="figma.com"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('accepts a finding by key, and opens it again', async (context) => {
    needsBrowser(context);
    await visit('/assets/findings?code=SHADOW_IT');
    await page.locator('[data-finding="SHADOW_IT"][data-current]').waitFor({ timeout: WORK_MS });
    expect(await accessibilityFaults(page)).toEqual([]);
    const open = await page.locator('[data-finding]').count();
    await page.keyboard.press('a');
    await page.getByLabel('Why').fill('It is on trial until autumn.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect.poll(() => page.locator('[data-finding]').count()).toBe(open - 1);
    await visit('/assets/findings?code=SHADOW_IT&show=accepted');
    await page.getByText('It is on trial until autumn.').waitFor();
    await page.keyboard.press('o');
    await expect.poll(() => page.locator('[data-finding]').count()).toBe(0);
  });

  test('sees what runs drawn, and what it risks and costs', async (context) => {
    needsBrowser(context);
    await visit('/assets/map');
    await page.locator('[data-node]').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await visit('/assets/map?view=scores');
    await page.locator('[data-chart="scatter"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('sees how the company stands, and that nothing is known of a department that does not exist', async (context) => {
    needsBrowser(context);
    await visit('/assets/posture');
    await page.locator('[data-posture]').waitFor();
    await page.locator('[data-chart="line"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await visit('/assets/posture?department=Nowhere');
    await page.locator('[data-state="empty"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('none of these pages had an error', (context) => {
    needsBrowser(context);
    expect(faults).toEqual([]);
  });
});
