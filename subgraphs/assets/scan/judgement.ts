import { z } from 'zod';
import { type AssetFacts, type Judged, REASONS } from '../discovery/classify/asset.ts';
import type { AssetScores } from '../discovery/scores/score-assets.ts';

const factorSchema = z.object({ code: z.string(), points: z.number(), says: z.string() });
const scoreSchema = z.object({ value: z.number(), factors: z.array(factorSchema) });
export const scoresSchema = z.object({ risk: scoreSchema, cost: scoreSchema, criticality: scoreSchema, systemOfRecord: scoreSchema });

/** What is thought of an application, as it is kept from scan to scan. */
export const judgementSchema = z.object({
  key: z.string(),
  keyKind: z.enum(['DOMAIN', 'NAME', 'UNLISTED']),
  admitted: z.boolean(),
  admission: z.enum(['SEEN', 'CLOUD', 'GOVERNED', 'EXCLUDED', 'BANNED', 'INFRASTRUCTURE', 'NO_PUBLIC_SUFFIX', 'TOO_FEW_SOURCES']),
  class: z.enum(['SHADOW', 'ZOMBIE', 'PARKED', 'CLEAN']),
  activity: z.enum(['RECENT', 'STALE', 'NONE']),
  governed: z.boolean(),
  external: z.boolean(),
  reasons: z.array(z.enum(REASONS)),
  /** Keys of the asset of its vendor that governs it, and of the one that it is a copy of; null for none. */
  governedBy: z.string().nullable(),
  copyOf: z.string().nullable(),
  /** When it was last active, milliseconds since 1970. */
  latest: z.number().nullable(),
  scores: scoresSchema,
});
export type Judgement = z.infer<typeof judgementSchema>;

export function judgementOf(facts: AssetFacts, { admission, reasons, ...judged }: Judged, scores: AssetScores): Judgement {
  return {
    key: facts.key,
    keyKind: facts.keyKind,
    admitted: admission.admitted,
    admission: admission.because,
    class: judged.class,
    activity: judged.activity,
    governed: judged.governed,
    external: judged.external,
    reasons: [...reasons],
    governedBy: judged.governedBy,
    copyOf: judged.copyOf,
    latest: latestOf(facts),
    scores: scoresSchema.parse(scores),
  };
}

function latestOf({ seenBy, identities }: AssetFacts): number | null {
  const moments = [...[...seenBy.values()].map(({ at }) => at), ...identities.map(({ lastLoginAt }) => lastLoginAt)].filter(
    (at) => at !== null,
  );
  return moments.length === 0 ? null : moments.reduce((one, other) => Math.max(one, other));
}
