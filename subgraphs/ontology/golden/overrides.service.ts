import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import type { CanonicalRecord } from '../catalogue/record.type.ts';
import { tellChanges } from '../changes/tell-changes.ts';
import { goldenErrors } from './golden.errors.ts';
import type { Asking } from './golden.service.ts';
import type { GoldenRefresher } from './refresher.ts';
import { refreshRecords } from './survivor-sql.ts';
import { isGolden } from './tables.ts';
import { expectedOf, parseTyped } from './typed-text.ts';

/** Somebody who sets a value, and of which record. */
export interface Setting {
  readonly asking: Asking;
  readonly userId: string;
  readonly record: CanonicalRecord;
  readonly attribute: string;
}

type Checked =
  | { readonly kind: 'fine'; readonly entity: ModelEntity; readonly attribute: ModelAttribute }
  | { readonly kind: 'refused'; readonly error: DomainError };

/** The only writer of values that people set on golden records. Re-reading sources, merging and splitting never erase them. */
export class OverridesService {
  private readonly system: System;
  private readonly refresher: GoldenRefresher;

  constructor(system: System, refresher: GoldenRefresher) {
    this.system = system;
    this.refresher = refresher;
  }

  /** Sets a value, as people write it; null: there is none. Returns why not, or null when it was done. */
  async set(setting: Setting, text: string | null): Promise<DomainError | null> {
    const checked = check(setting);
    if (checked.kind === 'refused') return checked.error;
    const { attribute, entity } = checked;
    const value = text === null ? null : parseTyped(attribute.type, text);
    if (value === undefined) return goldenErrors.VALUE_OF_WRONG_TYPE({ attribute: attribute.label, expected: expectedOf(attribute.type) });
    const { record, userId } = setting;
    await this.write(setting, entity, 'record.value-overridden', async (db) => {
      await sql`insert into golden_override as o (golden_id, column_name, entity, value, set_by, at)
        values (${record.id}::uuid, ${attribute.column}, ${entity.key ?? entity.name}, ${JSON.stringify(value)}::jsonb, ${userId}::uuid, ${this.now()}::timestamptz)
        on conflict (golden_id, column_name) do update set value = excluded.value, set_by = excluded.set_by, at = excluded.at`.execute(db);
      return true;
    });
    return null;
  }

  /** Takes a value that somebody has set back: what sources say counts again. */
  async clear(setting: Setting): Promise<DomainError | null> {
    const checked = check(setting);
    if (checked.kind === 'refused') return checked.error;
    const { attribute, entity } = checked;
    const done = await this.write(setting, entity, 'record.override-cleared', async (db) => {
      // Also those of records that have become part of this one: else one of them would show in its place.
      const { rows } =
        await sql`delete from golden_override where column_name = ${attribute.column} and (golden_id = ${setting.record.id}::uuid
        or golden_id in (select old from record_redirect where now = ${setting.record.id}::uuid)) returning golden_id`.execute(db);
      return rows.length > 0;
    });
    return done ? null : goldenErrors.OVERRIDE_NOT_FOUND({ attribute: attribute.label });
  }

  /** Writes, works the record out anew and tells it, all at once; nothing when `change` changes nothing. */
  private async write(
    { asking: { tenantId }, userId, record, attribute }: Setting,
    entity: ModelEntity,
    action: string,
    change: (db: Kysely<never>) => Promise<boolean>,
  ): Promise<boolean> {
    const survivorship = await this.refresher.survivorship(tenantId, entity);
    const connectionId = entity.sources[0]?.connectionId;
    return this.system.database.unitOfWork(tenantId, async (unit: UnitOfWork) => {
      const changed = await unit.asTenant(async (db) => {
        if (!(await change(db as never))) return null;
        const { rows } = await refreshRecords(entity, survivorship, [record.id]).execute(db);
        return z.object({ changed: z.int() }).parse(rows[0]).changed;
      });
      if (changed === null) return false;
      // Never the value: the trail is no place for a tenant's data.
      unit.audit({
        action,
        subject: { type: 'CanonicalRecord', id: record.id },
        before: null,
        after: { entityType: entity.name, attribute },
      });
      await tellChanges(unit);
      // Publishing may be at work on the very record: it is looked at once more when that is through.
      unit.emit('ontology.golden-outdated', { entityId: entity.id, recordIds: [record.id], by: userId });
      if (changed > 0 && connectionId !== undefined)
        unit.emit('ontology.canonical-changed', {
          connectionId,
          proposalId: null,
          syncId: null,
          entities: [{ name: entity.name, changed, removed: 0 }],
        });
      return true;
    });
  }

  private now(): string {
    return this.system.clock().toISOString();
  }
}

function check({ asking: { model, guard }, record, attribute: name }: Setting): Checked {
  const entity = model.entities.find((candidate) => candidate.name === record.entity.name);
  const attribute = entity?.attributes.find((candidate) => candidate.name === name);
  const refused = (error: DomainError): Checked => ({ kind: 'refused', error });
  if (entity === undefined) return refused(goldenErrors.RECORD_NOT_FOUND({}));
  if (attribute === undefined) return refused(goldenErrors.GOLDEN_ATTRIBUTE_UNKNOWN({ entity: entity.name, name }));
  if (!isGolden(entity)) return refused(goldenErrors.RECORD_NOT_GOLDEN({ entity: entity.name }));
  if (attribute.computed != null) return refused(goldenErrors.OVERRIDE_NOT_POSSIBLE({ attribute: attribute.label }));
  if (guard.maskOf(entity, name) !== null) return refused(goldenErrors.OVERRIDE_NOT_ALLOWED({ attribute: attribute.label }));
  return { kind: 'fine', entity, attribute };
}
