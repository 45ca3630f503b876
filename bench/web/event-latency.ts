import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { GraphClient } from '../../cli/graph/client.ts';
import { middle, quiet } from './visit.ts';

const EVENTS = 7;
const PATIENCE_MS = 10_000;
const SAVE = `mutation Save($input: SaveDashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id updatedAt } } } }`;
const savedSchema = z.object({ saveDashboard: z.object({ dashboard: z.object({ id: z.string(), updatedAt: z.iso.datetime() }) }) });

/** Run in the page: when the list of events grows past a number, in milliseconds since 1970; null when it does not. */
const GROWN = `(than) => new Promise((done) => {
  const look = () => {
    if (document.querySelectorAll('[role=log] li').length <= than) return;
    watch.disconnect();
    requestAnimationFrame(() => done(Date.now()));
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { subtree: true, childList: true });
  look();
  setTimeout(() => { watch.disconnect(); done(null); }, ${PATIENCE_MS});
})`;

const WIDGET = { title: 'Customers', kind: 'KPI', question: 'how many customers do we have', layout: { x: 0, y: 0, w: 3, h: 2 } };

/** From a change on the server until it stands on a page that somebody has open, in milliseconds: the middle one of several. */
export async function eventLatency(page: Page, url: string, client: GraphClient): Promise<number | null> {
  await page.goto(`${url}/dashboards`);
  await quiet(page);
  await page.keyboard.press('n');
  await page.waitForTimeout(1_000);
  const took: number[] = [];
  for (let at = 0; at < EVENTS; at++) {
    const before = await page.locator('[role=log] li').count();
    const grown = page.evaluate<number | null>(`(${GROWN})(${before})`);
    const input = { title: `Latency ${at}`, sentence: '', widgets: [WIDGET] };
    const [saw, { saveDashboard }] = await Promise.all([grown, client.request(SAVE, { input }, savedSchema)]);
    if (saw !== null) took.push(saw - Date.parse(saveDashboard.dashboard.updatedAt));
  }
  return took.length === 0 ? null : middle(took);
}
