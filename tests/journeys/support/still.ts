import type { Browser, Page, Route } from 'playwright-core';

/** What every clock shows in pictures. */
const NOW = '2026-01-15T12:00:00.000Z';
const A_MOMENT_AGO = '2026-01-15T11:55:00.000Z';

const DAY_MS = 86_400_000;
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;
const AGE = /\b\d[\d ,.]*( ?)(ms|milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?)\b/g;
/** Where the examples lie on this machine. */
const FOLDER = /\/\S*\/(?=examples\/)/g;
/** Numbers that are measured, and so differ from run to run. */
const MEASURED = /(Ms|Seconds|PerMinute)$|^(took|elapsed|freshness|quality|bytes|progress)$/;

/** Whether a time is of this very run: a day of the data is not. */
function ofThisRun(text: string): boolean {
  const at = Date.parse(text);
  return at > Date.now() - 2 * DAY_MS && at < Date.now() + 400 * DAY_MS;
}

/** A reply without what differs from run to run: its own times, durations and ages. Pure but for the day it is run on. */
export function still(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => still(each, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, still(each, key)]));
  if (typeof value === 'number') return MEASURED.test(name) ? 1 : value;
  if (typeof value !== 'string' || name === 'id' || name.endsWith('Id')) return value;
  if (TIME.test(value)) return ofThisRun(value) ? A_MOMENT_AGO : value;
  return value.replaceAll(FOLDER, '/srv/').replaceAll(AGE, '3$1$2');
}

async function answerStill(route: Route): Promise<void> {
  try {
    const response = await route.fetch();
    await route.fulfill({ response, json: still(await response.json()) });
  } catch {
    // The page went on before its reply had come.
    await route.abort().catch(() => undefined);
  }
}

/** A page on which nothing moves: the clock stands, and what the server says comes without what differs from run to run. */
export async function openStillPage(
  browser: Browser,
  state: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>,
): Promise<Page> {
  const context = await browser.newContext({
    storageState: state,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    deviceScaleFactor: 1,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  await page.route('**/graphql', answerStill);
  await page.routeWebSocket(/\/graphql/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => socket.send(JSON.stringify(still(JSON.parse(message.toString())))));
  });
  return page;
}
