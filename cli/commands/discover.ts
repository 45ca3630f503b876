import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Policy } from '../../subgraphs/assets/discovery/policy/policy.ts';
import type { Moment } from '../../subgraphs/assets/discovery/snapshot/moment.ts';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { discoveryText } from '../format/discovery.ts';
import type { Terminal } from '../terminal.ts';

export interface DiscoverOptions {
  /** A JSON file; null: the default policy. */
  policy: string | null;
  /** A date or moment; null: what the snapshot says, else now. */
  asOf: string | null;
  json: boolean;
}

/** `autonomos discover <snapshot.json>`: what runs by the telemetry of a snapshot, judged by a policy. Needs no server, and keeps nothing. */
export async function discoverCommand(file: string, options: DiscoverOptions, terminal: Terminal): Promise<number> {
  const { discover } = await import('../../subgraphs/assets/discovery/report/discover.ts');
  const { reportOf } = await import('../../subgraphs/assets/discovery/report/report.ts');
  const policy = await policyFrom(options.policy, terminal);
  await using snapshot = await snapshotAt(file);
  const moment = await momentOf(snapshot, options.asOf);
  const report = reportOf(await discover(snapshot.read(), policy, moment));
  if (Object.keys(report.counts.lists).length === 0)
    throw new Failure(EXIT.USAGE, `${file} is no snapshot: it has no planes with lists of records.`);
  if (!report.whole) terminal.note(`${snapshot.name} ends before its end; what came before is in.`);
  terminal.print(options.json ? JSON.stringify(report) : discoveryText(report, terminal.style));
  return EXIT.OK;
}

interface Snapshot extends AsyncDisposable {
  name: string;
  /** From its beginning. */
  read: () => AsyncIterable<string>;
}

/** A file; standard input (`-`) is put into one, because it is read twice. */
async function snapshotAt(file: string): Promise<Snapshot> {
  const text = (path: string) => () => createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 }) as AsyncIterable<string>;
  if (file !== '-') {
    await readable(file);
    return { name: file, read: text(file), [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-discover-'));
  const path = join(folder, 'snapshot.json');
  await pipeline(process.stdin, createWriteStream(path));
  return { name: 'standard input', read: text(path), [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

async function momentOf(snapshot: Snapshot, asOf: string | null): Promise<Moment> {
  const { momentFrom } = await import('../../subgraphs/assets/discovery/snapshot/moment.ts');
  const { momentOfSnapshot } = await import('../../subgraphs/assets/discovery/snapshot/read-snapshot.ts');
  if (asOf === null) return (await momentOfSnapshot(snapshot.read())) ?? { asOf: Date.now(), latest: Date.now() };
  const moment = momentFrom(asOf);
  if (moment === null) throw new Failure(EXIT.USAGE, `${asOf} is no date: write 2026-06-30, or 2026-06-30T12:00:00Z.`);
  return moment;
}

async function policyFrom(file: string | null, terminal: Terminal): Promise<Policy> {
  const { DEFAULT_POLICY } = await import('../../subgraphs/assets/discovery/policy/policy.ts');
  const { readPolicy } = await import('../../subgraphs/assets/discovery/policy/read-policy.ts');
  if (file === null) return DEFAULT_POLICY;
  await readable(file);
  const read = readPolicy(jsonOf(await readFile(file, 'utf8'), file));
  if (read.kind === 'FAULTY') {
    for (const { code, path, message } of read.problems) terminal.note(`${code} ${path === '' ? '' : `${path}: `}${message}`);
    throw new Failure(EXIT.USAGE, `${file} is no policy that can be judged by.`);
  }
  for (const field of read.ignored) terminal.note(`${file}: ${field} is of no consequence here.`);
  return read.policy;
}

async function readable(file: string): Promise<void> {
  await access(file, constants.R_OK).catch(() => {
    throw new Failure(EXIT.USAGE, `${file} cannot be read.`);
  });
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Failure(EXIT.USAGE, `${file} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}
