import { sql } from 'kysely';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { defineConsumer, type DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { currentPublication } from '../publishing/publication.service.ts';
import { APPROVAL_SUBJECT } from './steward/ask-people.ts';
import { decideOn } from './steward/decisions.ts';
import type { StewardService } from './steward/steward.service.ts';

/** Pairs decided in one transaction. */
const PAGE = 200;

/** An approval about pairs was decided: so are its pairs, but those that may not be merged, which stay for people to look at. */
export function pairsApprovalConsumer(system: System, steward: StewardService) {
  const pairsOf = (tenantId: string, approvalId: string): Promise<string[]> =>
    system.database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const { rows } = await sql<{ id: string }>`select id from resolution_pair
          where approval_id = ${approvalId}::uuid and status = 'POSSIBLE' order by id`.execute(db);
        return rows.map(({ id }) => id);
      }),
    );
  const entityOf = (tenantId: string, id: string): Promise<ModelEntity | null> =>
    system.database.unitOfWork(
      tenantId,
      async (unit) => (await currentPublication(unit))?.model.entities.find((entity) => entity.id === id) ?? null,
    );
  const onDecided = async ({ tenantId, payload }: DomainEvent<'agents.approval-decided'>): Promise<void> => {
    const { subject, status, decidedBy: userId, approvalId } = payload;
    if (!subject.startsWith(APPROVAL_SUBJECT)) return;
    const entity = await entityOf(tenantId, subject.slice(APPROVAL_SUBJECT.length).split(':')[0] ?? '');
    if (entity === null || typeof entity.sourceTable !== 'string') return;
    const decision = status === 'APPROVED' ? 'MATCH' : 'NON_MATCH';
    const ids = await pairsOf(tenantId, approvalId);
    for (let from = 0; from < ids.length; from += PAGE) {
      const page = ids.slice(from, from + PAGE);
      const decided = await steward.act({ tenantId, userId }, entity, (deciding) => decideOn(deciding, page, decision));
      // One of them may not be: each for itself.
      if (decided.kind === 'refused')
        for (const id of page) await steward.act({ tenantId, userId }, entity, (deciding) => decideOn(deciding, [id], decision));
    }
  };
  return defineConsumer('ontology.pairs-approvals', { 'agents.approval-decided': onDecided });
}
