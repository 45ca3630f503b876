import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { learnFromDecision, type MappingDecision } from '../learning/learn-from-decision.ts';
import { ontologyErrors } from '../ontology.errors.ts';
import type { Publisher } from '../publishing/publisher.ts';
import { isUuid } from '../uuids.ts';
import { type MappingChange, applyChanges, unfollowed } from './changes.ts';
import { proposeInWorker } from './matching.ts';
import { acceptedTables, decisionsOf, shapeOf, storeTables, storedDecisions } from './proposal-tables.ts';
import { takenNames } from './proposal.service.ts';
import { FieldMappingRow, ProposalRow, SourceRow, TableMappingRow } from './proposal.entity.ts';

export type Acceptance = { kind: 'accepted'; proposal: ProposalRow } | { kind: 'refused'; problems: InputProblem[] };

/** What an approval asks for when it asks for a mapping: `mapping:<proposal>`. */
const APPROVAL_SUBJECT = 'mapping:';

/** Who accepts. */
interface Decider {
  readonly tenantId: string;
  readonly userId: string;
  /** Left out: a person. What policy accepts teaches nothing. */
  readonly by?: 'PERSON' | 'POLICY';
}

/** Lets a person accept a proposal, with changes, and has it published. */
export class AcceptanceService {
  private readonly system: System;
  private readonly publisher: Publisher;

  constructor(system: System, publisher: Publisher) {
    this.system = system;
    this.publisher = publisher;
  }

  /**
   * PROPOSED (or FAILED) → PUBLISHING, once; publishing goes on in the background. Accepting again what is being or has been published
   * changes nothing and is fine without changes.
   */
  async accept(decider: Decider, proposalId: string, changes: readonly MappingChange[]): Promise<Acceptance> {
    const { tenantId } = decider;
    if (!isUuid(proposalId)) return refused(ontologyErrors.MAPPING_NOT_FOUND({}));
    const stored = await this.read(tenantId, proposalId);
    if (stored.proposal === null) return refused(ontologyErrors.MAPPING_NOT_FOUND({}));
    const { proposal } = stored;
    if (proposal.status === 'SUPERSEDED') return refused(ontologyErrors.MAPPING_SUPERSEDED({}));
    if (proposal.status === 'PUBLISHING' || proposal.status === 'PUBLISHED')
      return changes.length === 0 ? { kind: 'accepted', proposal } : refused(ontologyErrors.MAPPING_DECIDED({}));
    const changed = applyChanges(decisionsOf(proposal.decisions), changes, stored.index);
    if (changed.problems.length > 0) return { kind: 'refused', problems: changed.problems };
    const tables = await proposeInWorker(this.system.workers, {
      connectionName: proposal.connectionName,
      objects: stored.objects,
      decisions: changed.decisions,
      taken: stored.taken,
      shown: stored.shown,
    });
    const problems = unfollowed(changed.decisions, tables);
    if (problems.length > 0) return { kind: 'refused', problems };
    const decision = this.decisionOf(decider, proposal, stored, tables);
    const accepted = await this.decide(decider, proposal, storedDecisions(changed.decisions), decision);
    if (accepted.kind === 'accepted') this.publisher.publishInBackground(tenantId, proposalId);
    return accepted;
  }

  /**
   * An approval was given elsewhere: its mapping is accepted as it stands. Nothing happens when the proposal was accepted or replaced
   * meanwhile; a rejected one stays, for somebody may still accept it, but what was proposed is remembered as wrong.
   * @throws DomainError MAPPING_PUBLISHING while another mapping of the connection is being published: to be tried again
   */
  async onApprovalDecided({ tenantId, payload }: DomainEvent<'agents.approval-decided'>): Promise<void> {
    const { subject, status, decidedBy } = payload;
    if (!subject.startsWith(APPROVAL_SUBJECT)) return;
    const proposalId = subject.slice(APPROVAL_SUBJECT.length);
    if (status !== 'APPROVED') return this.learnRejection({ tenantId, userId: decidedBy }, proposalId);
    const acceptance = await this.accept({ tenantId, userId: decidedBy }, proposalId, []);
    const publishing = ontologyErrors.MAPPING_PUBLISHING({});
    if (acceptance.kind === 'refused' && acceptance.problems.some((problem) => problem.code === publishing.code)) throw publishing;
  }

  private async decide(
    decider: Decider,
    proposal: ProposalRow,
    decisions: ProposalRow['decisions'],
    decision: MappingDecision,
  ): Promise<Acceptance> {
    const tables = decision.after;
    const { tenantId, userId } = decider;
    const { id, connectionId } = proposal;
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      if ((await unit.em.count(ProposalRow, { tenantId, connectionId, status: 'PUBLISHING' })) > 0)
        return refused(ontologyErrors.MAPPING_PUBLISHING({}));
      const taken = await unit.em.nativeUpdate(
        ProposalRow,
        { tenantId, id, status: { $in: ['PROPOSED', 'FAILED'] } },
        {
          status: 'PUBLISHING',
          decidedAt: this.system.clock(),
          decidedBy: userId,
          decisions,
          shape: shapeOf(tables),
          problem: null,
          publishedVersion: null,
        },
      );
      if (taken === 0) return refused(ontologyErrors.MAPPING_SUPERSEDED({}));
      await storeTables(unit, id, tables);
      await learnFromDecision(unit, decision);
      return { kind: 'accepted', proposal: await unit.em.findOneOrFail(ProposalRow, { tenantId, id }) };
    });
  }

  private async learnRejection(decider: Decider, proposalId: string): Promise<void> {
    if (!isUuid(proposalId)) return;
    const stored = await this.read(decider.tenantId, proposalId);
    if (stored.proposal?.status !== 'PROPOSED') return;
    const decision = this.decisionOf(decider, stored.proposal, stored, []);
    await this.system.database.unitOfWork(decider.tenantId, (unit) => learnFromDecision(unit, decision));
  }

  private decisionOf(
    { userId, by = 'PERSON' }: Decider,
    { connectionId, connectionName }: ProposalRow,
    { objects, shown }: Pick<MappingDecision, 'objects'> & { readonly shown: MappingDecision['before'] },
    after: MappingDecision['after'],
  ): MappingDecision {
    return {
      connectionId,
      connectionName,
      objects,
      before: shown,
      after,
      rejected: [],
      by,
      decidedBy: userId,
      decidedAt: this.system.clock(),
    };
  }

  private read(tenantId: string, proposalId: string) {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const where = { tenantId, proposalId };
      const proposal = await unit.em.findOne(ProposalRow, { tenantId, id: proposalId });
      const tables = await unit.em.find(TableMappingRow, where);
      const fields = await unit.em.find(FieldMappingRow, where);
      const source = proposal === null ? null : await unit.em.findOne(SourceRow, { tenantId, connectionId: proposal.connectionId });
      return {
        proposal,
        objects: source?.objects ?? [],
        shown: proposal === null ? [] : ((await acceptedTables(unit, [proposalId])).get(proposalId) ?? []),
        taken: proposal === null ? new Set<string>() : await takenNames(unit, proposal.connectionId),
        index: {
          paths: new Map(tables.map((row) => [row.id, row.definition.path])),
          columns: new Map(
            fields.map((row) => [row.id, { tableId: row.tableId, column: row.definition.column, type: row.definition.type }]),
          ),
          objects: new Map((source?.objects ?? []).map((object) => [object.path, object])),
          unpivotable: new Set(tables.filter((row) => row.definition.suggestedUnpivot != null).map((row) => row.id)),
        },
      };
    });
  }
}

function refused(error: Parameters<typeof inputProblem>[0]): Acceptance {
  return { kind: 'refused', problems: [inputProblem(error, 'proposalId')] };
}
