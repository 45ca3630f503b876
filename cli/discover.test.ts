import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commandLine, run } from '../tests/support/command-line.ts';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';
import { EXIT } from './exit-codes.mjs';

const example = (name: string): string => fileURLToPath(new URL(`../examples/discovery/${name}`, import.meta.url));
const SNAPSHOT = example('snapshot.json');

const score = z.object({
  value: z.number().min(0).max(100),
  factors: z.array(z.object({ code: z.string(), points: z.number(), says: z.string() })),
});
const reported = z.object({
  asOf: z.string(),
  counts: z.object({
    assets: z.number(),
    planes: z.record(z.string(), z.object({ read: z.number(), taken: z.number(), kept: z.number(), refused: z.number() })),
  }),
  assets: z.array(
    z.object({
      key: z.string(),
      admission: z.object({ admitted: z.boolean(), because: z.string() }),
      class: z.string(),
      activity: z.string(),
      reasons: z.array(z.string()),
      evidence: z.array(z.object({ code: z.string(), records: z.array(z.string()) })),
      scores: z.object({ risk: score, cost: score, criticality: score, systemOfRecord: score }),
    }),
  ),
  refused: z.array(z.object({ place: z.string(), record: z.string(), problem: z.string(), says: z.string() })),
});

const read = (stdout: string): z.infer<typeof reported> => reported.parse(JSON.parse(stdout));
const verdicts = (stdout: string): Record<string, string> =>
  Object.fromEntries(read(stdout).assets.map((asset) => [asset.key, `${asset.class} ${asset.admission.because}`]));

/** A file of a text, in a folder of its own. */
function fileOf(text: string): string {
  const file = join(temporaryFolder(), 'given.json');
  writeFileSync(file, text);
  return file;
}

describe('discover', () => {
  test('prints every asset with admission, class, reasons and scores, and what was kept out with its place', async () => {
    const ended = await commandLine(['discover', SNAPSHOT, '--json']);
    expect(ended).toMatchObject({ code: EXIT.OK, stderr: '' });
    expect(verdicts(ended.stdout)).toEqual({
      'dropbox.com': 'ZOMBIE GOVERNED',
      'notion.so': 'SHADOW SEEN',
      'printer.office.local': 'CLEAN NO_PUBLIC_SUFFIX',
      'slack.com': 'CLEAN GOVERNED',
      'trello.com': 'PARKED TOO_FEW_SOURCES',
      ordersdb: 'CLEAN CLOUD',
      payroll: 'CLEAN GOVERNED',
      slacklegacy: 'CLEAN TOO_FEW_SOURCES',
    });
    const { assets, refused, counts, asOf } = read(ended.stdout);
    expect(asOf).toBe('2026-06-30T12:00:00.000Z');
    expect(assets.every(({ reasons, evidence }) => reasons.join(' ') === evidence.map(({ code }) => code).join(' '))).toBe(true);
    expect(refused.map(({ place, problem }) => `${place} ${problem}`)).toEqual([
      'planes.discovery.observations[6] FUTURE_TIME',
      'planes.discovery.observations[7] DUPLICATE_ID',
      'planes.discovery.observations[8] IP_ONLY',
      'planes.discovery.observations[9] WILDCARD_DOMAIN',
    ]);
    expect(Object.values(counts.planes).every((each) => each.read === each.taken + each.kept + each.refused)).toBe(true);
  });

  test('judges by a policy as exports write it, as of any moment', async () => {
    const ended = await commandLine(['discover', SNAPSHOT, '--policy', example('policy.json'), '--as-of', '2026-07-31', '--json']);
    expect(verdicts(ended.stdout)).toMatchObject({
      'notion.so': 'SHADOW BANNED',
      'tomorrow.io': 'SHADOW SEEN',
      'trello.com': 'PARKED TOO_FEW_SOURCES',
    });
  });

  test('shows people the counts by class, the assets and what was kept out', async () => {
    const { stdout } = await commandLine(['discover', SNAPSHOT]);
    expect(stdout).toContain('8 assets as of 2026-06-30: 5 admitted (1 shadow, 1 zombie, 0 parked, 3 clean), 3 rejected');
    expect(stdout).toMatch(/^dropbox\.com +zombie +stale +governed/m);
    expect(stdout).toMatch(/obs-9 +WILDCARD_DOMAIN/);
  });

  test('takes what comes over standard input, also when it is cut off', async () => {
    const cut = fileOf(readFileSync(SNAPSHOT, 'utf8').slice(0, 2_500));
    const ended = await run(['sh', '-c', '"$0" cli/main.ts discover - --json < "$1"', process.execPath, cut]);
    expect(ended.code).toBe(EXIT.OK);
    expect(ended.stderr).toContain('standard input could not be read to its end');
    expect(read(ended.stdout).refused.at(-1)).toMatchObject({ problem: 'TRUNCATED' });
  });

  test('names a loop of a thousand aliases, leaves it out and goes on', async () => {
    const names = Array.from({ length: 1_000 }, (_, at) => `loop${String(at).padStart(4, '0')}.com`);
    const aliases = Object.fromEntries(names.map((name, at) => [name, names[(at + 1) % names.length]]));
    const ended = await commandLine([
      'discover',
      SNAPSHOT,
      '--policy',
      fileOf(JSON.stringify({ aliases: { ...aliases, 'trello.com': 'dropbox.com' } })),
      '--json',
    ]);
    const { refused, assets } = read(ended.stdout);
    expect(refused.at(-1)).toMatchObject({ place: 'policy.aliases', problem: 'ALIAS_LOOP' });
    expect(refused.at(-1)?.record.split(' → ')).toHaveLength(1_000);
    expect(assets.map(({ key }) => key)).not.toContain('trello.com');
  });

  test.each([
    [
      'a policy that contradicts itself',
      ['--policy', '{"cmdb":{"lifecycles":["live"],"retired":["Live"]}}'],
      /CONTRADICTION cmdb\.lifecycles: live cannot be in cmdb\.lifecycles and in cmdb\.retired/,
    ],
    ['a policy with a field that no policy has', ['--policy', '{"noiseFlor":2}'], /UNKNOWN_FIELD noiseFlor/],
    ['a policy that is no JSON', ['--policy', '{'], /is not JSON/],
  ])('ends with USAGE for %s', async (_, [option = '', policy = ''], says) => {
    const ended = await commandLine(['discover', SNAPSHOT, option, fileOf(policy)]);
    expect(ended.code).toBe(EXIT.USAGE);
    expect(ended.stderr).toMatch(says);
  });

  test.each([
    [['discover', '/no/such/file.json']],
    [['discover', SNAPSHOT, '--as-of', 'yesterday']],
    [['discover', example('policy.json')]],
    [['discover']],
  ])('%j ends with USAGE', async (args) => {
    const ended = await commandLine(args);
    expect(ended).toMatchObject({ code: EXIT.USAGE, stdout: '' });
  });
});
