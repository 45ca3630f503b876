import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { feedSocket } from './feed-socket.ts';
import type { Publisher } from './publisher.ts';

/** Every event is told many times over, so that what is not read soon fills every buffer on the way. */
const LONG = `subscription Feed($after: String) { tenantFeed(after: $after) { cursor title ${Array.from({ length: 55 }, (_, index) => `t${index}: title`).join(' ')} } }`;
const PADDING = 'x'.repeat(80);
/** They read for so long first: what the server needs to serve them is not what their stopping costs. */
const WARMING_MS = 15_000;
const PATIENCE_MS = 90_000;
const SAMPLE_MS = 500;
const BYTES_PER_MB = 1024 * 1024;

export interface StalledResult {
  /** By how much the server's memory grew, at most. */
  stalledMb: number;
  /** How many of the stalled readers were closed. */
  stalledClosed: number;
}

/** Lets subscribers stop reading while events go on, and looks what they cost and whether they are closed. One that reads is not. */
export async function stall(
  at: { url: string; token: string; pid: number },
  publisher: Publisher,
  { first, many, say }: { first: number; many: number; say: (line: string) => void },
): Promise<StalledResult> {
  const reader = await feedSocket(at, { query: LONG, after: null }, () => undefined);
  let over = false;
  const publishing = (async () => {
    for (let number = first; !over; number += 4) await Promise.all([0, 1, 2, 3].map((index) => publisher.publish(number + index, PADDING)));
  })();
  const stalled = await Promise.all(Array.from({ length: many }, () => feedSocket(at, { query: LONG, after: null }, () => undefined)));
  let before = 0;
  for (let waited = 0; waited < WARMING_MS; waited += SAMPLE_MS) {
    await wait(SAMPLE_MS);
    before = Math.max(before, residentMb(at.pid));
  }
  for (const { socket } of stalled) socket.pause();
  const until = performance.now() + PATIENCE_MS;
  let most = 0;
  let open = many;
  while (open > 0 && performance.now() < until) {
    await wait(SAMPLE_MS);
    most = Math.max(most, residentMb(at.pid) - before);
    open = (await openSockets(at.url)) - 1;
  }
  say(`${many} stopped reading: ${open} are open, the server grew from ${Math.round(before)} MB by ${Math.round(most)} MB`);
  over = true;
  await publishing;
  if (reader.socket.readyState !== reader.socket.OPEN) throw new Error('the reader that reads was closed');
  for (const { socket } of [reader, ...stalled]) socket.terminate();
  return { stalledMb: Math.round(most * 10) / 10, stalledClosed: many - Math.max(0, open) };
}

function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kilobytes) * 1024) / BYTES_PER_MB;
}

async function openSockets(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^autonomos_open_sockets (\d+)$/mu.exec(text)?.[1]);
}
