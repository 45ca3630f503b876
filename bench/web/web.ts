import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { logIn } from '../../cli/server/connect.ts';
import { addressesOf, prepareHeld } from '../../tests/journeys/support/addresses.ts';
import { comeIn } from '../../tests/journeys/support/at-browser.ts';
import {
  accessibilityFaults,
  findChromium,
  openBrowser,
  openPage,
  settled,
  WITHOUT_CHROMIUM,
} from '../../tests/journeys/support/browser.ts';
import { measureBuiltClient } from '../../tests/journeys/support/built-client.ts';
import { clientRoutes } from '../../tests/journeys/support/client-routes.ts';
import { autonomos, newDataFolder, startProduct, type Product } from '../../tests/journeys/support/product.ts';
import type { Bench, Given } from '../bench.ts';
import { eventLatency } from './event-latency.ts';
import { galaxyFrames } from './galaxy-frames.ts';
import { loadCold, middle, OFFICE, openOn, quiet, SLOW_PHONE, slowestInteraction, type Ground, type Load } from './visit.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
const PAGES = ['/', `/ask?q=${encodeURIComponent('revenue')}`, `/dashboards/new?q=${encodeURIComponent('Business overview')}`];
const THEMES = ['dark', 'light'];
/** A machine without a graphics card draws no faster than this whatever it draws. */
const UNTHROTTLED: Ground = { name: 'this machine', bitsPerSecond: null, latencyMs: 0, cpu: 1 };

/** The built client in a browser without a window, as somebody meets it who comes for the first time. */
export const web: Bench = {
  summary: 'the client in a browser: bytes, how fast it paints and answers on slow lines, frames, and what axe finds on every page',
  options: {
    data: { kind: 'TEXT', fallback: EXAMPLES, about: 'folder with data to connect' },
    rounds: { kind: 'NUMBER', fallback: 3, minimum: 1, about: 'cold loads of each page; the middle one counts' },
    'no-build': { kind: 'FLAG', about: 'measures what is built already' },
    'no-axe': { kind: 'FLAG', about: 'leaves the accessibility of all pages out' },
  },
  async run(given) {
    const chromium = findChromium();
    if (chromium === null) throw new Error(WITHOUT_CHROMIUM);
    const { dataFolder, discard } = newDataFolder();
    Object.assign(process.env, { AUTONOMOS_DEMO: 'off', RATE_LIMITS: 'off' });
    if (!given.flag('no-build')) {
      given.say('building');
      const built = await autonomos(dataFolder, 'build');
      if (built.code !== 0) throw new Error(built.stderr);
    }
    const browser = await openBrowser(chromium);
    try {
      await using product = await startProduct(dataFolder);
      const connected = await product.autonomos('connect', 'files', given.text('data') ?? EXAMPLES, '--accept');
      if (connected.code !== 0) throw new Error(connected.stderr);
      return await measure(product, browser, given);
    } finally {
      await browser.close();
      discard();
    }
  },
};

async function measure(product: Product, browser: Browser, given: Given): Promise<Record<string, number>> {
  const { initialJsKb, routes } = measureBuiltClient();
  given.say(`first load ${initialJsKb} KB; the biggest pages: ${routes.slice(0, 5).map(({ route, kb }) => `${route} ${kb}`).join(', ')}`); // prettier-ignore
  const { page } = await openPage(browser);
  await comeIn({ product, page });
  const state = await page.context().storageState();

  const loads = async (ground: Ground): Promise<Load[]> => {
    const middles: Load[] = [];
    for (const path of PAGES) {
      const rounds: Load[] = [];
      for (let round = 0; round < given.number('rounds'); round++)
        rounds.push(await loadCold(browser, state, ground, `${product.url}${path}`));
      const of = (name: keyof Load) => middle(rounds.map((each) => each[name]));
      const load = { lcp: of('lcp'), tbt: of('tbt'), cls: of('cls'), jsBytes: of('jsBytes') };
      middles.push(load);
      given.say(
        `${ground.name} · ${path}: LCP ${Math.round(load.lcp)} ms, TBT ${Math.round(load.tbt)} ms, CLS ${load.cls.toFixed(4)}, JavaScript ${Math.round(load.jsBytes / 1000)} KB`,
      );
    }
    return middles;
  };
  const worst = (all: readonly Load[], name: keyof Load) => Math.max(...all.map((each) => each[name]));
  const [office, phone] = [await loads(OFFICE), await loads(SLOW_PHONE)];

  const inp = await interactions(browser, state, product.url, given);
  const quick = await openOn(browser, state, UNTHROTTLED);
  const galaxy = await galaxyFrames(quick, `${product.url}${PAGES[1] ?? ''}`);
  given.say(galaxy === null ? 'galaxy: none shown' : `galaxy of ${galaxy.nodes} planets: ${galaxy.fps} frames a second while it is moved`);
  const latency = await eventLatency(quick, product.url, await logIn(product, product.dataFolder));
  given.say(latency === null ? 'event to screen: not seen' : `event to screen: ${latency} ms`);
  await quick.context().close();

  const axeViolations = given.flag('no-axe') ? -1 : await axeOverAll(product, browser, state, given);
  return {
    initialJsKb,
    maxRouteKb: routes[0]?.kb ?? 0,
    lcp_ms: Math.round(worst(office, 'lcp')),
    tbt_ms: Math.round(worst(phone, 'tbt')),
    cls: Math.round(Math.max(worst(office, 'cls'), worst(phone, 'cls')) * 10_000) / 10_000,
    inp_ms: inp,
    axeViolations,
  };
}

type State = Parameters<typeof openOn>[1];

/** The slowest of what people do most: typing a question, opening the palette, switching the theme, moving through the galaxy. */
async function interactions(browser: Browser, state: State, url: string, { say }: Given): Promise<number> {
  const page = await openOn(browser, state, OFFICE);
  await page.goto(`${url}${PAGES[1] ?? ''}`);
  await quiet(page);
  const acts: readonly (readonly [name: string, act: () => Promise<void>])[] = [
    ['typing a question', async () => page.getByRole('combobox', { name: 'Your question' }).pressSequentially(' by city', { delay: 60 })],
    ['the palette', async () => (await page.keyboard.press('Escape'), page.keyboard.press('Control+k'))],
    ['the theme', async () => (await page.keyboard.press('Escape'), page.locator('[data-theme-toggle]').first().click())],
    [
      'the galaxy by keys',
      async () => {
        await page.locator('[data-galaxy] [data-node][tabindex="0"]').first().focus({ timeout: 3_000 });
        for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', '+', '0']) await page.keyboard.press(key);
      },
    ],
  ];
  let slowest = 0;
  for (const [name, act] of acts) {
    const took = await slowestInteraction(page, () => act().catch(() => say(`${name}: not there`)));
    say(`interaction · ${name}: ${took} ms`);
    slowest = Math.max(slowest, took);
  }
  await page.context().close();
  return slowest;
}

/** How many faults axe finds on all pages, in both themes. */
async function axeOverAll(product: Product, browser: Browser, state: State, { say }: Given): Promise<number> {
  const { inside, before } = addressesOf(clientRoutes(), await prepareHeld(product));
  let faults = 0;
  for (const [paths, own] of [
    [inside, state],
    [before, undefined],
  ] as const) {
    // prettier-ignore
    const context = await browser.newContext({ ...(own ? { storageState: own } : {}), reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const path of paths) {
      await page.goto('about:blank');
      await page.goto(`${product.url}${path}`);
      await settled(page);
      for (const theme of THEMES) {
        await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
        const found = await accessibilityFaults(page);
        for (const fault of found) say(`axe · ${path}, ${theme}: ${fault}`);
        faults += found.length;
      }
    }
    await context.close();
  }
  say(`axe · ${inside.length + before.length} pages in ${THEMES.length} themes: ${faults} faults`);
  return faults;
}
