import { namesOf } from '../gather/held.ts';
import { isCopy, withoutMarks } from '../identity/name.ts';
import type { Policy } from '../policy/policy.ts';
import type { AssetFacts } from './asset.ts';

/** Says which asset each one is a copy of: one that is known by names that all mark a copy, of the first asset that has such a name without the mark. */
export function copiesUnder({ identity }: Policy, assets: readonly AssetFacts[]): (facts: AssetFacts) => string | null {
  const marks = new Set(identity.copyMarks.map((mark) => mark.toLowerCase()));
  const keys = new Map<string, string>();
  for (const facts of assets) for (const name of namesOf(facts)) if (!keys.has(name)) keys.set(name, facts.key);
  return ({ key, keyKind, identities, configurationItems }) => {
    const called = [...identities, ...configurationItems].map(({ name }) => name);
    if (keyKind !== 'NAME' || called.length === 0 || !called.every((name) => isCopy(name, marks))) return null;
    const originals = called.flatMap((name) => keys.get(withoutMarks(name, marks)) ?? []).filter((each) => each !== key);
    return originals.toSorted()[0] ?? null;
  };
}
