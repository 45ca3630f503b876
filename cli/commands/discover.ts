import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Policy } from '../../subgraphs/assets/discovery/policy/policy.ts';
import type { Source } from '../../subgraphs/assets/discovery/report/discover.ts';
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

/** `autonomos discover <path>`: what runs by the telemetry of a file, or of all files of a folder, judged by a policy. Needs no server, and keeps nothing. */
export async function discoverCommand(path: string, options: DiscoverOptions, terminal: Terminal): Promise<number> {
  const { discover } = await import('../../subgraphs/assets/discovery/report/discover.ts');
  const { reportOf } = await import('../../subgraphs/assets/discovery/report/report.ts');
  const policy = await policyFrom(options.policy, terminal);
  await using telemetry = await telemetryAt(path);
  const moment = await momentOf(telemetry.sources, options.asOf);
  const report = reportOf(await discover(telemetry.sources, policy, moment));
  if (report.files.every(({ lists }) => Object.keys(lists).length === 0))
    throw new Failure(
      EXIT.USAGE,
      `${path} is no telemetry: ${report.refused.find(({ place }) => place === 'file')?.says ?? 'it has no records.'}`,
    );
  for (const { file, whole } of report.files) if (!whole) terminal.note(`${file} could not be read to its end; what came before is in.`);
  terminal.print(options.json ? JSON.stringify(report) : discoveryText(report, terminal.style));
  return EXIT.OK;
}

interface Telemetry extends AsyncDisposable {
  sources: readonly Source[];
}

/** A file or folder; standard input (`-`) is put into a file, because it is read twice. */
async function telemetryAt(path: string): Promise<Telemetry> {
  const { telemetryFiles } = await import('../../subgraphs/assets/discovery/formats/telemetry-files.ts');
  if (path !== '-') {
    await readable(path);
    const files = await telemetryFiles(path);
    return {
      sources: files.map((file) => ({ name: file.name, read: () => createReadStream(file.path) })),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
  }
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-discover-'));
  const file = join(folder, 'telemetry');
  await pipeline(process.stdin, createWriteStream(file));
  return {
    sources: [{ name: 'standard input', read: () => createReadStream(file) }],
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function momentOf(sources: readonly Source[], asOf: string | null): Promise<Moment> {
  const { momentFrom } = await import('../../subgraphs/assets/discovery/snapshot/moment.ts');
  const { momentOfSources } = await import('../../subgraphs/assets/discovery/report/discover.ts');
  if (asOf === null) return (await momentOfSources(sources)) ?? { asOf: Date.now(), latest: Date.now() };
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
