import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { Gatherer } from '../gather/gatherer.ts';
import { DEFAULT_POLICY } from '../policy/policy.ts';
import { AS_OF, SAMPLES } from './formats.testkit.ts';
import { newReading } from './read-telemetry.ts';
import { ENTRA_GRANTS, ENTRA_PRINCIPALS } from './samples/identity.testkit.ts';
import { takeTelemetry, type TelemetryReading } from './take-telemetry.ts';
import { telemetryFiles } from './telemetry-files.ts';

const SNAPSHOT = {
  meta: { snapshot_as_of: '2026-11-01' },
  planes: {
    discovery: {
      observations: [{ observation_id: 'o1', domain: 'notion.so', source: 'dns', observed_at: '2026-10-01T00:00:00Z' }, 'none'],
    },
  },
};

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'telemetry-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

async function readFolder(folder: string): Promise<{ gatherer: Gatherer; readings: Map<string, TelemetryReading> }> {
  const [gatherer, reading, readings] = [new Gatherer(DEFAULT_POLICY, AS_OF), newReading(AS_OF), new Map<string, TelemetryReading>()];
  for (const { path, name } of await telemetryFiles(folder))
    readings.set(name, await takeTelemetry(createReadStream(path), name, reading, (evidence) => gatherer.take(evidence)));
  return { gatherer, readings };
}

const sumOf = ({ lists }: TelemetryReading) => {
  const counts = [...lists.values()];
  const sum = (field: 'read' | 'taken' | 'kept' | 'refused'): number => counts.reduce((total, each) => total + each[field], 0);
  return { read: sum('read'), out: sum('taken') + sum('kept') + sum('refused') };
};

test('a folder of every format is read in one go: what is counted in is counted out', async () => {
  const folder = await folderOf(Object.fromEntries(SAMPLES.map(([name, , text], at) => [`${at % 3}/${name}`, text])));
  const { gatherer, readings } = await readFolder(folder);
  expect(readings.size).toBe(SAMPLES.length);
  for (const [name, reading] of readings) {
    expect({ name, format: reading.format }).toEqual({ name, format: SAMPLES.find(([each]) => name.endsWith(`/${each}`))?.[1] });
    const { read, out } = sumOf(reading);
    expect(read).toBeGreaterThan(0);
    expect(out).toBe(read);
    expect([...reading.silent.values()].reduce((total, count) => total + count, 0)).toBe(
      [...reading.lists.values()].reduce((total, { kept }) => total + kept, 0),
    );
  }
  expect(gatherer.facts().map(({ key }) => key)).toEqual(
    expect.arrayContaining(['notion.so', 'figma.com', 'openai.com', 'trello.com', 'orders', 'slack']),
  );
});

test('lists of applications are read before what cites their ids, whatever files are called', async () => {
  const folder = await folderOf({
    'a-grants.json': JSON.stringify(ENTRA_GRANTS),
    'z/principals.json.gz': gzipSync(JSON.stringify(ENTRA_PRINCIPALS)),
    '.hidden': 'x',
  });
  const { readings } = await readFolder(folder);
  expect([...readings.keys()]).toEqual(['z/principals.json.gz', 'a-grants.json']);
  expect(readings.get('a-grants.json')?.lists.get('value')).toEqual({ read: 3, taken: 2, kept: 1, refused: 0 });
});

test('snapshots are read by their own reader, packed or not; a file alone is its own list of files', async () => {
  const folder = await folderOf({ 'snapshot.json': JSON.stringify(SNAPSHOT), 'snapshot.json.gz': gzipSync(JSON.stringify(SNAPSHOT)) });
  const { readings } = await readFolder(folder);
  for (const reading of readings.values()) {
    expect(reading).toMatchObject({
      format: 'SNAPSHOT',
      whole: true,
      refused: [{ list: 'discovery.observations', number: 2, problem: 'NOT_AN_OBJECT' }],
    });
    expect(reading.lists.get('discovery.observations')).toEqual({ read: 2, taken: 1, refused: 1, kept: 0 });
  }
  const file = join(folder, 'snapshot.json');
  expect(await telemetryFiles(file)).toEqual([{ path: file, name: file }]);
});

test('what who gathers refuses is counted as refused, with its record', async () => {
  const lines = [
    '1790000000.129 1 10.0.0.5 TCP_MISS/200 1 GET http://10.1.2.3/ - HIER_DIRECT/10.1.2.3 -',
    '4000000000.129 1 10.0.0.5 TCP_MISS/200 1 GET http://late.com/ - HIER_DIRECT/- -',
  ];
  const { readings } = await readFolder(await folderOf({ 'access.log': `${lines.join('\n')}\n` }));
  const reading = readings.get('access.log');
  expect(reading?.lists.get('')).toEqual({ read: 2, taken: 0, refused: 2, kept: 0 });
  expect(reading?.refused).toMatchObject([
    { number: 1, problem: 'IP_ONLY' },
    { number: 2, problem: 'FUTURE_TIME' },
  ]);
});

test('files are closed, whatever is in them', async () => {
  const folder = await folderOf({
    'a.txt': `Dear all\n${'x'.repeat(300_000)}`,
    'b.bin': Buffer.alloc(300_000),
    'c.json': JSON.stringify(SNAPSHOT),
  });
  for (const { path, name } of await telemetryFiles(folder)) {
    const stream = createReadStream(path);
    await takeTelemetry(stream, name, newReading(AS_OF), () => null);
    await expect.poll(() => stream.closed).toBe(true);
  }
});

test('a file that cannot be read is one refusal, and the others are read', async () => {
  const { readings } = await readFolder(await folderOf({ 'a.txt': 'Dear all\n', 'b.json': JSON.stringify(SNAPSHOT) }));
  expect(readings.get('a.txt')).toMatchObject({
    format: null,
    whole: false,
    refused: [{ problem: 'UNKNOWN_FORMAT', says: expect.stringContaining('CloudTrail') }],
  });
  expect(readings.get('b.json')).toMatchObject({ format: 'SNAPSHOT' });
});
