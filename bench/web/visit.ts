import type { Browser, BrowserContext, Page } from 'playwright-core';
import { waitFor } from '../../cli/wait.ts';

/** How a line and a processor are slowed down. */
export interface Ground {
  name: string;
  /** Bits a second, both ways; null: as fast as the machine is. */
  bitsPerSecond: number | null;
  /** Of every request, there and back. */
  latencyMs: number;
  /** How many times slower the processor is. */
  cpu: number;
}

export const OFFICE: Ground = { name: '10 Mbps, 40 ms', bitsPerSecond: 10_000_000, latencyMs: 40, cpu: 1 };
export const SLOW_PHONE: Ground = { name: 'slow 4G, 4× CPU', bitsPerSecond: 1_600_000, latencyMs: 150, cpu: 4 };

/** What the browser measured while a page was loaded, in milliseconds; `cls` has no unit. */
export interface Load {
  lcp: number;
  tbt: number;
  cls: number;
  /** Compressed bytes of JavaScript that were loaded. */
  jsBytes: number;
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Longer tasks than this keep somebody waiting who touches the page. */
const BLOCKING_MS = 50;
const QUIET_MS = 1_500;
const QUIET_PATIENCE = { first: 100, longest: 250, total: 60_000 };
const BYTES_PER_BIT = 1 / 8;

/** Run before the page's own scripts: what the browser tells about loading it. */
const OBSERVE = `(() => {
  const seen = { lcp: 0, fcp: 0, cls: 0, tasks: [], slowest: 0, last: 0 };
  globalThis.__vitals = seen;
  const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, durationThreshold: 16 });
  watch('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; seen.last = performance.now(); });
  watch('paint', (entry) => { if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime; });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) { seen.cls += entry.value; seen.last = performance.now(); } });
  watch('longtask', (entry) => { seen.tasks.push([entry.startTime, entry.duration]); seen.last = performance.now(); });
  watch('event', (entry) => { if (entry.interactionId) seen.slowest = Math.max(seen.slowest, entry.duration); });
})()`;

const TOLD = `(() => {
  const { lcp, fcp, cls, tasks } = globalThis.__vitals;
  const tbt = tasks.filter(([at]) => at >= fcp).reduce((sum, [, took]) => sum + Math.max(0, took - ${BLOCKING_MS}), 0);
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
  return { lcp, tbt, cls, jsBytes: scripts.reduce((sum, each) => sum + each.encodedBodySize, 0) };
})()`;

/** A page in a browser that has nothing of the product yet but a log-in, on a ground. */
export async function openOn(browser: Browser, state: State, ground: Ground): Promise<Page> {
  const context = await browser.newContext({ storageState: state, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(OBSERVE);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const bytes = ground.bitsPerSecond === null ? -1 : ground.bitsPerSecond * BYTES_PER_BIT;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: ground.latencyMs,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: ground.cpu });
  return page;
}

/** Waits until nothing loads and nothing has moved for a while. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.locator('h1').first().waitFor();
  const still = `document.querySelectorAll('[data-state="loading"]').length === 0 && performance.now() - globalThis.__vitals.last > ${QUIET_MS}`;
  const found = await waitFor(async () => (await page.evaluate<boolean>(still)) || null, QUIET_PATIENCE);
  if (found === null) throw new Error(`${page.url()} did not come to rest`);
}

/** Loads a page as somebody does who has never been there. */
export async function loadCold(browser: Browser, state: State, ground: Ground, address: string): Promise<Load> {
  const page = await openOn(browser, state, ground);
  await page.goto(address);
  await quiet(page);
  const load = await page.evaluate<Load>(TOLD);
  await page.context().close();
  return load;
}

/** How long the slowest of some interactions took until the next paint, in milliseconds. */
export async function slowestInteraction(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate('globalThis.__vitals.slowest = 0');
  await act();
  await page.waitForTimeout(QUIET_MS);
  return page.evaluate<number>('globalThis.__vitals.slowest');
}

/** The middle one of several figures. */
export function middle(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[figures.length >> 1] ?? 0;
}
