import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addressesOf, prepareHeld, SENTENCE, type Addresses } from './support/addresses.ts';
import { atBrowser } from './support/at-browser.ts';
import { compareWithBaseline, hasBaselines } from './support/baselines.ts';
import { openPage, settled } from './support/browser.ts';
import { clientRoutes } from './support/client-routes.ts';
import type { Product } from './support/product.ts';
import { openStillPage } from './support/still.ts';
import { faultsInBothThemes, onEachPage, openAs, SIZES, THEMES } from './support/walk.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
/** A hundred pages in two themes, on a busy machine. */
const ALL_MS = 900_000;

const q = (text: string) => encodeURIComponent(text);

/** The pages that pictures are kept of, by the name of their file. */
const PICTURES: readonly (readonly [name: string, path: string])[] = [
  ['overview', '/'],
  ['dashboards', '/dashboards'],
  ['dashboard', `/dashboards/new?q=${q(SENTENCE)}`],
  ['metrics', '/business-metrics'],
  ['discover', '/assets'],
  ['connect', '/connections'],
  ['unify', '/ontology'],
  ['settings', '/settings'],
  ['design', '/design'],
  ['help', '/help'],
];

describe('every page of the client', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let addresses: Addresses;

  const { needsBrowser } = atBrowser({
    prepare: async (started) => {
      const connected = await started.autonomos('connect', 'files', EXAMPLES, '--accept');
      if (connected.code !== 0) throw new Error(connected.stderr);
      addresses = addressesOf(clientRoutes(), await prepareHeld(started));
    },
    onReady: (stage) => {
      ({ product, browser, page } = stage);
    },
  });

  test('is looked at: no route is left out', (context) => {
    needsBrowser(context);
    expect(clientRoutes().length).toBeGreaterThan(60);
    expect(addresses.unknown).toEqual([]);
  });

  test('axe finds nothing in either theme', { timeout: ALL_MS }, async (context) => {
    needsBrowser(context);
    const faults: string[] = [];
    const open = await openAs(page, browser, faults);
    expect(await onEachPage(product, addresses.inside, open, faultsInBothThemes)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('axe finds nothing before logging in, in either theme', async (context) => {
    needsBrowser(context);
    const open = async () => (await openPage(browser)).page;
    expect(await onEachPage(product, addresses.before, open, faultsInBothThemes)).toEqual([]);
  });

  test('looks as it did, in both themes, wide and narrow', { timeout: ALL_MS }, async (context) => {
    needsBrowser(context);
    if (!hasBaselines()) context.skip('no pictures are kept (AUTONOMOS_BASELINES=renew takes them)');
    const state = await page.context().storageState();
    const blank = await browser.newPage();
    const found = await onEachPage(
      product,
      PICTURES.map(([, path]) => path),
      () => openStillPage(browser, state),
      async (on, path) => {
        const faults: string[] = [];
        const name = PICTURES.find(([, each]) => each === path)?.[0] ?? '';
        for (const size of SIZES) {
          await on.setViewportSize(size);
          await settled(on);
          for (const theme of THEMES) {
            await on.evaluate(`document.documentElement.dataset.theme = '${theme}'; document.activeElement?.blur?.(); scrollTo(0, 0)`);
            faults.push(...(await compareWithBaseline(on, blank, `${name}-${theme}-${size.width}`)));
          }
        }
        return faults;
      },
    );
    await blank.close();
    expect(found).toEqual([]);
  });
});
