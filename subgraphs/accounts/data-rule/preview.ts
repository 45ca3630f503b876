import { sql } from 'kysely';
import { z } from 'zod';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import { accessFor, type Access } from '../../kernel/data-access/access.ts';
import type { ColumnMask, RowRule } from '../../kernel/data-access/data-rule.ts';
import { guardOf, OPEN_GUARD } from '../../kernel/data-access/guard.ts';
import { readRules, readUserData } from '../../kernel/data-access/read-rules.ts';
import type { System } from '../../kernel/system.ts';
import type { Role } from '../../kernel/viewer/viewer.ts';
import type { PreviewedType } from './preview.type.ts';

const countsRow = z.object({ visible: z.coerce.number(), total: z.coerce.number() });

/** A rule that is being written: it takes the place of the saved one of its id. */
export interface Draft {
  rowRule: RowRule | null;
  mask: ColumnMask | null;
}

/** What a member of this role sees of each entity type, with a draft as if it were saved. Reads the rules afresh. */
export async function previewOf(
  system: System,
  member: { tenantId: string; userId: string; role: Role },
  model: SemanticModel,
  draft: Draft,
): Promise<{ restricted: boolean; types: PreviewedType[] }> {
  const { database } = system;
  const { rowRules, masks, pseudonymKey } = await readRules(database, member.tenantId);
  const data = await readUserData(database, member.tenantId, member.userId);
  const access = accessFor(
    { rowRules: drafted(rowRules, draft.rowRule), masks: drafted(masks, draft.mask), pseudonymKey },
    member.role,
    data,
  );
  return { restricted: access.restricted, types: await typesOf(system, member.tenantId, model, access) };
}

function drafted<T extends { id: string }>(saved: readonly T[], draft: T | null): T[] {
  return [...saved.filter(({ id }) => id !== draft?.id), ...(draft === null ? [] : [draft])];
}

function typesOf({ database }: System, tenantId: string, model: SemanticModel, access: Access): Promise<PreviewedType[]> {
  const guard = guardOf(access, model);
  return database.unitOfWork(tenantId, (unit) =>
    unit.asTenant(async (db) => {
      const types: PreviewedType[] = [];
      for (const entity of model.entities) {
        const { rows } = await sql`select (select count(*) from ${guard.table(entity)} as visible) as visible,
          (select count(*) from ${OPEN_GUARD.table(entity)} as every) as total`.execute(db);
        const masks = [...guard.masked(entity)].map(([attribute, { mode, names }]) => {
          const label = entity.attributes.find(({ name }) => name === attribute)?.label ?? attribute;
          return { attribute, label, mode, masks: [...names] };
        });
        types.push({
          entityType: entity.name,
          label: entity.pluralLabel,
          ...countsRow.parse(rows[0]),
          rowRules: [...guard.rowRules(entity)],
          masks,
        });
      }
      return types;
    }),
  );
}
