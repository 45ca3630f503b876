import type { DataAccess } from '../../kernel/data-access/data-access.ts';
import type { Feature } from '../../kernel/federation/feature.ts';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { AcceptanceService } from './acceptance.service.ts';
import { fieldLoader, proposalLoader } from './mapping.loader.ts';
import { FieldMappingResolver, MappingResolver, TableMappingResolver } from './mapping.resolver.ts';
import { FieldMapping, MappingProposal, fieldMappingOf, proposalOf } from './mapping.type.ts';
import type { ProposalService } from './proposal.service.ts';

/** Mappings: proposed when a source is discovered, accepted by people or approvals. */
export function createMapping(system: System, proposals: ProposalService, acceptance: AcceptanceService): Feature {
  // Asked when somebody asks: a subgraph that only describes itself has no rules to read.
  const access: Pick<DataAccess, 'of'> = { of: (viewer) => system.dataAccess.of(viewer) };
  return {
    resolvers: [
      new MappingResolver(proposals, acceptance, access),
      new TableMappingResolver(proposals, access),
      new FieldMappingResolver(proposals),
    ],
    references: [
      {
        name: 'MappingProposal',
        type: MappingProposal,
        resolve: async ({ id = '' }, { viewer, loaders }) => {
          const row = await proposalLoader(loaders, proposals, requireUser(viewer)).load(id);
          return row === null ? null : proposalOf(row);
        },
      },
      {
        name: 'FieldMapping',
        type: FieldMapping,
        resolve: async ({ id = '' }, { viewer, loaders }) => {
          const row = await fieldLoader(loaders, proposals, requireUser(viewer)).load(id);
          return row === null ? null : fieldMappingOf(row, await access.of(requireUser(viewer)));
        },
      },
    ],
    consumers: [defineConsumer('ontology.follow-approvals', { 'agents.approval-decided': (event) => acceptance.onApprovalDecided(event) })],
  };
}
