import { z } from 'zod';
import {
  type AssetDetails,
  attestationsOf,
  certificatesOf,
  contractsOf,
  monthsOf,
  newMonth,
  noDetails,
  paymentsOf,
} from './asset-details.ts';
import type { Bounded } from './bounded.ts';
import type { Sketch } from './sketch.ts';
import { FACETS, type Facet, facetOf, newTally } from './tally.ts';

const moment = z.number().nullable();
const text = z.string().nullable();
const kept = <V extends z.ZodType>(value: V) => z.strictObject({ more: z.boolean(), kept: z.array(z.tuple([z.string(), value])) });

const tally = z.strictObject({ count: z.number(), first: moment, last: moment, record: text });
const sketch = z.strictObject({ more: z.boolean(), hashes: z.array(z.number()) });
const month = z.strictObject({ events: z.number(), bytes: z.number(), users: sketch, devices: sketch });
const paid = z.strictObject({ hundredths: z.number(), count: z.number(), record: text });
const contract = z.strictObject({
  amount: z.number().nullable(), currency: text, from: moment, to: moment, product: text, seats: z.number().nullable(), record: text, sharedBy: z.number(),
}); // prettier-ignore
const attestation = z.strictObject({ standard: text, issued: moment, expires: moment, record: text });
const certificate = z.strictObject({ subject: text, issuer: text, from: moment, to: moment, record: text });

/** Details as they are stored: what is not there is left out. */
export const storedDetailsSchema = z.strictObject({
  facets: z.partialRecord(z.enum(Object.keys(FACETS) as [Facet, ...Facet[]]), kept(tally)),
  months: kept(month).optional(),
  payments: kept(paid).optional(),
  contracts: kept(contract).optional(),
  attestations: kept(attestation).optional(),
  certificates: kept(certificate).optional(),
  saidUsers: z.number(),
});
export type StoredDetails = z.infer<typeof storedDetailsSchema>;

/** Details as JSON; the same details give the same text. */
export function detailsToJson({ facets, months, payments, contracts, attestations, certificates, saidUsers }: AssetDetails): StoredDetails {
  return {
    facets: Object.fromEntries(
      (Object.keys(FACETS) as Facet[]).flatMap((facet) => (facets[facet] === undefined ? [] : [[facet, packed(facets[facet])]])),
    ),
    ...(months === null
      ? {}
      : { months: packed(months, (each) => ({ ...each, users: sketched(each.users), devices: sketched(each.devices) })) }),
    ...(payments === null ? {} : { payments: packed(payments) }),
    ...(contracts === null ? {} : { contracts: packed(contracts) }),
    ...(attestations === null ? {} : { attestations: packed(attestations) }),
    ...(certificates === null ? {} : { certificates: packed(certificates) }),
    saidUsers,
  };
}

/** Reads stored details back, ready to take more in. */
export function detailsFromJson(stored: StoredDetails): AssetDetails {
  const details: AssetDetails = { ...noDetails(), saidUsers: stored.saidUsers };
  for (const [facet, values] of Object.entries(stored.facets)) unpack(facetOf(details.facets, facet as Facet), values, newTally);
  if (stored.payments !== undefined) unpack(paymentsOf(details), stored.payments);
  if (stored.contracts !== undefined) unpack(contractsOf(details), stored.contracts);
  if (stored.attestations !== undefined) unpack(attestationsOf(details), stored.attestations);
  if (stored.certificates !== undefined) unpack(certificatesOf(details), stored.certificates);
  if (stored.months === undefined) return details;
  const months = monthsOf(details);
  for (const [key, { events, bytes, users, devices }] of stored.months.kept) {
    const made = months.at(key, newMonth);
    if (made === null) continue;
    Object.assign(made, { events, bytes });
    made.users.merge(users);
    made.devices.merge(devices);
  }
  if (stored.months.more) months.noteMore();
  return details;
}

const sketched = ({ more, hashes }: Sketch) => ({ more, hashes: [...hashes] });

interface Packed<V> {
  more: boolean;
  kept: [string, V][];
}

function packed<V>(values: Bounded<V>): Packed<V>;
function packed<V, P>(values: Bounded<V>, pack: (value: V) => P): Packed<P>;
function packed<V>(values: Bounded<V>, pack: (value: V) => unknown = (value) => value): Packed<unknown> {
  return { more: values.more, kept: values.entries().map(([key, value]) => [key, pack(value)]) };
}

function unpack<V>(into: Bounded<V>, { more, kept: values }: Packed<V>, make?: () => V): void {
  for (const [key, value] of values) {
    // A copy, so that what is taken in later leaves what was read as it is.
    const made = into.at(key, make ?? (() => (typeof value === 'object' ? { ...value } : value)));
    if (make !== undefined && typeof made === 'object') Object.assign(made as object, value);
  }
  if (more) into.noteMore();
}
