import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { FieldMappingRow, ProposalRow, TableMappingRow } from '../mapping/proposal.entity.ts';
import { levelOfField } from '../matching/levels-of-trust.ts';
import type { MappingPolicyService } from './policy.service.ts';

/** Accepts a proposal as policy, in the name of who set it. */
type Accept = (decider: { tenantId: string; userId: string; by: 'POLICY' }, proposalId: string) => Promise<unknown>;

/** Where the policy says so, a proposal in which nothing is left for a person to look at is accepted when it is made. */
export function acceptByPolicy(system: Pick<System, 'database'>, policy: MappingPolicyService, accept: Accept) {
  return async ({ tenantId, payload: { proposalId } }: DomainEvent<'ontology.mapping-proposed'>): Promise<void> => {
    const rules = await policy.read(tenantId);
    if (!rules.autoAccept || rules.changedBy === null) return;
    const sure = await system.database.unitOfWork(tenantId, async ({ em }) => {
      if ((await em.findOne(ProposalRow, { tenantId, id: proposalId }))?.status !== 'PROPOSED') return false;
      const tables = await em.find(TableMappingRow, { tenantId, proposalId });
      const fields = await em.find(FieldMappingRow, { tenantId, proposalId });
      return (
        tables.every(({ definition }) => definition.canonical === null || definition.confidence >= rules.auto) &&
        fields.every(({ definition }) => levelOfField({ ...definition, relation: definition.relation !== null }, rules) !== 'REVIEW')
      );
    });
    if (sure) await accept({ tenantId, userId: rules.changedBy, by: 'POLICY' }, proposalId);
  };
}
