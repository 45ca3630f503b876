import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, type TestContext } from 'vitest';
import { findChromium, openBrowser, openPage, settled, WITHOUT_CHROMIUM } from './browser.ts';
import { newDataFolder, startProduct, type Product } from './product.ts';

/** The whole product on a data folder of its own, and a person at a browser. */
export interface Stage {
  product: Product;
  browser: Browser;
  page: Page;
  /** Errors of the page's own scripts, so far. */
  faults: string[];
}

interface AtBrowser {
  /** What the product holds before anybody looks. */
  prepare?: (product: Product) => Promise<unknown>;
  /** Hands the stage over, before anybody has logged in. */
  onReady: (stage: Stage) => unknown;
  /** Whether the page is left logged out; else it comes in by the link that the product has printed. */
  loggedOut?: boolean;
}

interface OnStage {
  dataFolder: string;
  /** Skips a test where no browser is installed. */
  needsBrowser: (context: TestContext) => void;
  /** Goes to a path of the product and waits for its content; by the stage's own page when no other is given. */
  visit: (path: string, on?: Page) => Promise<void>;
}

const chromium = findChromium();

/** Follows the link that the product printed when it was ready: whoever started it is its owner. */
export async function comeIn({ product, page }: Pick<Stage, 'product' | 'page'>): Promise<void> {
  await page.goto(/http\S+\/welcome#\S+/.exec(product.output())?.[0] ?? '');
  await page.waitForURL(`${product.url}/`);
}

/** Sets a journey at the browser up for the tests of one `describe`, and takes it down after them; nothing is started without a browser. */
export function atBrowser({ prepare, onReady, loggedOut = false }: AtBrowser): OnStage {
  const { dataFolder, discard } = newDataFolder();
  const open: { stage: Stage | null } = { stage: null };
  beforeAll(async () => {
    if (chromium === null) return;
    const product = await startProduct(dataFolder);
    await prepare?.(product);
    const browser = await openBrowser(chromium);
    const stage = { product, browser, ...(await openPage(browser)) };
    open.stage = stage;
    await onReady(stage);
    if (!loggedOut) await comeIn(stage);
  });
  afterAll(async () => {
    await open.stage?.browser.close();
    await open.stage?.product[Symbol.asyncDispose]();
    discard();
  });
  return {
    dataFolder,
    needsBrowser(context) {
      if (chromium === null) context.skip(WITHOUT_CHROMIUM);
    },
    async visit(path, on) {
      const { stage } = open;
      if (stage === null) return;
      const page = on ?? stage.page;
      await page.goto(`${stage.product.url}${path}`);
      await settled(page);
    },
  };
}
