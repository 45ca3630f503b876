import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { ColumnClass, Screening } from '../../kernel/privacy/screening/screening.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import { SourceSchemaRow } from '../objects/source-schema.entity.ts';
import type { Ingress } from './ingress.ts';
import { personalFieldsOf } from './personal-fields.ts';

/** A column of fewer different values, all of them seen, is no free text: what its samples do not show is not in it. */
const FEW_VALUES = 50;

/** What is done with the values of a table while they land; null when everything comes in as it is. Lines that do not fit are looked at in any case. */
export async function screeningOf(
  unit: UnitOfWork,
  table: CataloguedTable,
  { strict, erased, secret }: Ingress,
): Promise<Screening | null> {
  if (secret === null) return null;
  const { columns } = await unit.em.findOneOrFail(SourceSchemaRow, { id: table.schemaId });
  const classes = table.classes ?? [];
  const screened = strict.length === 0 ? [] : columns.flatMap(({ name, type, profile }) => {
    const own = classes.filter((found) => found.column === name && strict.some(([known]) => known === found.type));
    const whole = own.filter((found) => found.whole).map((found) => found.type);
    const free = type === 'TEXT' && (own.length > 0 || profile.distinct > FEW_VALUES || profile.distinct > profile.topValues.length);
    return whole.length > 0 || free ? [{ name, types: whole }] : [];
  }); // prettier-ignore
  const names = [table.name, table.path, table.path.replace(/\.[^./]+$/u, ''), table.path.split('/').at(-1) ?? ''];
  return {
    names: [...new Set(names)],
    key: table.key,
    columns: screened,
    actions: strict,
    secret,
    erased,
    personal: erased.length === 0 ? [] : personalFieldsOf(columns, classes),
  };
}

/** Kinds of personal data by column, kept with what is to land. */
export type ClassesByPath = ReadonlyMap<string, readonly ColumnClass[]>;
