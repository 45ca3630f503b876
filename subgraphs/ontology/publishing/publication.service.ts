import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { defineChanges } from '../changes/define-changes.ts';
import type { GoldenRefresher } from '../golden/refresher.ts';
import { type ResolutionPolicies, isGolden } from '../golden/tables.ts';
import { acceptedTables } from '../mapping/proposal-tables.ts';
import { ProposalRow } from '../mapping/proposal.entity.ts';
import { defineComputed } from '../model/define-computed.ts';
import { recompute, recomputedTables } from '../model/recompute.ts';
import { composeModel } from '../model/compose.ts';
import { differencesOf } from '../model/difference.ts';
import { NO_EDITS } from '../model/overlay.ts';
import { carryOver, retypesOf } from '../model/retype.ts';
import { modelErrors } from '../model/model.errors.ts';
import { type Publishing, type Version, versionRow } from '../model/version-row.ts';
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
  publishProposal(tenantId: string, proposalId: string): Promise<{ current: PublicationRow; previous: PublicationRow | null }> {
    return again(() => this.publishAccepted(tenantId, proposalId));
  }

  private async publishAccepted(
    tenantId: string,
    proposalId: string,
  ): Promise<{ current: PublicationRow; previous: PublicationRow | null }> {
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

  /** What the next version would be made of. */
  async parts(tenantId: string): Promise<{ previous: PublicationRow | null; accepted: AcceptedTable[]; policies: ResolutionPolicies }> {
    const policies = await this.golden.resolver.policies(tenantId);
    return this.system.database.unitOfWork(tenantId, async (unit) => ({
      previous: await currentPublication(unit),
      accepted: await this.accepted(unit, null),
      policies,
    }));
  }

  /**
   * Publishes what people made of the model: columns first, then values carried over to them, then the version with its event and whatever
   * `settle` writes, in one transaction. @throws ONTOLOGY_PUBLISHING when another version came between
   */
  async publishEdits(
    tenantId: string,
    version: Version,
    previous: PublicationRow | null,
    by: Publishing,
    settle: (unit: UnitOfWork) => Promise<void>,
  ): Promise<PublicationRow> {
    await this.makeTables(tenantId, version.model, previous?.model ?? null);
    for (const retype of retypesOf(previous?.model ?? null, version.model)) await carryOver(this.system, tenantId, retype);
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const last = await currentPublication(unit);
      if ((last?.version ?? 0) !== version.model.version - 1) throw modelErrors.ONTOLOGY_PUBLISHING({});
      const row = this.write(unit, version, by);
      unit.emit('ontology.edited', { publishedBy: by.publishedBy ?? null, note: by.note ?? null, model: version.model });
      await settle(unit);
      return row;
    });
  }

  /** Publishes the ontology without a connection; its proposals must be gone already. */
  publishWithout(tenantId: string, connectionId: string, proposalId: string): Promise<void> {
    return again(() => this.publishRest(tenantId, connectionId, proposalId));
  }

  private async publishRest(tenantId: string, connectionId: string, proposalId: string): Promise<void> {
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
      await defineComputed(db as never, model.entities, this.ontology);
      await defineChanges(db as never, model);
    });
    for (const table of recomputedTables(previous, model)) await recompute(this.system, tenantId, table);
    // Whoever reads the new version finds in it what was there before.
    for (const entity of model.entities)
      if (isGolden(entity) && !previous?.entities.some(({ id, sourceTable }) => id === entity.id && sourceTable))
        await this.golden.refresher.refresh(tenantId, entity, 'ALL');
  }

  private write(unit: UnitOfWork, version: Version, by: Publishing): PublicationRow {
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
      (tables.get(row.id) ?? []).map((table) => ({
        connectionId: row.connectionId,
        connectionName: row.connectionName,
        table: { ...table, fields: table.fields.filter(({ leftOut }) => leftOut !== true) },
      })),
    );
  }
}

const MAX_ATTEMPTS = 3;

/** Does work once more from what is in force then, when another version came between. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UniqueConstraintViolationException) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}
