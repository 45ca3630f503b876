import type { ModelEntity } from '../../schema/events/semantic-model.ts';
import type { AppliedRowRule } from '../../subgraphs/kernel/data-access/access.ts';
import { entityOf, MODEL, type Cell, type Row, type Tables } from './company.testkit.ts';

export interface Hidden {
  entity: string;
  attribute: string;
}

const STEPS = 4;

/**
 * What rules leave of the data, worked out record by record: hidden rows deleted, links to them cut, hidden values nulled. Knows nothing of
 * the SQL that is judged by it.
 */
export function visible(tables: Tables, rules: readonly AppliedRowRule[], hidden: readonly Hidden[]): Tables {
  const byId = new Map([...tables.values()].flat().map((row) => [String(row['id']), row]));
  const target = (row: Row, column: string): Row | undefined => byId.get(String(row[column]));

  const meets = (entity: ModelEntity, row: Row, [step = '', ...rest]: readonly string[], rule: AppliedRowRule): boolean => {
    const relation = entity.relations.find(({ name }) => name === step);
    if (rest.length > 0) {
      const next = relation === undefined ? undefined : target(row, relation.column);
      return relation !== undefined && next !== undefined && meets(entityOf(relation.target), next, rest, rule);
    }
    const attribute = entity.attributes.find(({ name }) => name === step);
    const cell = row[attribute?.column ?? relation?.sourceColumn ?? ''] ?? null;
    return matching(cell, attribute?.type ?? 'TEXT', rule);
  };
  const own = (entity: ModelEntity, row: Row, onlyCascading: boolean): boolean =>
    rules.every((rule) => rule.entityType !== entity.name || (onlyCascading && !rule.cascade) || meets(entity, row, rule.path, rule));
  const seen = (entity: ModelEntity, row: Row, from: readonly string[] = []): boolean =>
    own(entity, row, from.length > 0) &&
    (from.length >= STEPS ||
      entity.relations.every((relation) => {
        const next = target(row, relation.column);
        if (next === undefined || relation.target === entity.name || from.includes(relation.target)) return true;
        return seen(entityOf(relation.target), next, [...from, entity.name]);
      }));

  const limited = (name: string, from: readonly string[] = []): boolean =>
    rules.some((rule) => rule.entityType === name && (from.length === 0 || rule.cascade)) ||
    (from.length < STEPS &&
      entityOf(name).relations.some(
        (relation) => relation.target !== name && !from.includes(relation.target) && limited(relation.target, [...from, name]),
      ));
  const masked = (entity: ModelEntity): ModelEntity['attributes'] =>
    entity.attributes.filter(({ name }) => hidden.some((each) => each.entity === entity.name && each.attribute === name));
  // The key of a link may be what is masked there.
  const told = (entity: ModelEntity): boolean => masked(entity).some(({ type, semantic }) => type === 'TEXT' || semantic === 'IDENTIFIER');

  return new Map(
    MODEL.entities.map((entity) => {
      const rows = (tables.get(entity.name) ?? []).filter((row) => seen(entity, row));
      return [entity.name, rows.map((row) => shown(entity, row))];
    }),
  );

  function shown(entity: ModelEntity, row: Row): Row {
    const copy: Row = { ...row };
    for (const { column } of masked(entity)) copy[column] = null;
    if (masked(entity).length > 0) copy['source_key'] = row['id'] ?? null;
    for (const { target: name, column, sourceColumn } of entity.relations) {
      const other = entityOf(name);
      const next = target(row, column);
      const cut = limited(name) && (next === undefined || !seen(other, next));
      const title = other.attributes.find((attribute) => attribute.name === other.titleAttribute);
      const named = title === undefined || masked(other).includes(title) ? null : (next?.[title.column] ?? null);
      if (cut) copy[column] = null;
      if (cut) copy[sourceColumn] = null;
      else if (told(other)) copy[sourceColumn] = named;
    }
    return copy;
  }
}

function matching(cell: Cell, type: string, { operator, values }: AppliedRowRule): boolean {
  const number = ['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT'].includes(type);
  const usable = values
    .map((value) => value.trim().toLowerCase())
    .filter((value) => (number ? /^[+-]?\d+(\.\d+)?$/.test(value) : type !== 'BOOLEAN' || value === 'true' || value === 'false'));
  if (cell === null || usable.length === 0) return false;
  const text = String(cell).trim().toLowerCase();
  const same = usable.some((value) =>
    number ? Number(value) === Number(cell) : type === 'DATETIME' || type === 'DATE' ? text.slice(0, 10) === value : text === value,
  );
  return same === (operator === 'IN');
}
