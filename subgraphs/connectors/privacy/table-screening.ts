import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { ColumnClass, Screening } from '../../kernel/privacy/screening/screening.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import { SourceSchemaRow } from '../objects/source-schema.entity.ts';
import type { Ingress } from './ingress.ts';
import { personalFieldsOf } from './personal-fields.ts';

/** A column of fewer different values, all of them seen, is no free text: what its samples do not show is not in it. */
const FEW_VALUES = 50;

/** What is done with the values of a table while they land; null when everything comes in as it is. Lines that do not fit are looked at in any case. */
export async function screeningOf(unit: UnitOfWork, table: CataloguedTable, ingress: Ingress): Promise<Screening | null> {
  if (ingress.secret === null) return null;
  const { columns } = await unit.em.findOneOrFail(SourceSchemaRow, { id: table.schemaId });
  return screeningFor({ ...table, columns, classes: table.classes ?? [] }, ingress);
}

/** A table as screening has to know it. */
interface ScreenedTable extends Pick<CataloguedTable, 'name' | 'path' | 'key'> {
  columns: readonly Pick<DiscoveredColumn, 'name' | 'type' | 'profile'>[];
  classes: readonly ColumnClass[];
}

/** The same of a table that is not catalogued. */
export function screeningFor({ name, path, key, columns, classes }: ScreenedTable, { strict, erased, secret }: Ingress): Screening | null {
  if (secret === null) return null;
  const screened = strict.length === 0 ? [] : columns.flatMap((column) => {
    const { type, profile } = column;
    const own = classes.filter((found) => found.column === column.name && strict.some(([known]) => known === found.type));
    const whole = own.filter((found) => found.whole).map((found) => found.type);
    const free = type === 'TEXT' && (own.length > 0 || profile.distinct > FEW_VALUES || profile.distinct > profile.topValues.length);
    return whole.length > 0 || free ? [{ name: column.name, types: whole }] : [];
  }); // prettier-ignore
  const names = [name, path, path.replace(/\.[^./]+$/u, ''), path.split('/').at(-1) ?? ''];
  return {
    names: [...new Set(names)],
    key,
    columns: screened,
    actions: strict,
    secret,
    erased,
    personal: erased.length === 0 ? [] : personalFieldsOf(columns, classes),
  };
}

/** Kinds of personal data by column, kept with what is to land. */
export type ClassesByPath = ReadonlyMap<string, readonly ColumnClass[]>;
