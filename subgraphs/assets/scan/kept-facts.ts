import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AssetFacts } from '../discovery/classify/asset.ts';

const tagged = z.union([z.strictObject({ $map: z.array(z.tuple([z.string(), z.unknown()])) }), z.strictObject({ $set: z.array(z.unknown()) })]);
const keptSchema = z.looseObject({ key: z.string(), keyKind: z.enum(['DOMAIN', 'NAME', 'UNLISTED']), names: z.instanceof(Set), vendors: z.instanceof(Set), seenBy: z.instanceof(Map) }); // prettier-ignore

const ordered = (texts: Iterable<unknown>): unknown[] => [...texts].toSorted((one, other) => (String(one) < String(other) ? -1 : 1));

/** Facts as JSON text; the same facts give the same text, in whatever order they came together. */
export function packFacts(facts: AssetFacts): string {
  return JSON.stringify(facts, (_, value: unknown) => {
    if (value instanceof Set) return { $set: ordered(value) };
    if (value instanceof Map) return { $map: [...(value as Map<string, unknown>)].toSorted(([one], [other]) => (one < other ? -1 : 1)) };
    return value;
  });
}

/** Facts from the JSON that `packFacts` made. @throws z.ZodError for anything else */
export function unpackFacts(json: unknown): AssetFacts {
  return keptSchema.parse(revived(json)) as unknown as AssetFacts;
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  const { data } = '$map' in value || '$set' in value ? tagged.safeParse(value) : { data: undefined };
  if (data !== undefined) return '$map' in data ? new Map(data.$map.map(([key, each]) => [key, revived(each)])) : new Set(data.$set);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, revived(each)]));
}

/** Tells texts apart: SHA-256, base64url. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
