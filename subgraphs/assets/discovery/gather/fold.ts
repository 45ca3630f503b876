import type { AssetFacts, ConfigurationFact, FinanceFact, IdentityFact, Trace } from '../classify/asset.ts';
import { comparable } from '../identity/name.ts';
import { type Draft, traced } from './draft.ts';
import type { Matched } from './evidence.ts';

type Plane = Matched['plane'];

/** What some records count for, once for all that count the same: many assets share them. */
export type Folded = Pick<AssetFacts, 'identities' | 'configurationItems' | 'cloud' | 'finance' | 'attestations'>;

/** What records count for: of log-ins that are alike the latest, of what is paid the most. */
export function folded(records: readonly Matched[]): Folded {
  const identities = new Map<string, IdentityFact>();
  const items = new Map<string, ConfigurationFact>();
  const finance = new Map<boolean, FinanceFact>();
  let cloud: Trace = { count: 0, records: [] };
  let attestations: Trace = { count: 0, records: [] };
  for (const each of records.toSorted((one, other) => ((one.record ?? '') < (other.record ?? '') ? -1 : 1))) {
    const { record } = each;
    const name = each.name ?? '';
    if (each.plane === 'IDP') {
      const known = identities.get(`${name}\n${each.hasSso}`);
      const isLater = known === undefined || (each.lastLoginAt ?? -Infinity) > (known.lastLoginAt ?? -Infinity);
      if (isLater) identities.set(`${name}\n${each.hasSso}`, { record, name, hasSso: each.hasSso, lastLoginAt: each.lastLoginAt });
    } else if (each.plane === 'CMDB') {
      const alike = [name, comparable(each.type ?? ''), comparable(each.lifecycle ?? '')].join('\n');
      if (!items.has(alike)) items.set(alike, { record, name, type: each.type, lifecycle: each.lifecycle });
    } else if (each.plane === 'FINANCE') {
      const known = finance.get(each.ongoing);
      const isMore = known === undefined || (each.yearly ?? Infinity) > (known.yearly ?? Infinity);
      if (isMore) finance.set(each.ongoing, { record, ongoing: each.ongoing, yearly: each.yearly });
    } else if (each.plane === 'CLOUD') cloud = traced(cloud, record);
    else if (each.plane === 'SECURITY') attestations = traced(attestations, record);
  }
  return {
    identities: [...identities.values()],
    configurationItems: [...items.values()],
    finance: [...finance.values()],
    cloud,
    attestations,
  };
}

/** Puts what records count for to an asset, plane by plane. @param of what of a plane is about the asset */
export function addFolded(draft: Draft, of: (plane: Plane) => Folded): void {
  draft.identities.push(...of('IDP').identities);
  draft.configurationItems.push(...of('CMDB').configurationItems);
  draft.finance.push(...of('FINANCE').finance);
  draft.cloud = both(draft.cloud, of('CLOUD').cloud);
  draft.attestations = both(draft.attestations, of('SECURITY').attestations);
}

function both(one: Trace, other: Trace): Trace {
  if (other.count === 0) return one;
  const shown = other.records.reduce((trace, record) => traced(trace, record), one);
  return { count: one.count + other.count, records: shown.records };
}
