import type { DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { ProposedTable } from '../matching/proposal.ts';

/** What was decided about the columns of a proposal. */
export interface MappingDecision {
  readonly connectionId: string;
  readonly connectionName: string;
  /** The source's objects as they were discovered: names, types and profiles of the columns. */
  readonly objects: readonly DiscoveredObject[];
  /** What was proposed before the decision. */
  readonly before: readonly ProposedTable[];
  /** What was accepted, with every change; empty when all of it was rejected. */
  readonly after: readonly ProposedTable[];
  /** Columns whose proposed target a person rejected without another, by path of the object and name of the column. */
  readonly rejected: readonly { readonly path: string; readonly column: string }[];
  /** What policy accepted by itself teaches nothing: it would only confirm itself. */
  readonly by: 'PERSON' | 'POLICY';
  readonly decidedAt: Date;
}

/** Keeps what a decision says, in the same transaction as the decision; the next proposal is made with it. */
export function learnFromDecision(_unit: UnitOfWork, _decision: MappingDecision): Promise<void> {
  return Promise.resolve();
}
