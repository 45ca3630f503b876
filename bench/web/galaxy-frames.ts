import type { Page } from 'playwright-core';
import { quiet } from './visit.ts';

/** So many planets, whatever the data have. */
const NODES = 200;
const FRAMES = `async (ms) => {
  let frames = 0;
  const from = performance.now();
  await new Promise((done) => {
    const count = () => { frames += 1; performance.now() - from < ms ? requestAnimationFrame(count) : done(); };
    requestAnimationFrame(count);
  });
  return (frames * 1000) / (performance.now() - from);
}`;
const MEASURED_MS = 3_000;
const STEPS = 60;

interface Galaxy {
  nodes: Record<string, unknown>[];
}

/** The galaxies in a reply, wherever they stand. */
function galaxiesIn(value: unknown): Galaxy[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(galaxiesIn);
  const own = '__typename' in value && value.__typename === 'Galaxy' && 'nodes' in value ? [value as Galaxy] : [];
  return [...own, ...Object.values(value).flatMap(galaxiesIn)];
}

/** A galaxy with more planets of the kinds it has. */
function crowd({ nodes }: Galaxy): void {
  const own = nodes.length;
  for (let at = 0; own > 0 && nodes.length < NODES; at++) {
    const like = nodes[at % own] ?? {};
    nodes.push({
      ...like,
      id: `${String(like['id'])}-${at}`,
      metric: `${String(like['metric'] ?? like['id'])}_${at}`,
      label: `${String(like['label'])} ${at}`,
    });
  }
}

/** Frames a second while a galaxy of 200 planets is moved and zoomed with the pointer; null when the page shows none. */
export async function galaxyFrames(page: Page, address: string): Promise<{ nodes: number; fps: number } | null> {
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const json: unknown = await response.json();
    galaxiesIn(json).forEach(crowd);
    await route.fulfill({ response, json });
  });
  await page.goto(address);
  await quiet(page);
  const galaxy = page.locator('[data-galaxy]').first();
  const box = await galaxy.boundingBox().catch(() => null);
  if (box === null) return null;
  const nodes = await galaxy.locator('[data-node]').count();
  const [x, y] = [box.x + box.width / 3, box.y + box.height / 3];
  const moving = async (): Promise<void> => {
    await page.mouse.move(x, y);
    for (let at = 0; at < STEPS; at++) {
      await page.mouse.wheel(0, at % 20 < 10 ? -60 : 60);
      await page.mouse.move(x + at * 2, y + (at % 7) * 3);
    }
  };
  const [fps] = await Promise.all([page.evaluate<number>(`(${FRAMES})(${MEASURED_MS})`), moving()]);
  await page.unroute('**/graphql');
  return { nodes, fps: Math.round(fps * 10) / 10 };
}
