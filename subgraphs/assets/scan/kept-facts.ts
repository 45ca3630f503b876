import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AssetFacts } from '../discovery/classify/asset.ts';
import { detailsFromJson, detailsToJson, storedDetailsSchema } from '../discovery/details/stored-details.ts';
import type { KeptRecord } from '../discovery/gather/gatherer.ts';

const text = z.string().nullable();
const moment = z.number().nullable();
const trace = z.strictObject({ count: z.number(), records: z.array(z.string()) });

/** Facts as they are stored: names, vendors and sources in order, so that the same facts give the same text. */
const factsSchema = z.strictObject({
  key: z.string(),
  keyKind: z.enum(['DOMAIN', 'NAME', 'UNLISTED']),
  names: z.array(z.string()),
  vendors: z.array(z.string()),
  seenBy: z.array(z.tuple([z.string(), z.strictObject({ count: z.number(), at: moment, record: text })])),
  identities: z.array(z.strictObject({ record: text, name: z.string(), hasSso: z.boolean(), lastLoginAt: moment })),
  configurationItems: z.array(z.strictObject({ record: text, name: z.string(), type: text, lifecycle: text })),
  cloud: trace,
  finance: z.array(z.strictObject({ record: text, ongoing: z.boolean(), yearly: moment })),
  attestations: trace,
  details: storedDetailsSchema,
});

/** A record that an incremental scan goes on from; what is in it was read by the product itself. */
const recordSchema = z.strictObject({
  record: z.custom<KeptRecord['record']>((value) => typeof value === 'object' && value !== null && 'plane' in value),
  more: storedDetailsSchema.nullable(),
});

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const inOrder = <Item>(items: readonly Item[]): Item[] =>
  items.map((item) => [JSON.stringify(item), item] as const).toSorted(([one], [other]) => byText(one, other)).map(([, item]) => item); // prettier-ignore

/** Facts as JSON text; the same facts give the same text, in whatever order they came together. */
export function packFacts(facts: AssetFacts): string {
  const { key, keyKind, cloud, attestations } = facts;
  return JSON.stringify({
    key,
    keyKind,
    names: [...facts.names].toSorted(byText),
    vendors: [...facts.vendors].toSorted(byText),
    seenBy: [...facts.seenBy]
      .map(([source, { count, at, record }]) => [source, { count, at, record }] as const)
      .toSorted(([one], [other]) => byText(one, other)),
    identities: inOrder(facts.identities.map(({ record, name, hasSso, lastLoginAt }) => ({ record, name, hasSso, lastLoginAt }))),
    configurationItems: inOrder(facts.configurationItems.map(({ record, name, type, lifecycle }) => ({ record, name, type, lifecycle }))),
    cloud: { count: cloud.count, records: cloud.records },
    finance: inOrder(facts.finance.map(({ record, ongoing, yearly }) => ({ record, ongoing, yearly }))),
    attestations: { count: attestations.count, records: attestations.records },
    details: detailsToJson(facts.details),
  });
}

/** Facts from what `packFacts` made, parsed. @throws z.ZodError for anything else */
export function unpackFacts(json: unknown): AssetFacts {
  const { names, vendors, seenBy, details, ...facts } = factsSchema.parse(json);
  return { ...facts, names: new Set(names), vendors: new Set(vendors), seenBy: new Map(seenBy), details: detailsFromJson(details) };
}

/** A record that waits to be matched, as JSON text. */
export const packRecord = ({ record, more }: KeptRecord): string =>
  JSON.stringify({ record, more: more === null ? null : detailsToJson(more) });

/** A record from what `packRecord` made, parsed. @throws z.ZodError for anything else */
export function unpackRecord(json: unknown): KeptRecord {
  const { record, more } = recordSchema.parse(json);
  return { record, more: more === null ? null : detailsFromJson(more) };
}

/** Tells texts apart: SHA-256, base64url. */
export const hashOf = (written: string): string => createHash('sha256').update(written).digest('base64url');
