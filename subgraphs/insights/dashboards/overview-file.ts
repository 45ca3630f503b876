import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { packagePath } from '../../kernel/config/package-folder.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';

const personaTopicSchema = z.strictObject({ topic: z.string(), metrics: z.array(z.string()), needs: z.string() });

const topicSchema = z.strictObject({
  title: z.string(),
  names: z.array(z.string()).min(1),
  metrics: z.array(z.string()),
  /** Canonical entities whose own numbers belong to it. */
  entities: z.array(z.string()),
  needs: z.string(),
});
export type BusinessTopic = z.infer<typeof topicSchema>;

const overviewsSchema = z.strictObject({
  overview: z.array(z.string()),
  personas: z.strictObject({
    CFO: z.array(personaTopicSchema),
    CRO: z.array(personaTopicSchema),
    COO: z.array(personaTopicSchema),
    CTO: z.array(personaTopicSchema),
  }),
  topics: z.array(topicSchema),
});
export type Overviews = z.infer<typeof overviewsSchema>;

/** Reads and checks schema/dashboards/overviews.yaml. Throws when it is wrong: that is a fault of the build, not of a tenant. */
export function loadOverviews(
  definitions: readonly MetricDefinition[],
  file: string = packagePath('schema', 'dashboards', 'overviews.yaml'),
): Overviews {
  const overviews = overviewsSchema.parse(parse(readFileSync(file, 'utf8')));
  const known = new Set(definitions.map(({ name }) => name));
  const named = [
    overviews.overview,
    ...[...Object.values(overviews.personas).flat(), ...overviews.topics].map(({ metrics }) => metrics),
  ].flat();
  const unknown = named.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`overviews name unknown metrics: ${unknown.join(', ')}`);
  return overviews;
}
