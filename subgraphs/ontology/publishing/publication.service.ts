import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { defineChanges } from '../changes/define-changes.ts';
import type { GoldenRefresher } from '../golden/refresher.ts';
import { isGolden } from '../golden/tables.ts';
import { acceptedTables } from '../mapping/proposal-tables.ts';
import { ProposalRow } from '../mapping/proposal.entity.ts';
import { composeModel } from '../model/compose.ts';
import { differencesOf } from '../model/difference.ts';
import { NO_EDITS } from '../model/overlay.ts';
import { type Version, versionRow } from '../model/version-row.ts';
import type { AcceptedTable } from './build-model.ts';
import { defineTable } from './define-tables.ts';
import type { EntityResolver } from './entity-resolver.ts';
import { PublicationRow } from './publication.entity.ts';

/** The version of a tenant's ontology in force; null before the first publication. */
export async function currentPublication(unit: UnitOfWork): Promise<PublicationRow | null> {
  const [row] = await unit.em.find(PublicationRow, { tenantId: unit.tenantId }, { orderBy: { version: 'desc' }, limit: 1 });
  return row ?? null;
}

/** What publications need to know of golden records, and to have made of them. */
export interface GoldenParts {
  readonly resolver: Pick<EntityResolver, 'policies'>;
  readonly refresher: Pick<GoldenRefresher, 'refresh'>;
}

/** Writes versions of the tenant's ontology: the only writer of publications and the only one that defines typed tables. */
export class PublicationService {
  private readonly system: System;
  private readonly ontology: CanonicalOntology;
  private readonly golden: GoldenParts;

  constructor(system: System, ontology: CanonicalOntology, golden: GoldenParts) {
    this.system = system;
    this.ontology = ontology;
    this.golden = golden;
  }

  /** The model in force, or null. */
  async model(tenantId: string): Promise<SemanticModel | null> {
    return (await this.current(tenantId))?.model ?? null;
  }

  current(tenantId: string): Promise<PublicationRow | null> {
    return this.system.database.unitOfWork(tenantId, currentPublication);
  }

  /**
   * Publishes an accepted proposal: tables first, then the version, its event and the proposal's mark in one transaction.
   * Does nothing but read when that was done before. Returns the version's row and the one before it.
   */
  async publishProposal(tenantId: string, proposalId: string): Promise<{ current: PublicationRow; previous: PublicationRow | null }> {
    const { proposal, previous, accepted } = await this.system.database.unitOfWork(tenantId, async (unit) => {
      const found = await unit.em.findOneOrFail(ProposalRow, { tenantId, id: proposalId });
      return { proposal: found, previous: await currentPublication(unit), accepted: await this.accepted(unit, found) };
    });
    if (typeof proposal.publishedVersion === 'number' && previous !== null) {
      const version = proposal.publishedVersion - 1;
      const before = await this.system.database.unitOfWork(tenantId, ({ em }) => em.findOne(PublicationRow, { tenantId, version }));
      return { current: previous, previous: before };
    }
    const built = await this.define(tenantId, accepted, previous);
    const current = await this.system.database.unitOfWork(tenantId, async (unit) => {
      const row = this.write(unit, built, { kind: 'MAPPING', publishedBy: proposal.decidedBy ?? null });
      await unit.em.nativeUpdate(
        ProposalRow,
        { tenantId, connectionId: proposal.connectionId, status: 'PUBLISHED' },
        { status: 'SUPERSEDED' },
      );
      await unit.em.nativeUpdate(ProposalRow, { tenantId, id: proposalId }, { publishedVersion: built.model.version });
      unit.emit('ontology.published', {
        proposalId,
        connectionId: proposal.connectionId,
        decidedBy: proposal.decidedBy ?? null,
        model: built.model,
      });
      return row;
    });
    return { current, previous };
  }

  /** Publishes the ontology without a connection; its proposals must be gone already. */
  async publishWithout(tenantId: string, connectionId: string, proposalId: string): Promise<void> {
    const { previous, accepted } = await this.system.database.unitOfWork(tenantId, async (unit) => ({
      previous: await currentPublication(unit),
      accepted: await this.accepted(unit, null),
    }));
    const built = await this.define(tenantId, accepted, previous);
    await this.system.database.unitOfWork(tenantId, async (unit) => {
      this.write(unit, built, { kind: 'REMOVAL', publishedBy: null });
      unit.emit('ontology.published', { proposalId, connectionId, decidedBy: null, model: built.model });
    });
  }

  private async define(tenantId: string, accepted: readonly AcceptedTable[], previous: PublicationRow | null): Promise<Version> {
    const policies = await this.golden.resolver.policies(tenantId);
    const overlay = previous?.overlay ?? NO_EDITS;
    const composed = composeModel({ tenantId, accepted, overlay, ontology: this.ontology, policies, previous });
    await this.makeTables(tenantId, composed.model, previous?.model ?? null);
    return { ...composed, overlay, changes: differencesOf(previous?.model ?? null, composed.model) };
  }

  private async makeTables(tenantId: string, model: SemanticModel, previous: SemanticModel | null): Promise<void> {
    await this.system.database.tenants.define(tenantId, async (db) => {
      for (const entity of model.entities) await defineTable(db as never, entity);
      await defineChanges(db as never, model);
    });
    // Whoever reads the new version finds in it what was there before.
    for (const entity of model.entities)
      if (isGolden(entity) && !previous?.entities.some(({ id, sourceTable }) => id === entity.id && sourceTable))
        await this.golden.refresher.refresh(tenantId, entity, 'ALL');
  }

  private write(unit: UnitOfWork, version: Version, by: Pick<PublicationRow, 'kind' | 'publishedBy'>): PublicationRow {
    return unit.em.create(PublicationRow, versionRow(unit.tenantId, version, by, this.system.clock()), { persist: true });
  }

  /** Tables of what other connections have published, and of the proposal being published. */
  private async accepted(unit: UnitOfWork, proposal: ProposalRow | null): Promise<AcceptedTable[]> {
    const others = await unit.em.find(
      ProposalRow,
      { tenantId: unit.tenantId, status: { $ne: 'SUPERSEDED' }, publishedVersion: { $ne: null } },
      { orderBy: { createdAt: 'asc', id: 'asc' } },
    );
    const proposals = proposal === null ? others : [...others.filter((other) => other.connectionId !== proposal.connectionId), proposal];
    const tables = await acceptedTables(
      unit,
      proposals.map((row) => row.id),
    );
    return proposals.flatMap((row) =>
      (tables.get(row.id) ?? []).map((table) => ({ connectionId: row.connectionId, connectionName: row.connectionName, table })),
    );
  }
}
