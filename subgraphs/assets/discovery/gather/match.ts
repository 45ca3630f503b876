import { assertNever } from '../../../kernel/assert-never.ts';
import { addDetails } from '../details/add-details.ts';
import { comparable } from '../identity/name.ts';
import { type Draft, nameDraft, traced } from './draft.ts';
import type { Matched } from './evidence.ts';
import type { Waiting } from './gatherer.ts';

/** Planes whose records are matched by vendor where neither domain nor name is known. */
const BY_VENDOR: ReadonlySet<Matched['plane']> = new Set(['CMDB', 'FINANCE']);

type Index = ReadonlyMap<string, readonly Draft[]>;

/** Attaches records to the assets they are about: by domain, else by name, for some planes else by vendor. @returns those that are about none */
export function matched(drafts: ReadonlyMap<string, Draft>, records: readonly Waiting[]): Waiting[] {
  const [byName, byVendor] = [indexed(drafts, namesOf), indexed(drafts, ({ vendors }) => vendors)];
  return records.filter(({ record, key, name, vendor }) => {
    const own = key === null ? undefined : drafts.get(key.key);
    const about = own !== undefined ? [own] : (byName.get(name) ?? (BY_VENDOR.has(record.plane) ? byVendor.get(vendor) : undefined) ?? []);
    for (const draft of about) {
      attach(draft, record, about.length);
      // What matched by domain or name is the thing itself, and what it is called there is one more of its names.
      if (own !== undefined) nameDraft(draft, name, vendor);
      else nameDraft(draft, '', record.plane === 'FINANCE' ? '' : vendor);
    }
    return about.length === 0;
  });
}

/** The names an asset goes by: those it was called, and what its domain begins with. */
function namesOf({ key, keyKind, names }: Draft): ReadonlySet<string> {
  if (keyKind === 'NAME') return new Set([key, ...names]);
  return new Set([comparable(key.split('.')[0] ?? ''), ...names]);
}

function indexed(drafts: ReadonlyMap<string, Draft>, wordsOf: (draft: Draft) => ReadonlySet<string>): Index {
  const index = new Map<string, Draft[]>();
  for (const draft of drafts.values())
    for (const word of wordsOf(draft)) {
      const there = index.get(word);
      if (there === undefined) index.set(word, [draft]);
      else there.push(draft);
    }
  index.delete('');
  return index;
}

/** Puts what a record says to the asset it is about. */
export function attach(draft: Draft, evidence: Matched, sharedBy = 1): void {
  const { record } = evidence;
  addDetails(draft.details, evidence, sharedBy);
  switch (evidence.plane) {
    case 'IDP':
      return void draft.identities.push({ record, name: evidence.name ?? '', hasSso: evidence.hasSso, lastLoginAt: evidence.lastLoginAt });
    case 'CMDB':
      return void draft.configurationItems.push({ record, name: evidence.name ?? '', type: evidence.type, lifecycle: evidence.lifecycle });
    case 'CLOUD':
      draft.cloud = traced(draft.cloud, record);
      return;
    case 'FINANCE':
      return void draft.finance.push({ record, ongoing: evidence.ongoing, yearly: evidence.yearly });
    case 'SECURITY':
      draft.attestations = traced(draft.attestations, record);
      return;
    case 'CONTEXT':
      return;
    default:
      return assertNever(evidence);
  }
}
