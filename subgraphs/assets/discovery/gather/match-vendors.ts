import { addDetails } from '../details/add-details.ts';
import type { Draft } from './draft.ts';
import { addFolded, folded } from './fold.ts';
import type { Waiting } from './gatherer.ts';
import { grouped, type Held, indexed, MOST_SHARED, namesOf } from './held.ts';

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
  const paidOrListed = records.filter(({ record: { plane } }) => plane === 'CMDB' || plane === 'FINANCE');
  for (const [vendor, family] of grouped(paidOrListed, (each) => each.vendor)) {
    const about = byVendor.get(vendor) ?? [];
    if (about.length === 0) continue;
    const loose = family.filter((each) => !placed.has(each));
    const [all, rest] = [family, loose].map((some) => folded(some.map(({ record }) => record)));
    if (all === undefined || rest === undefined) continue;
    for (const draft of about) {
      addFolded(draft, (plane) => (held.has(draft, plane) ? rest : all));
      if (about.length <= MOST_SHARED) for (const { record } of loose) addDetails(draft.details, record, about.length);
    }
  }
}
