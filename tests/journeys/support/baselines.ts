import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../baselines/', import.meta.url));
const INDEX = join(FOLDER, 'baselines.json');
/** `AUTONOMOS_BASELINES=renew npm run test:journeys -- tests/journeys/every-page.test.ts` takes the pictures anew. */
const RENEW = process.env['AUTONOMOS_BASELINES'] === 'renew';

/** Kept at half their size: enough to see what moved, small enough to keep. */
const SCALE = 0.5;
const QUALITY = 0.82;
/** How far a pixel may be off, of 255: letters are drawn a little differently on every machine. */
const PIXEL_TOLERANCE = 56;
/** Which share of the pixels may be off further than that. */
const SHARE_TOLERANCE = 0.012;
/** How far a box may be off, in pixels. */
const BOX_TOLERANCE = 4;
const MOST_TOLD = 4;

type Box = readonly [name: string, x: number, y: number, width: number, height: number];

interface Baseline {
  /** Of the whole picture: the same hash needs no further look. */
  sha256: string;
  boxes: readonly Box[];
}

/** What stands where, as far as the first screen shows it: what does not depend on how letters are drawn. */
const BOXES = `(() => {
  const shown = [...document.querySelectorAll('header, aside, main, nav, h1, h2, section, table, .panel, [data-widget], [data-galaxy]')];
  return shown.flatMap((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    if (width < 2 || height < 2 || y > innerHeight) return [];
    const name = each.tagName.toLowerCase() + (each.getAttribute('aria-label') ? ' ' + each.getAttribute('aria-label').slice(0, 24) : '');
    return [[name, ...[x, y, width, Math.min(height, innerHeight - y)].map(Math.round)]];
  });
})()`;

/** Run in the browser: reads the picture, at half its size, as a data URL; with another one it tells the share of pixels that differ. */
const COMPARE = `async ([taken, kept, scale, quality, tolerance]) => {
  const draw = async (source, width, height) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width ?? Math.round(image.width * scale);
    canvas.height = height ?? Math.round(image.height * scale);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { canvas, pixels: context.getImageData(0, 0, canvas.width, canvas.height).data };
  };
  const now = await draw(taken);
  const small = now.canvas.toDataURL('image/webp', quality);
  if (kept === null) return { small, share: 0 };
  const [one, other] = [await draw(small, now.canvas.width, now.canvas.height), await draw(kept, now.canvas.width, now.canvas.height)];
  let off = 0;
  for (let at = 0; at < one.pixels.length; at += 4) {
    const by = Math.max(...[0, 1, 2].map((channel) => Math.abs(one.pixels[at + channel] - other.pixels[at + channel])));
    if (by > tolerance) off += 1;
  }
  return { small, share: off / (one.pixels.length / 4) };
}`;

const index = (): Record<string, Baseline> =>
  existsSync(INDEX) ? (JSON.parse(readFileSync(INDEX, 'utf8')) as Record<string, Baseline>) : {};

/** Whether there is anything to compare with, or it is being taken now. */
export function hasBaselines(): boolean {
  return RENEW || existsSync(INDEX);
}

function boxFaults(now: readonly Box[], kept: readonly Box[]): string[] {
  if (now.length !== kept.length) {
    const names = (boxes: readonly Box[]) => boxes.map(([name]) => name).join(', ');
    return [`${now.length} boxes instead of ${kept.length}: ${names(now)} instead of ${names(kept)}`];
  }
  return now.flatMap((box, at) => {
    const was = kept[at];
    if (was === undefined) return [];
    const off = [1, 2, 3, 4].some((side) => Math.abs(Number(box[side]) - Number(was[side])) > BOX_TOLERANCE);
    return off ? [`${box[0]} is at ${box.slice(1).join(' ')}, was at ${was.slice(1).join(' ')}`] : [];
  });
}

/**
 * Compares what a page shows with the picture kept under `name`: by hash, else what stands where, then the pixels.
 * @returns what differs, one line each; empty when nothing does, or when the pictures are being renewed
 */
export async function compareWithBaseline(page: Page, blank: Page, name: string): Promise<string[]> {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const sha256 = createHash('sha256').update(picture).digest('hex');
  const boxes = await page.evaluate<readonly Box[]>(BOXES);
  const kept = index()[name];
  if (!RENEW && kept?.sha256 === sha256) return [];
  const file = join(FOLDER, `${name}.webp`);
  const before = !RENEW && existsSync(file) ? `data:image/webp;base64,${readFileSync(file).toString('base64')}` : null;
  const given = JSON.stringify([`data:image/png;base64,${picture.toString('base64')}`, before, SCALE, QUALITY, PIXEL_TOLERANCE]);
  const { small, share } = await blank.evaluate<{ small: string; share: number }>(`(${COMPARE})(${given})`);
  if (RENEW) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, Buffer.from(small.slice(small.indexOf(',') + 1), 'base64'));
    const all = { ...index(), [name]: { sha256, boxes } };
    const lines = Object.entries(all).toSorted(([one], [other]) => one.localeCompare(other)).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`); // prettier-ignore
    writeFileSync(INDEX, `{\n${lines.join(',\n')}\n}\n`);
    return [];
  }
  if (kept === undefined || before === null) return [`${name}: there is no baseline`];
  const moved = boxFaults(boxes, kept.boxes).slice(0, MOST_TOLD);
  const pixels = share > SHARE_TOLERANCE ? [`${(share * 100).toFixed(2)} % of the pixels differ`] : [];
  return [...moved, ...pixels].map((fault) => `${name}: ${fault}`);
}
