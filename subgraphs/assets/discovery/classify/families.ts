import { keyText } from '../gather/keys.ts';
import { comparable } from '../identity/name.ts';
import type { Policy } from '../policy/policy.ts';
import type { AssetFacts } from './asset.ts';

/** The vendors whose families an asset belongs to, comparable. */
export type Families = (facts: AssetFacts) => readonly string[];

/** Reads which domains, names and vendors a policy takes together, once for all assets. */
export function familiesUnder({ vendorFamilies }: Policy): Families {
  const members = new Map<string, Set<string>>();
  for (const [vendor, listed] of Object.entries(vendorFamilies))
    for (const member of [vendor, ...listed]) {
      const text = keyText(member);
      members.set(text, (members.get(text) ?? new Set()).add(comparable(vendor)));
    }
  if (members.size === 0) return ({ vendors }) => [...vendors];
  return ({ key, names, vendors }) => [
    ...new Set([...vendors, ...[key, ...names, ...vendors].flatMap((text) => [...(members.get(text) ?? [])])]),
  ];
}
