import { spawnSync } from 'node:child_process';
import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where Debian's Chromium is; null where it is not installed. */
export function findChromium(): string | null {
  const found = spawnSync('which', ['chromium'], { encoding: 'utf8' });
  const path = found.stdout.trim();
  return found.status === 0 && path !== '' ? path : null;
}

export const WITHOUT_CHROMIUM = 'chromium is not installed (apt-get install chromium)';

/** A browser without a window. It works as root and in containers; nothing it does leaves this machine. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh person at the browser: no cookies, no storage. Errors of the page's own scripts end up in `faults`. */
export async function openPage(browser: Browser): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} on ${page.url()}`);
  });
  return { page, faults };
}

const LOADING_MS = 15_000;
/** So many frames without anything coming or going: what a reply brings is drawn by then, however slow the machine. */
const STILL_FRAMES = 6;
/** On a page that is never still, so many frames are enough. */
const MOST_FRAMES = 60;

/** Run in the browser: ends when nothing has come or gone for a few frames. */
const STILL = `new Promise((done) => {
  let [still, all] = [0, 0];
  const observer = new MutationObserver(() => { still = 0; });
  observer.observe(document.body, { subtree: true, childList: true });
  const look = () => {
    still += 1;
    all += 1;
    if (still < ${STILL_FRAMES} && all < ${MOST_FRAMES}) return requestAnimationFrame(look);
    observer.disconnect();
    done(null);
  };
  requestAnimationFrame(look);
})`;

/** Waits until a page has its content: nothing on it says that it is still loading, but for samples of that, and nothing more comes. */
export async function settled(page: Page): Promise<void> {
  const loaded = () =>
    expect.poll(() => page.locator('[data-state="loading"]:not([data-samples] *)').count(), { timeout: LOADING_MS }).toBe(0);
  await page.locator('h1').first().waitFor();
  await loaded();
  await page.evaluate(STILL);
  await loaded();
  // As text, like everything that runs in the page: the types of a browser are not those of this program.
  await page.evaluate('document.fonts.ready.then(() => null)');
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong with the page, one line a rule with the elements concerned. Empty when it finds nothing. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: { type: 'tag', values: RULES } });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')} (${violation.help})`,
  );
}
