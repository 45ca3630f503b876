import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addressesOf, prepareHeld, SENTENCE, type Addresses } from './support/addresses.ts';
import { atBrowser } from './support/at-browser.ts';
import { compareWithBaseline, hasBaselines } from './support/baselines.ts';
import { accessibilityFaults, openPage, settled } from './support/browser.ts';
import { clientRoutes } from './support/client-routes.ts';
import type { Product } from './support/product.ts';
import { openStillPage } from './support/still.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
const THEMES = ['dark', 'light'] as const;
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
/** A hundred pages in two themes, on a busy machine. */
const ALL_MS = 900_000;
/** How many pages are looked at side by side. */
const SIDE_BY_SIDE = 3;

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

  /** What `look` finds on each address, several pages side by side. */
  const onEach = async (paths: readonly string[], open: () => Promise<Page>, look: (on: Page, path: string) => Promise<string[]>) => {
    const waiting = [...paths];
    const found: string[] = [];
    const walk = async (): Promise<void> => {
      const on = await open();
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        // From elsewhere: an address that differs behind the # only is not loaded again.
        await on.goto('about:blank');
        await on.goto(`${product.url}${path}`);
        try {
          await settled(on);
          found.push(...(await look(on, path)));
        } catch (error) {
          const loading = await on.locator('[data-state="loading"]').allTextContents();
          found.push(`${path}: ${String(error).split('\n')[0]} ${loading.join(', ').slice(0, 200)}`);
        }
      }
      await on.context().close();
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, walk));
    return found;
  };

  const inBothThemes = async (on: Page, path: string): Promise<string[]> => {
    const found: string[] = [];
    for (const theme of THEMES) {
      await on.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      found.push(...(await accessibilityFaults(on)).map((fault) => `${path}, ${theme}: ${fault}`));
    }
    return found;
  };

  test('is looked at: no route is left out', (context) => {
    needsBrowser(context);
    expect(clientRoutes().length).toBeGreaterThan(60);
    expect(addresses.unknown).toEqual([]);
  });

  test('axe finds nothing in either theme', { timeout: ALL_MS }, async (context) => {
    needsBrowser(context);
    const state = await page.context().storageState();
    const faults: string[] = [];
    const open = async () => {
      const context = await browser.newContext({ storageState: state, viewport: SIZES[0], reducedMotion: 'reduce', timezoneId: 'UTC' });
      const on = await context.newPage();
      on.on('pageerror', (error) => faults.push(`${on.url()}: ${error.message}`));
      return on;
    };
    expect(await onEach(addresses.inside, open, inBothThemes)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('axe finds nothing before logging in, in either theme', async (context) => {
    needsBrowser(context);
    const open = async () => (await openPage(browser)).page;
    expect(await onEach(addresses.before, open, inBothThemes)).toEqual([]);
  });

  test('looks as it did, in both themes, wide and narrow', { timeout: ALL_MS }, async (context) => {
    needsBrowser(context);
    if (!hasBaselines()) context.skip('no pictures are kept (AUTONOMOS_BASELINES=renew takes them)');
    const state = await page.context().storageState();
    const blank = await browser.newPage();
    const found = await onEach(
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
