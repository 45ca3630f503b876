import type { ModelEntity, SemanticModel } from '../../../schema/events/semantic-model.ts';
import { ChangedIds } from '../golden/changed-ids.ts';
import type { GoldenRefresher } from '../golden/refresher.ts';
import { goldenSources, isGolden, sourceTableOf } from '../golden/tables.ts';
import type { ObjectBinding } from './binding.ts';
import type { ChangedGolden, EntityResolver } from './entity-resolver.ts';
import { FewRows } from './few-rows.ts';
import type { FillScope, Materialiser } from './materialiser.ts';
import { targetsFirst } from './targets-first.ts';

/** Fewer changed rows leave the planner's statistics good enough. */
const ANALYSE_FROM_ROWS = 1_000;

export interface EntityChanges {
  changed: number;
  removed: number;
}

/** What a round works with. */
export interface RoundParts {
  readonly materialiser: Materialiser;
  readonly resolver: EntityResolver;
  readonly refresher: GoldenRefresher;
}

/** What of the sources a round is about: these objects; of them what `changeId` marked, or (null) everything, as they are mapped anew. */
export interface Scope {
  readonly objectIds: readonly string[];
  readonly changeId: string | null;
}

/** The version of the ontology that a round goes by. */
export interface InForce {
  readonly model: SemanticModel;
  readonly bindings: readonly ObjectBinding[];
}

/**
 * One time of bringing a tenant's tables up to date: source rows, links, what is the same thing, golden records, statistics; and how much of
 * each entity type changed. Every step may be repeated and then changes nothing.
 */
export class Round {
  readonly changes = new Map<string, EntityChanges>();
  private readonly parts: RoundParts;
  private readonly tenantId: string;
  private readonly golden = new Map<string, ChangedIds>();
  /** Rows of sources that changed, by entity type. */
  private readonly rows = new Map<string, FewRows>();
  /** Entity types of which anything may change, and that were noted so. */
  private readonly whole = new Set<string>();
  /** What resolution has said and is told of once it has been followed. */
  private readonly resolved = new Map<string, ChangedGolden>();

  constructor(parts: RoundParts, tenantId: string) {
    this.parts = parts;
    this.tenantId = tenantId;
  }

  async materialise(inForce: InForce, binding: ObjectBinding, changeId: string | null): Promise<void> {
    if (changeId === null) await this.noteWhole(binding.entity);
    const { changed, removed } = await this.parts.materialiser.materialise(this.tenantId, binding, changeId, this.scope(inForce, binding));
    this.count(binding.entity, changed, removed);
  }

  /** Removes the rows of an object from the table it filled. */
  async clear(inForce: InForce, binding: ObjectBinding): Promise<void> {
    const scope = this.scope(inForce, binding);
    this.count(binding.entity, 0, await this.parts.materialiser.clear(this.tenantId, binding.table, [binding.objectId], scope));
  }

  async link(inForce: InForce, binding: ObjectBinding): Promise<void> {
    this.countAtLeast(binding.entity, await this.parts.materialiser.link(this.tenantId, binding, this.scope(inForce, binding)));
  }

  /** Finds out what is the same thing, entity type by entity type, those first that others lead to; and has links lead to what it is now. */
  async resolve(inForce: InForce, { objectIds, changeId }: Scope): Promise<void> {
    for (const entity of targetsFirst(inForce.model.entities).filter(isGolden)) {
      const touched = entity.sources.map((source) => source.objectId).filter((id) => objectIds.includes(id));
      if (touched.length === 0) continue;
      const { changedGolden } = await this.parts.resolver.resolveEntity(
        this.tenantId,
        entity,
        changeId === null ? null : touched,
        changeId,
        changeId === null ? null : this.rowsOf(entity.name).all(),
      );
      await this.moved(inForce, entity, changedGolden);
    }
  }

  /** Members of these golden records have changed: what led to them is led to where they are now. */
  async moved(inForce: InForce, entity: ModelEntity, changed: ChangedGolden): Promise<void> {
    if (changed.length === 0) return;
    this.changedOf(entity.name).join(changed);
    this.resolved.set(entity.name, changed);
    const table = sourceTableOf(entity);
    for (const binding of inForce.bindings)
      for (const relation of binding.relations.filter(({ targetTable }) => targetTable === table)) {
        const scope = this.scope(inForce, binding);
        this.countAtLeast(binding.entity, await this.parts.materialiser.relink(this.tenantId, binding, relation, changed, scope));
      }
  }

  /** What golden records are made of may have changed for all of these objects' types: each is worked out anew. */
  reconsider({ model }: InForce, objectIds: readonly string[]): void {
    for (const entity of model.entities)
      if (isGolden(entity) && entity.sources.some((source) => objectIds.includes(source.objectId))) this.changedOf(entity.name).join('ALL');
  }

  /** The same of some golden records. */
  reconsiderIds(entity: ModelEntity, ids: ChangedGolden): void {
    if (isGolden(entity)) this.changedOf(entity.name).join(ids);
  }

  /** Works out anew the golden records of which something has changed; last, when their members are as they will be. */
  async refresh({ model }: Pick<InForce, 'model'>): Promise<void> {
    for (const entity of model.entities) {
      const ids = this.golden.get(entity.name);
      if (ids === undefined || ids.empty) continue;
      const all = ids.all();
      if (all === 'ALL') await this.noteWhole(entity.name);
      const { changed, removed } = await this.parts.refresher.refresh(this.tenantId, entity, all);
      this.golden.delete(entity.name);
      this.countAtLeast(entity.name, changed + removed);
      const settled = this.resolved.get(entity.name);
      this.resolved.delete(entity.name);
      if (settled !== undefined) await this.parts.resolver.settled?.(this.tenantId, entity.name, settled);
    }
  }

  async analyse({ model }: InForce): Promise<void> {
    const much = model.entities.filter(({ name }) => {
      const { changed, removed } = this.changes.get(name) ?? { changed: 0, removed: 0 };
      return changed + removed >= ANALYSE_FROM_ROWS;
    });
    if (much.length > 0)
      await this.parts.materialiser.analyse(
        this.tenantId,
        much.flatMap((entity) => [sourceTableOf(entity), entity.table]),
      );
  }

  private scope({ model }: InForce, { entity, table }: ObjectBinding): FillScope {
    const sources = goldenSources(model);
    const golden = sources.has(table);
    return {
      sources,
      changed: golden ? this.changedOf(entity) : null,
      rows: golden ? this.rowsOf(entity) : null,
      whole: this.whole.has(entity),
    };
  }

  private async noteWhole(entity: string): Promise<void> {
    if (this.whole.has(entity)) return;
    this.whole.add(entity);
    await this.parts.materialiser.noteWhole(this.tenantId, entity);
  }

  private rowsOf(entity: string): FewRows {
    const known = this.rows.get(entity) ?? new FewRows();
    this.rows.set(entity, known);
    return known;
  }

  private changedOf(entity: string): ChangedIds {
    const known = this.golden.get(entity) ?? new ChangedIds();
    this.golden.set(entity, known);
    return known;
  }

  private count(entity: string, changed: number, removed: number): void {
    const known = this.changes.get(entity) ?? { changed: 0, removed: 0 };
    this.changes.set(entity, { changed: known.changed + changed, removed: known.removed + removed });
  }

  /** Rows that were written and changed once more in the same round count once. */
  private countAtLeast(entity: string, changed: number): void {
    const known = this.changes.get(entity)?.changed ?? 0;
    this.count(entity, Math.max(0, changed - known), 0);
  }
}
