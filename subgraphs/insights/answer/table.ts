import { isNumeric } from '../model/model-index.ts';
import { MAX_ROWS } from '../plan/query-plan.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { unitOf } from '../compose/measure-choices.ts';
import type { AnswerFacts } from './answer-types.ts';
import { formatBucket, toCell, toNumber } from './format.ts';
import type { Knowledge } from './knowledge.ts';

type Row = Record<string, unknown>;
export type Table = Pick<AnswerFacts, 'columns' | 'rows' | 'truncated'>;

function listTable(knowledge: Knowledge, plan: QueryPlan, rows: Row[]): Table {
  const entity = plan.sources[0]?.entity ?? '';
  const fields = plan.columns.map((field) => {
    const at = knowledge.model.resolve(entity, field);
    const relation =
      field.path.length === 0
        ? null
        : knowledge.model.relation(
            field.path.length > 1
              ? (knowledge.model.resolve(entity, { path: field.path.slice(0, -1), attribute: 'id' })?.entity.name ?? entity)
              : entity,
            field.path.at(-1) ?? '',
          );
    const attribute = at?.attribute ?? null;
    const numeric = attribute !== null && isNumeric(attribute);
    const label = field.attribute === 'id' ? (relation?.label ?? at?.entity.label ?? 'Record') : (attribute?.label ?? field.attribute);
    return {
      numeric: numeric || attribute?.type === 'INTEGER',
      column: {
        name: [...field.path, field.attribute].join('.'),
        label,
        unit: numeric && attribute !== null ? unitOf(attribute) : null,
        type: attribute?.type ?? 'TEXT',
      },
    };
  });
  return {
    columns: fields.map((field) => field.column),
    rows: rows.slice(0, MAX_ROWS).map((row) => fields.map((field, index) => toCell(row[`c${index}`], field.numeric))),
    truncated: rows.length > MAX_ROWS,
  };
}

/** The table behind an answer; `compared` are the same groups in the period compared with, joined by their key. */
export function tableOf(knowledge: Knowledge, plan: QueryPlan, rows: Row[], compared: Row[] | null): Table {
  if (plan.shape === 'list') return listTable(knowledge, plan, rows);
  const dimensions = plan.groupBy.map((dimension, index) => ({
    name: `d${index}`,
    label: dimension.label,
    unit: null,
    type: dimension.grain === null ? 'TEXT' : dimension.grain.toUpperCase(),
  }));
  const measures = plan.measures.map((measure) => ({ name: measure.id, label: measure.label, unit: measure.unit, type: measure.unit }));
  const [first] = plan.measures;
  const extra =
    compared === null || first === undefined
      ? []
      : [
          {
            name: 'previous',
            label: `${first.label} in ${plan.compare?.label ?? 'the period before'}`,
            unit: first.unit,
            type: first.unit,
          },
          { name: 'change', label: 'Change', unit: 'PERCENT' as const, type: 'PERCENT' },
        ];
  const total = plan.share ? rows.reduce((sum, row) => sum + (toNumber(row['m0']) ?? 0), 0) : 0;
  const share = plan.share ? [{ name: 'share', label: 'Share', unit: 'PERCENT' as const, type: 'PERCENT' }] : [];
  const key = (row: Row): string =>
    plan.groupBy.map((dimension, index) => String(row[dimension.entity === null ? `d${index}` : `d${index}_id`])).join(' ');
  const before = new Map((compared ?? []).map((row) => [key(row), toNumber(row['m0'])]));
  const body = rows.slice(0, MAX_ROWS).map((row) => {
    const buckets = plan.groupBy.map((dimension, index) => formatBucket(row[`d${index}`], dimension.grain));
    const numbers = plan.measures.map((_, index) => toCell(row[`m${index}`], true));
    const now = toNumber(row['m0']);
    const previous = before.get(key(row)) ?? null;
    const change = now === null || previous === null || previous === 0 ? null : (now - previous) / Math.abs(previous);
    return [
      ...buckets,
      ...numbers,
      ...(extra.length === 0 ? [] : [previous, change]),
      ...(plan.share ? [now === null || total === 0 ? null : now / total] : []),
    ];
  });
  return { columns: [...dimensions, ...measures, ...extra, ...share], rows: body, truncated: rows.length > MAX_ROWS };
}
