import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { columnTypeSchema } from '../../schema/events/discovered-schema.ts';
import { semanticSchema } from '../../schema/events/semantic-model.ts';
import { packagePath } from '../kernel/config/package-folder.ts';
import { testEntity } from './model.testkit.ts';
import type { TestEntity } from './model.testkit.ts';

const typeSchema = z.object({
  name: z.string(),
  plural: z.string(),
  synonyms: z.array(z.string()),
  attributes: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: columnTypeSchema,
      semantic: semanticSchema,
      synonyms: z.array(z.string()).default([]),
    }),
  ),
});

/** Four applications as discovery tells of them, in the words that the product ships. What they are is invented. */
export function discoveredApplications(): TestEntity {
  const type = typeSchema.parse(parse(readFileSync(packagePath('schema', 'ontology', 'application.yaml'), 'utf8')));
  return testEntity({
    name: type.name,
    plural: type.plural,
    canonical: true,
    synonyms: type.synonyms,
    title: 'name',
    attributes: type.attributes.map(({ name, label, type: column, semantic, synonyms }) => [name, label, column, semantic, synonyms]),
    records: [
      { name: 'Aster', vendor: 'Asterion', class: 'shadow IT', activity: 'in use', governed: false, external: true, owner: null, department: 'Marketing', region: 'us-east-1', regionGroup: 'us-east', environment: 'production', paidFor: true, yearlyCost: 20_000, activeUsers: 40, riskScore: 62, criticality: 20, firstSeen: '2022-01-02', lastSeen: '2022-03-01' },
      { name: 'Begonia', vendor: 'Botanic', class: 'zombie', activity: 'unused', governed: true, external: true, owner: 'Ana Lund', department: 'Finance', region: 'eu-west-1', regionGroup: 'eu-west', environment: 'staging', paidFor: true, yearlyCost: 500, activeUsers: 0, riskScore: 12, criticality: 5, firstSeen: '2021-01-02', lastSeen: '2021-09-01' },
      { name: 'Clover', vendor: 'Botanic', class: 'clean', activity: 'in use', governed: true, external: false, owner: 'Ben Okoro', department: 'Engineering', region: 'eu-west-2', regionGroup: 'eu-west', environment: 'development', paidFor: false, yearlyCost: null, activeUsers: 80, riskScore: 20, criticality: 90, firstSeen: '2021-01-02', lastSeen: '2022-03-05' },
      { name: 'Dahlia', vendor: 'Dahl', class: 'parked', activity: 'use unknown', governed: false, external: true, owner: 'Ana Lund', department: 'Marketing', region: null, regionGroup: null, environment: 'test', paidFor: false, yearlyCost: 90, activeUsers: 2, riskScore: 33, criticality: 8, firstSeen: '2021-01-02', lastSeen: '2022-03-05' },
    ],
  });
} // prettier-ignore
