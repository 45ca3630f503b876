import { sql, type RawBuilder } from 'kysely';
import { SCENARIO_WORDS } from './scenario-names.ts';
import { CELL_SEPARATOR, MADE, type UnpivotPlan } from './unpivot-plan.ts';
import { periodInText } from './period-sql.ts';

/** Cells of a page of the embedded database. */
const PAGE_CELLS = 2_000;

/** How many of an object's raw records are read at once so that their cells make one page. */
export const rawRecordsOfPage = ({ cells }: UnpivotPlan): number => Math.max(1, Math.floor(PAGE_CELLS / Math.max(1, cells.length)));

/** `page` (record_key, data) as the cells that have a number: the same columns, each cell under a key and with columns of its own. */
export function explodedPage(plan: UnpivotPlan, page: RawBuilder<unknown>): RawBuilder<unknown> {
  const cells = JSON.stringify(
    plan.cells.map(({ column, metric, period, grain, scenario, unit }) => ({ column, metric, period, grain, scenario, unit })),
  );
  const told = (column: string | null): RawBuilder<unknown> =>
    column === null ? sql`null::text` : sql`nullif(btrim(page.data ->> ${column}), '')`;
  const metric = plan.metricColumn === null ? sql`cell.metric` : sql`nullif(concat_ws(' ', ${told(plan.metricColumn)}, cell.metric), '')`;
  return sql`
    select page.record_key || ${CELL_SEPARATOR} || cell."column" as record_key, page.data || jsonb_build_object(
      ${MADE.period}::text, ${plan.periodColumn === null ? sql`cell.period` : periodInText(told(plan.periodColumn))},
      ${MADE.grain}::text, coalesce(cell.grain, ${plan.grain ?? null}::text),
      ${MADE.metric}::text, ${metric},
      ${MADE.scenario}::text, coalesce(${scenarioIn(told(plan.scenarioColumn))}, cell.scenario, 'ACTUAL'),
      ${MADE.value}::text, page.data -> cell."column",
      ${MADE.unit}::text, coalesce(${told(plan.unitColumn)}, cell.unit)) as data
    from (${page}) as page cross join jsonb_to_recordset(${cells}::jsonb) as cell("column" text, metric text, period text, grain text, scenario text, unit text)
    where jsonb_typeof(page.data -> cell."column") is not null and jsonb_typeof(page.data -> cell."column") <> 'null'`;
}

/** Whether the source record and cell of an observation are still there. */
export function stillThere(plan: UnpivotPlan, objectId: string): RawBuilder<unknown> {
  const part = (at: number): RawBuilder<unknown> => sql`split_part(t.source_key, ${CELL_SEPARATOR}, ${sql.lit(at)})`;
  const columns = plan.cells.map(({ column }) => column);
  return sql`exists (
    select 1 from raw_record as r where r.object_id = ${objectId}::uuid and r.record_key = ${part(1)} and r.removed_at is null
      and ${part(2)} = any(${columns}::text[]) and r.data ->> ${part(2)} is not null)`;
}

function scenarioIn(value: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${JSON.stringify(Object.fromEntries(SCENARIO_WORDS))}::jsonb ->> lower(${value}))`;
}
