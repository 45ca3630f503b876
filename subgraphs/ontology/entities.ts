import type { EntitySchema } from '@mikro-orm/postgresql';
import { MappingPolicyRow, MatcherWeightsRow, PastMappingRow } from './learning/learning.entities.ts';
import { MetricUseRow } from './lineage/metric-use.entity.ts';
import { SurvivorshipPolicyRow } from './golden/survivorship.entity.ts';
import { FieldMappingRow, ProposalRow, SourceRow, TableMappingRow } from './mapping/proposal.entity.ts';
import { MappingJobRow } from './jobs/mapping-job.entity.ts';
import { ControlTotalRow, DataTestRow, EntityQualityRow } from './quality/quality.entity.ts';
import { ResolutionPolicyRow } from './resolution/policy/resolution-policy.entity.ts';
import { ViewRow } from './views/view.entity.ts';
import { DraftRow } from './model/draft.entity.ts';
import { NearMatchRow, PublicationRow } from './publishing/publication.entity.ts';

/** The tables this subgraph owns. */
export const ontologyEntities: readonly EntitySchema[] = [
  MetricUseRow,
  SourceRow,
  ProposalRow,
  TableMappingRow,
  FieldMappingRow,
  MappingPolicyRow,
  PastMappingRow,
  MatcherWeightsRow,
  PublicationRow,
  NearMatchRow,
  DraftRow,
  ViewRow,
  ResolutionPolicyRow,
  DataTestRow,
  ControlTotalRow,
  EntityQualityRow,
  MappingJobRow,
  SurvivorshipPolicyRow,
];
