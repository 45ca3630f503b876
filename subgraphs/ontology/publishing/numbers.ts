import { type ProposedField, type ProposedTable, Transform } from '../matching/proposal.ts';

/** A table with a field of its own, fed by the same column, for every number that a link only explains, and for everything else it feeds. */
export function withNumbers(table: ProposedTable): ProposedTable {
  const fields = table.fields.flatMap((field) => [field, ...numberOf(field)]);
  return { ...table, fields: [...fields, ...alsoFed(fields)] };
}

/** What columns feed beside their own attribute; an attribute that a column of its own feeds is left to that. */
function alsoFed(fields: readonly ProposedField[]): ProposedField[] {
  const taken = new Set(fields.map(({ attribute }) => attribute));
  return fields.flatMap((field) =>
    (field.also ?? []).flatMap(({ column, synonyms, description, ...also }): ProposedField[] => {
      if (taken.has(also.attribute)) return [];
      taken.add(also.attribute);
      return [
        {
          ...field,
          ...also,
          column: column ?? field.column,
          synonyms: synonyms ?? [],
          description: description ?? null,
          currency: null,
          relation: null,
        },
      ];
    }),
  );
}

function numberOf(field: ProposedField): ProposedField[] {
  const number = field.relation?.number;
  return number ? [{ ...field, ...number, canonical: false, relation: null, transform: Transform.NONE }] : [];
}
