import { type AssetDetails, attestationsOf, certificatesOf, contractsOf, monthsOf, newMonth, paymentsOf } from './asset-details.ts';
import type { Bounded } from './bounded.ts';
import { addTally, FACETS, type Facet, facetOf, newTally } from './tally.ts';

/** Adds what some records say to what others say, as if all had come in together. Contracts and papers with the same id are the same. */
export function mergeDetails(into: AssetDetails, from: AssetDetails): void {
  for (const facet of Object.keys(FACETS) as Facet[]) {
    const values = from.facets[facet];
    if (values !== undefined) merge(facetOf(into.facets, facet), values, newTally, addTally);
  }
  if (from.months !== null)
    merge(monthsOf(into), from.months, newMonth, (month, { events, bytes, users, devices }) => {
      month.events += events;
      month.bytes += bytes;
      month.users.merge(users);
      month.devices.merge(devices);
    });
  if (from.payments !== null)
    merge(paymentsOf(into), from.payments, () => ({ hundredths: 0, count: 0, record: null }), (paid, { hundredths, count, record }) => {
      paid.hundredths += hundredths;
      paid.count += count;
      if (record !== null && (paid.record === null || record < paid.record)) paid.record = record;
    }); // prettier-ignore
  if (from.contracts !== null) merge(contractsOf(into), from.contracts, copied, nothing);
  if (from.attestations !== null) merge(attestationsOf(into), from.attestations, copied, nothing);
  if (from.certificates !== null) merge(certificatesOf(into), from.certificates, copied, nothing);
  into.saidUsers = Math.max(into.saidUsers, from.saidUsers);
}

const nothing = (): void => undefined;
const copied = <V extends object>(value: V): V => ({ ...value });

function merge<V>(into: Bounded<V>, from: Bounded<V>, make: (value: V) => V, add: (value: V, more: V) => void): void {
  for (const [key, value] of from.entries()) {
    const known = into.at(key, () => make(value));
    if (known !== null) add(known, value);
  }
  if (from.more) into.noteMore();
}
