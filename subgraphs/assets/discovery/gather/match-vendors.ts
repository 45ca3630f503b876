import type { ConfigurationFact, FinanceFact } from '../classify/asset.ts';
import { addDetails } from '../details/add-details.ts';
import { comparable } from '../identity/name.ts';
import type { Draft } from './draft.ts';
import type { Waiting } from './gatherer.ts';
import { type Held, indexed, namesOf } from './held.ts';

/** A record that is about more assets than these says nothing of any one of them, beyond that its vendor is known. */
const MOST_SHARED = 1_000;

/**
 * Puts records of the CMDB and of finance to the assets of their vendor: those that are about nothing else to all of them, and every one to the assets
 * that have none of their own. An asset that is called as the vendor is of it.
 */
export function matchVendors(
  drafts: ReadonlyMap<string, Draft>,
  records: readonly Waiting[],
  held: Held,
  placed: ReadonlySet<Waiting>,
): void {
  const byVendor = indexed(drafts.values(), (draft) => new Set([...draft.vendors, ...namesOf(draft)]));
  for (const [vendor, family] of grouped(records)) {
    const about = byVendor.get(vendor) ?? [];
    const loose = family.filter((each) => !placed.has(each));
    const [all, rest] = [factsOf(family), factsOf(loose)];
    for (const draft of about) {
      draft.configurationItems.push(...(held.has(draft, 'CMDB') ? rest : all).configurationItems);
      draft.finance.push(...(held.has(draft, 'FINANCE') ? rest : all).finance);
      if (about.length <= MOST_SHARED) for (const { record } of loose) addDetails(draft.details, record, about.length);
    }
  }
}

function grouped(records: readonly Waiting[]): Map<string, Waiting[]> {
  const groups = new Map<string, Waiting[]>();
  for (const waiting of records) {
    if (waiting.vendor === '' || (waiting.record.plane !== 'CMDB' && waiting.record.plane !== 'FINANCE')) continue;
    const group = groups.get(waiting.vendor) ?? [];
    groups.set(waiting.vendor, group);
    group.push(waiting);
  }
  return groups;
}

interface VendorFacts {
  configurationItems: readonly ConfigurationFact[];
  finance: readonly FinanceFact[];
}

/** What records of a vendor count for, once for all that count the same: many assets share them. */
function factsOf(family: readonly Waiting[]): VendorFacts {
  const items = new Map<string, ConfigurationFact>();
  const paid = new Map<boolean, FinanceFact>();
  for (const { record } of family.toSorted((one, other) => ((one.record.record ?? '') < (other.record.record ?? '') ? -1 : 1))) {
    if (record.plane === 'CMDB') {
      const alike = `${comparable(record.type ?? '')}\n${comparable(record.lifecycle ?? '')}`;
      if (!items.has(alike))
        items.set(alike, { record: record.record, name: record.name ?? '', type: record.type, lifecycle: record.lifecycle });
    } else if (record.plane === 'FINANCE') {
      const known = paid.get(record.ongoing);
      if (known === undefined || (known.yearly !== null && (record.yearly === null || record.yearly > known.yearly)))
        paid.set(record.ongoing, { record: record.record, ongoing: record.ongoing, yearly: record.yearly });
    }
  }
  return { configurationItems: [...items.values()], finance: [...paid.values()] };
}
