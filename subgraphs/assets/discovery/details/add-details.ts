import type { Evidence } from '../gather/evidence.ts';
import {
  type AssetDetails, attestationsOf, certificatesOf, contractsOf, monthOf, monthsOf, newMonth, paymentsOf,
} from './asset-details.ts'; // prettier-ignore
import type { OwnerSource, RecordDetails, SaidContract, SaidPayment } from './record-details.ts';
import { count, type Facet, facetOf, joined, newTally } from './tally.ts';

/** Who says who owns a thing, by the plane of the record that does. */
const OWNER_SOURCE: Readonly<Record<Evidence['plane'], OwnerSource>> = {
  DISCOVERY: 'DEVICE', IDP: 'IDENTITY', CMDB: 'CMDB', CLOUD: 'CLOUD', FINANCE: 'CONTRACT', SECURITY: 'ATTESTATION', CONTEXT: 'DEVICE',
}; // prettier-ignore
/** Tags in which people write who answers. */
const OWNER_TAGS = new Set(['owner', 'owneremail', 'ownedby', 'contact', 'maintainer', 'maintainedby', 'team', 'squad', 'managedby']);
/** Planes whose records tell that something happened; the times of others say when they were last looked at. */
const OF_EVENTS: ReadonlySet<Evidence['plane']> = new Set(['DISCOVERY', 'CONTEXT']);
/** What anything is called; the rest of a longer text is cut. */
const MOST_CHARACTERS = 400;
/** Larger amounts are faults of records, and would not be whole numbers any more. */
const MOST_MONEY = 1e12;
/** ISO 4217: no currency. */
const NO_CURRENCY = 'XXX';

/**
 * Takes in what a record says, in any order of records.
 * @param sharedBy assets that the same record is matched with: what is paid is divided among them
 */
export function addDetails(details: AssetDetails, evidence: Evidence, sharedBy = 1): void {
  const { plane, record, details: said, name, vendor } = evidence;
  const at = plane === 'DISCOVERY' ? evidence.at : plane === 'IDP' ? (evidence.lastLoginAt ?? said?.at ?? null) : (said?.at ?? null);
  const note = (facet: Facet, value: string, when = at): void => {
    const text = value.trim().slice(0, MOST_CHARACTERS);
    if (text !== '') count(facetOf(details.facets, facet).at(text, newTally), when, record);
  };
  // What is known of a vendor only says nothing about the names of its products.
  if (name !== null && sharedBy === 1) note('names', name);
  if (vendor !== null) note('vendors', vendor);
  if (plane === 'DISCOVERY') use(details, at, said);
  if (said === null) return;
  if (plane !== 'DISCOVERY' && (said.user !== undefined || said.bytes !== undefined)) use(details, at, said);
  if (said.owner !== undefined) note('owners', joined(said.ownerBy ?? OWNER_SOURCE[plane], said.owner.trim()));
  for (const facet of PLAIN) if (said[facet.field] !== undefined) note(facet.name, said[facet.field] ?? '');
  if (said.platform !== undefined || said.account !== undefined) note('platforms', joined(said.platform ?? '', said.account ?? ''));
  for (const sort of said.dataClasses ?? []) note('dataClasses', sort);
  if (said.systemOfRecord !== undefined) note('marks', said.systemOfRecord ? 'SYSTEM_OF_RECORD' : 'COPY');
  if (said.scim !== undefined) note('marks', said.scim ? 'SCIM' : 'NO_SCIM');
  for (const { kind, to } of said.relations ?? []) note('relations', joined(kind, to), OF_EVENTS.has(plane) ? at : null);
  for (const [tag, value] of Object.entries(said.tags ?? {})) {
    note('tags', joined(tag, value));
    if (OWNER_TAGS.has(tag.toLowerCase().replaceAll(/[^a-z]/g, ''))) note('owners', joined('TAG', value.trim()));
  }
  if (said.grant !== undefined) {
    const { provider, scopes, to, at: granted = null } = said.grant;
    for (const scope of scopes) {
      note('scopes', joined(provider ?? '', scope, to === null ? 'EVERYBODY' : 'PERSON'), granted);
      if (to !== null) note('grants', joined(scope, to), granted);
    }
  }
  addMoney(details, record, said, sharedBy);
  addPapers(details, record, said);
  details.saidUsers = Math.max(details.saidUsers, said.users ?? 0);
}

const PLAIN = [
  { field: 'department', name: 'departments' },
  { field: 'user', name: 'users' },
  { field: 'device', name: 'devices' },
  { field: 'environment', name: 'environments' },
  { field: 'region', name: 'regions' },
  { field: 'country', name: 'countries' },
  { field: 'category', name: 'categories' },
  { field: 'tier', name: 'tiers' },
  { field: 'software', name: 'software' },
  { field: 'repository', name: 'repositories' },
] as const satisfies readonly { field: keyof RecordDetails; name: Facet }[];

function use(details: AssetDetails, at: number | null, said: RecordDetails | null): void {
  const key = monthOf(at);
  const month = key === null ? null : monthsOf(details).at(key, newMonth);
  if (month === null) return;
  month.events += 1;
  month.bytes += Math.max(0, Math.round(said?.bytes ?? 0));
  if (said?.user !== undefined) month.users.add(said.user);
  if (said?.device !== undefined) month.devices.add(said.device);
}

function addMoney(details: AssetDetails, record: string | null, { contract, payment }: RecordDetails, sharedBy: number): void {
  if (contract !== undefined) {
    const said: SaidContract = { ...contract, amount: moneyOf(contract.amount), currency: currencyOf(contract.currency) };
    contractsOf(details).at(joined(record ?? '', ...Object.values(said).map(String)), () => ({ ...said, record, sharedBy }));
  }
  if (payment !== undefined) addPayment(details, record, payment, sharedBy);
}

function addPayment(details: AssetDetails, record: string | null, { amount, currency, at }: SaidPayment, sharedBy: number): void {
  const [month, money] = [monthOf(at), moneyOf(amount)];
  const paid =
    month === null || money === null
      ? null
      : paymentsOf(details).at(joined(month, currencyOf(currency)), () => ({ hundredths: 0, count: 0, record: null }));
  if (paid === null || money === null) return;
  paid.hundredths += Math.round((money * 100) / sharedBy);
  paid.count += 1;
  if (record !== null && (paid.record === null || record < paid.record)) paid.record = record;
}

/** Without the sign of a zero, which JSON does not keep. */
const moneyOf = (amount: number | null): number | null => (amount === null || !(Math.abs(amount) <= MOST_MONEY) ? null : amount + 0);

const currencyOf = (currency: string | null): string => {
  const code = (currency ?? '').trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : NO_CURRENCY;
};

function addPapers(details: AssetDetails, record: string | null, { attestation, certificate }: RecordDetails): void {
  if (attestation !== undefined)
    attestationsOf(details).at(joined(record ?? '', ...Object.values(attestation).map(String)), () => ({ ...attestation, record }));
  if (certificate === undefined) return;
  const known = certificatesOf(details).at(joined(...Object.values(certificate).map(String)), () => ({ ...certificate, record }));
  // The same certificate is seen over and over: the first record by id shows it.
  if (known !== null && record !== null && (known.record === null || record < known.record)) known.record = record;
}
