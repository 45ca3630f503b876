import { z } from 'zod';
import type { AssetFacts, Judged } from '../discovery/classify/asset.ts';
import type { DiscoveryFinding } from '../discovery/findings/finding.ts';
import { suggestOwners } from '../discovery/owners/suggest-owners.ts';
import { relationsOf } from '../discovery/relations/relations.ts';

const text = z.string().nullable();

/** What there is to say of an application beside its judgement. */
export const saysSchema = z.object({
  findings: z.array(
    z.object({
      code: z.string(),
      about: z.string(),
      severity: z.enum(['INFO', 'WARNING', 'CRITICAL']),
      title: z.string(),
      detail: z.string(),
      remedy: text,
      evidence: z.array(z.object({ plane: text, record: text, says: z.string() })),
    }),
  ),
  owners: z.array(
    z.object({ who: z.string(), source: z.string(), confidence: z.number(), tied: z.boolean(), says: z.string(), record: text }),
  ),
  relations: z.array(z.object({ kind: z.string(), to: text, name: z.string(), count: z.number(), says: z.string(), record: text })),
});
export type Says = z.infer<typeof saysSchema>;

/** Suggested owners and relations of every application, with its findings, in the order of the facts. */
export function saysOf(facts: readonly AssetFacts[], judged: readonly Judged[], found: readonly DiscoveryFinding[]): Says[] {
  const findings = Map.groupBy(found, ({ asset }) => asset);
  const owners = Map.groupBy(suggestOwners(facts), ({ key }) => key);
  const relations = Map.groupBy(relationsOf(facts, judged), ({ from }) => from);
  return facts.map(({ key }) =>
    saysSchema.parse({
      findings: (findings.get(key) ?? []).map((each) => ({ ...each, about: each.about ?? '' })),
      owners: owners.get(key) ?? [],
      relations: relations.get(key) ?? [],
    }),
  );
}
