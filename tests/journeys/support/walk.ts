import type { Page } from 'playwright-core';
import { accessibilityFaults, settled } from './browser.ts';
import type { Product } from './product.ts';

/** How many pages are looked at side by side. */
const SIDE_BY_SIDE = 3;

export const THEMES = ['dark', 'light'] as const;

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
