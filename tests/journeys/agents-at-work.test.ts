import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { agentsAtWork } from './support/agents-at-work.ts';
import { atBrowser } from './support/at-browser.ts';
import { settled } from './support/browser.ts';
import { TOPOLOGY, WHY_NOT, type Product } from './support/product.ts';
import { faultsInBothThemes, onEachPage, openAs, SIZES } from './support/walk.ts';

const ALL_MS = 600_000;

/** Elements that stick out of the window, so that the whole page could be pushed aside; what scrolls by itself may be wider. */
const OVERFLOW = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;

describe.skipIf(WHY_NOT !== null)(`pages of agents at work, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let paths: string[];

  const { needsBrowser } = atBrowser({
    prepare: async (started) => {
      paths = await agentsAtWork(started);
    },
    onReady: (stage) => {
      ({ product, browser, page } = stage);
    },
  });

  test('axe finds nothing in either theme, and nothing sticks out, wide and narrow', { timeout: ALL_MS }, async (context) => {
    needsBrowser(context);
    const faults: string[] = [];
    const open = await openAs(page, browser, faults);
    const found = await onEachPage(product, paths, open, async (on, path) => {
      const here: string[] = [];
      for (const size of SIZES) {
        await on.setViewportSize(size);
        await settled(on);
        here.push(...(await faultsInBothThemes(on, `${path} at ${size.width}`)));
        const over = await on.evaluate<number>(OVERFLOW);
        if (over > 0) here.push(`${path} at ${size.width}: ${over} px stick out`);
      }
      return here;
    });
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
  });
});
