import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { classifyColumn } from '../../kernel/privacy/screening/classify.ts';
import type { ColumnClass } from '../../kernel/privacy/screening/screening.ts';
import { TELLING_TYPES } from '../../kernel/privacy/findings.ts';
import type { PersonalField } from '../../kernel/privacy/place.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { SourceSchemaRow } from '../objects/source-schema.entity.ts';
import { samplesOf } from './screen-discovery.ts';

/** A column most of whose values stand in one record only says who the record is about; one whose values repeat says who else has to do with it. */
const MOSTLY_DISTINCT = 0.8;
/** With so few values nothing repeats, whatever it is. */
const FEW_VALUES = 5;

/** Columns that say who a record is about: personal, and different from record to record. */
export function personalFieldsOf(
  columns: readonly Pick<DiscoveredColumn, 'name' | 'type' | 'profile'>[],
  classes: readonly ColumnClass[],
): PersonalField[] {
  return columns.flatMap(({ name, type, profile }) => {
    const found = classes.find((each) => each.column === name && each.whole && TELLING_TYPES.has(each.type));
    const values = profile.rows - profile.blanks;
    const distinct = values <= FEW_VALUES ? profile.distinct >= values : profile.distinct >= MOSTLY_DISTINCT * values;
    return found === undefined || values === 0 || !distinct ? [] : [{ name, type: found.type, text: type === 'TEXT' }];
  });
}

/** The same of objects that have landed. */
export async function personalFieldsOfObjects({ em }: UnitOfWork, ids: readonly string[]): Promise<Map<string, PersonalField[]>> {
  const objects = await em.find(SourceObjectRow, { id: { $in: [...ids] } });
  const schemas = await em.find(SourceSchemaRow, { id: { $in: objects.flatMap(({ schemaId }) => schemaId ?? []) } });
  const columns = new Map(schemas.map((schema) => [schema.id, schema.columns]));
  return new Map(
    objects.map(({ id, schemaId }) => {
      const own = columns.get(schemaId ?? '') ?? [];
      return [
        id,
        personalFieldsOf(
          own,
          own.flatMap(({ name, profile }) => classifyColumn({ name, samples: samplesOf(profile) })),
        ),
      ];
    }),
  );
}
