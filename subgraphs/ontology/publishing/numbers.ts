import { type ProposedField, type ProposedTable, Transform } from '../matching/proposal.ts';

/** A table with a field of its own, fed by the same column, for every number that a link only explains. */
export function withNumbers(table: ProposedTable): ProposedTable {
  return { ...table, fields: table.fields.flatMap((field) => [field, ...numberOf(field)]) };
}

function numberOf(field: ProposedField): ProposedField[] {
  const number = field.relation?.number;
  return number ? [{ ...field, ...number, canonical: false, relation: null, transform: Transform.NONE }] : [];
}
