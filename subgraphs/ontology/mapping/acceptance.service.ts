import { LockMode } from '@mikro-orm/core';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { learnFromDecision, type MappingDecision } from '../learning/learn-from-decision.ts';
import type { Decisions, ProposedTable } from '../matching/proposal.ts';
import { ontologyErrors } from '../ontology.errors.ts';
import type { Publisher } from '../publishing/publisher.ts';
import { isUuid } from '../uuids.ts';
import { type MappingChange, applyChanges, unfollowed } from './changes.ts';
import { proposeInWorker } from './matching.ts';
import { decisionsOf, shapeOf, storeTables, storedDecisions } from './proposal-tables.ts';
import { type Decider, type OpenProposal, decisionAbout, onlyChanged, readProposal } from './open-proposal.ts';
import { ProposalRow } from './proposal.entity.ts';

export type Acceptance = { kind: 'accepted'; proposal: ProposalRow } | { kind: 'refused'; problems: InputProblem[] };

/** What an approval asks for when it asks for a mapping: `mapping:<proposal>`. */
const APPROVAL_SUBJECT = 'mapping:';

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
    const stored = await readProposal(this.system, tenantId, proposalId);
    if (stored.proposal === null) return refused(ontologyErrors.MAPPING_NOT_FOUND({}));
    const { proposal } = stored;
    if (proposal.status === 'SUPERSEDED') return refused(ontologyErrors.MAPPING_SUPERSEDED({}));
    if (proposal.status === 'PUBLISHING' || proposal.status === 'PUBLISHED')
      return changes.length === 0 ? { kind: 'accepted', proposal } : refused(ontologyErrors.MAPPING_DECIDED({}));
    const changed = applyChanges(decisionsOf(proposal.decisions), changes, stored.index);
    if (changed.problems.length > 0) return { kind: 'refused', problems: changed.problems };
    const tables = await this.propose(proposal, stored, changed.decisions);
    const problems = unfollowed(changed.decisions, tables);
    if (problems.length > 0) return { kind: 'refused', problems };
    const decision = decisionAbout(decider, stored, tables, this.system.clock());
    const accepted = await this.decide(decider, proposal, storedDecisions(changed.decisions), decision);
    if (accepted.kind === 'accepted') this.publisher.publishInBackground(tenantId, proposalId);
    return accepted;
  }

  /**
   * Changes a proposal that waits, without deciding it: a column is rejected, another attribute chosen, and the proposal made anew with that. What
   * was changed is learnt at once; the rest still waits.
   */
  async revise(decider: Decider, proposalId: string, changes: readonly MappingChange[]): Promise<Acceptance> {
    const { tenantId } = decider;
    const stored = isUuid(proposalId) ? await readProposal(this.system, tenantId, proposalId) : null;
    const proposal = stored?.proposal ?? null;
    if (stored === null || proposal === null) return refused(ontologyErrors.MAPPING_NOT_FOUND({}));
    const closed = closedBecause(proposal);
    if (closed !== null) return refused(closed);
    const changed = applyChanges(decisionsOf(proposal.decisions), changes, stored.index);
    if (changed.problems.length > 0) return { kind: 'refused', problems: changed.problems };
    const tables = await this.propose(proposal, stored, changed.decisions);
    const problems = unfollowed(changed.decisions, tables);
    if (problems.length > 0) return { kind: 'refused', problems };
    const learnt = decisionAbout(decider, stored, onlyChanged(stored.shown, tables), this.system.clock());
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const row = await unit.em.findOne(ProposalRow, { tenantId, id: proposalId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const since = row === null ? ontologyErrors.MAPPING_SUPERSEDED({}) : closedBecause(row);
      if (row === null || since !== null) return refused(since ?? ontologyErrors.MAPPING_SUPERSEDED({}));
      // Somebody else has changed it meanwhile: what they said would be lost.
      if (row.shape !== proposal.shape) return refused(ontologyErrors.MAPPING_CHANGED({}));
      Object.assign(row, { decisions: storedDecisions(changed.decisions), shape: shapeOf(tables) });
      await storeTables(unit, proposalId, tables);
      if (learnt.after.length > 0) await learnFromDecision(unit, learnt);
      return { kind: 'accepted', proposal: row };
    });
  }

  private propose(proposal: ProposalRow, { objects, taken, shown }: OpenProposal, decisions: Decisions): Promise<ProposedTable[]> {
    const { connectionName } = proposal;
    return proposeInWorker(this.system.workers, { connectionName, objects, decisions, taken, shown });
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
    const stored = await readProposal(this.system, decider.tenantId, proposalId);
    if (stored.proposal?.status !== 'PROPOSED') return;
    const decision = decisionAbout(decider, stored, [], this.system.clock());
    await this.system.database.unitOfWork(decider.tenantId, (unit) => learnFromDecision(unit, decision));
  }
}

/** Why nothing can be changed any more; null while it waits. */
function closedBecause({ status }: ProposalRow): DomainError | null {
  if (status === 'SUPERSEDED') return ontologyErrors.MAPPING_SUPERSEDED({});
  return status === 'PROPOSED' || status === 'FAILED' ? null : ontologyErrors.MAPPING_DECIDED({});
}

function refused(error: Parameters<typeof inputProblem>[0]): Acceptance {
  return { kind: 'refused', problems: [inputProblem(error, 'proposalId')] };
}
