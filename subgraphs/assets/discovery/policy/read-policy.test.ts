import { describe, expect, test } from 'vitest';
import { aliasLoopsIn } from './contradictions.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { readPolicy } from './read-policy.ts';

/** What is wrong with a policy, as `CODE path`. */
function faults(value: unknown): string[] {
  const read = readPolicy(value);
  return read.kind === 'FAULTY' ? read.problems.map(({ code, path }) => `${code} ${path}`) : [];
}

test('nothing at all is the default policy', () => {
  expect(readPolicy({})).toEqual({ kind: 'POLICY', policy: DEFAULT_POLICY, ignored: [] });
});

describe('what discovery exports write', () => {
  test('is read as our own, and what is of no consequence is named', () => {
    const read = readPolicy({
      policy_version: 3,
      admission: { minimum_spend: 200, noise_floor: 3, zombie_window_days: 60, triage: true },
      scope: { include_infra: true },
      secondary_gates: { require_sso_for_idp: true, require_valid_ci_type: true, valid_ci_types: ['app'], require_valid_lifecycle: false, enable_vendor_propagation: false },
      exclusions: { domains: ['a.com'], names: [{ domain: 'b.com' }], strict: true },
      infrastructure_seeds: ['cdn.net'],
      corporate_root_domains: null,
      banned_domains: ['c.com'],
    }); // prettier-ignore
    expect(read).toMatchObject({
      kind: 'POLICY',
      policy: {
        admission: { noiseFloor: 3 },
        activityWindowDays: 60,
        identity: { requireSso: true },
        cmdb: { requireType: true, types: ['app'], requireLifecycle: false, retired: [] },
        vendorPropagation: false,
        exclusions: ['a.com', 'b.com'],
        infrastructure: { domains: ['cdn.net'], included: true },
        ownDomains: [],
        banned: ['c.com'],
        finance: { minimumYearlySpend: 200 },
      },
      ignored: ['policy_version', 'admission.triage'],
    });
  });

  test('with a value that cannot be is refused, by its place', () => {
    expect(faults({ admission: { noise_floor: 'two' } })).toEqual(['INVALID admission.noise_floor']);
    expect(faults({ banned_domains: [7] })).toEqual(['INVALID banned_domains.0']);
  });
});

test('fields that a policy does not have are named, each with its place', () => {
  expect(faults({ noise: 1, cmdb: { requireLifecycel: true } })).toEqual(['UNKNOWN_FIELD cmdb.requireLifecycel', 'UNKNOWN_FIELD noise']);
  expect(faults([])).toHaveLength(1);
  expect(faults(null)).toHaveLength(1);
});

describe('a policy that contradicts itself', () => {
  test.each([
    [{ cmdb: { lifecycles: ['Active'], retired: ['active'] } }, 'cmdb.lifecycles'],
    [{ banned: ['app.acme.com'], ownDomains: ['ACME.com'] }, 'banned'],
    [{ cmdb: { requireType: true, types: [] } }, 'cmdb.requireType'],
    [{ cmdb: { lifecycles: [] } }, 'cmdb.requireLifecycle'],
    [{ aliases: { 'a.com': 'b.com', 'A.COM': 'c.com' } }, 'aliases'],
  ])('%j names the fields', (policy, path) => {
    expect(faults(policy)).toEqual([`CONTRADICTION ${path}`]);
  });

  test('is none for a state that is retired by default only', () => {
    expect(readPolicy({ cmdb: { lifecycles: ['Archived'] } })).toMatchObject({
      kind: 'POLICY',
      policy: { cmdb: { lifecycles: ['Archived'] } },
    });
  });

  test('is none for aliases in a loop: they are left out, and named', () => {
    const read = readPolicy({ aliases: { 'a.com': 'b.com', 'b.com': 'a.com', 'c.com': 'd.com' } });
    expect(read.kind === 'POLICY' && aliasLoopsIn(read.policy)).toEqual([['a.com', 'b.com']]);
  });
});
