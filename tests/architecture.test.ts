import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise, type IConfiguration, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { beforeAll, describe, expect, test } from 'vitest';

/** Without a parser it can use, dependency-cruiser cruises nothing and finds nothing wrong: fewer modules than this is a failure. */
const FEWEST_MODULES = 150;
const FOLDERS = ['cli', 'embedded', 'gateway', 'migrations', 'sandbox', 'schema', 'subgraphs', 'tests', 'web'];

const configuration: IConfiguration = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const { forbidden = [], options = {} } = configuration;

describe('architecture', () => {
  let result: ICruiseResult;

  beforeAll(async () => {
    result = await cruiseWith({ forbidden }, FOLDERS.filter(existsSync));
  });

  test('the modules of the product were really looked at', () => {
    expect(result.summary.totalCruised).toBeGreaterThan(FEWEST_MODULES);
    expect(result.summary.totalDependenciesCruised ?? 0).toBeGreaterThan(FEWEST_MODULES);
    expect(forbidden.length).toBeGreaterThan(10);
  });

  test('nothing imports what it may not', () => {
    expect(result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  test('a forbidden import would be found', async () => {
    const probe: IFlattenedRuleSet = {
      forbidden: [{ name: 'probe', severity: 'error', from: { path: '^cli/main\\.ts$' }, to: { path: '^cli/commands/ask\\.ts$' } }],
    };
    const probed = await cruiseWith(probe, ['cli']);
    expect(probed.summary.violations.map((violation) => violation.rule.name)).toEqual(['probe']);
  });
});

async function cruiseWith(ruleSet: IFlattenedRuleSet, folders: string[]): Promise<ICruiseResult> {
  const all: ICruiseOptions = { ...options, validate: true, ruleSet };
  const { output } = await cruise(folders, all);
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered in words: ${output}`);
  return output;
}
