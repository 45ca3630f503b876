import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, settled } from './browser.ts';
import type { Product } from './product.ts';

/** How many pages are looked at side by side. */
const SIDE_BY_SIDE = 3;

export const THEMES = ['dark', 'light'] as const;
export const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** Opens pages of whoever is logged in on a page; errors of their scripts go to `faults`. */
export async function openAs(page: Page, browser: Browser, faults: string[]): Promise<() => Promise<Page>> {
  const state = await page.context().storageState();
  return async () => {
    const context = await browser.newContext({ storageState: state, viewport: SIZES[0], reducedMotion: 'reduce', timezoneId: 'UTC' });
    const on = await context.newPage();
    on.on('pageerror', (error) => faults.push(`${on.url()}: ${error.message}`));
    return on;
  };
}

/** What `look` finds on each address of a product, several pages side by side. */
export async function onEachPage(
  { url }: Pick<Product, 'url'>,
  paths: readonly string[],
  open: () => Promise<Page>,
  look: (on: Page, path: string) => Promise<string[]>,
): Promise<string[]> {
  const waiting = [...paths];
  const found: string[] = [];
  const walk = async (): Promise<void> => {
    const on = await open();
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      // From elsewhere: an address that differs behind the # only is not loaded again.
      await on.goto('about:blank');
      await on.goto(`${url}${path}`);
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
}

/** What axe finds wrong with a page, in both themes. */
export async function faultsInBothThemes(on: Page, path: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of THEMES) {
    await on.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    found.push(...(await accessibilityFaults(on)).map((fault) => `${path}, ${theme}: ${fault}`));
  }
  return found;
}
