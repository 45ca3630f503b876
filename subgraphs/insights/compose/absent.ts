import { mainTime } from '../model/time-axis.ts';
import type { Filter } from '../plan/query-plan.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { shortestPaths } from './fields.ts';
import { nextContent } from './node.ts';
import type { Node } from './node.ts';
import { absentRecords } from './roles.ts';
import type { Roles } from './roles.ts';

interface Absent {
  records: Node;
  /** The verb that is denied, when one stands between. */
  verb: Node | null;
  entity: string;
  relation: string[];
}

/** The records that those asked for have none of, as the sentence denies them; null when it denies something else. */
function absentOf(context: Context, entity: string, nodes: Node[], negation: Node): Absent | null {
  const target = nextContent(nodes, negation.index + 1);
  if (target === null) return null;
  const behind = absentRecords(nodes, negation, target);
  const records = behind ?? target;
  for (const thing of records.things) {
    if (thing.kind !== 'entity' || thing.entity === entity) continue;
    const [relation, other] = shortestPaths(context, thing.entity, entity);
    if (relation !== undefined && relation.length > 0 && other === undefined)
      return { records, verb: behind === null ? null : target, entity: thing.entity, relation };
  }
  return null;
}

/** The period said behind the records, on their own date. */
function periodOf(context: Context, nodes: Node[], { entity, records }: Absent): { node: Node; filter: Filter } | null {
  const node = nextContent(nodes, records.index + 1);
  const field = mainTime(context.model, entity);
  if (node?.time?.kind !== 'range' || node.time.range.yearless !== null || field === null) return null;
  const { from, to } = node.time.range;
  return { node, filter: { kind: 'time', field, from, to } };
}

/**
 * `customers that placed no order in 2025`, `who have not opened a case`: the period is the absent records', and the verb only says what they
 * do with them. Before times are read: else the period would place those who are asked for.
 */
export function addAbsent(context: Context, attempt: Attempt, entity: string, nodes: Node[], roles: Roles): void {
  for (const negation of roles.negations) {
    const absent = absentOf(context, entity, nodes, negation);
    if (absent === null || attempt.used.has(absent.records.index)) continue;
    const period = periodOf(context, nodes, absent);
    if (absent.verb === null && period === null) continue;
    attempt.use(negation, 'COMPARE', 'not');
    attempt.use(absent.records, 'ENTITY', context.model.entity(absent.entity).label);
    if (absent.verb !== null) attempt.use(absent.verb, 'FILLER', null);
    if (period !== null) attempt.use(period.node, 'TIME', period.node.item.text);
    const filter: Filter = {
      kind: 'related',
      entity: absent.entity,
      relation: absent.relation,
      filters: period === null ? [] : [period.filter],
      negated: true,
    };
    attempt.filters.push((base) => (base === entity ? filter : null));
  }
}
