import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';
import type { FieldRef } from '../plan/query-plan.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { reachAny } from './fields.ts';
import { nextContent, previousContent } from './node.ts';
import type { Node } from './node.ts';

/** A year said for records that carry only a whole-number year. */
export function addYears(context: Context, attempt: Attempt, entity: string, nodes: Node[]): void {
  for (const node of nodes) {
    if (node.time?.kind !== 'range' || attempt.used.has(node.index)) continue;
    const { from, to } = node.time.range;
    const wholeYears =
      (from === null || from.endsWith('-01-01')) && (to === null || to.endsWith('-01-01')) && (from !== null || to !== null);
    if (!wholeYears) continue;
    const near = [previousContent(nodes, node.index), nextContent(nodes, node.index + 1)].find(
      (each) =>
        each !== null && reachAny(context, entity, each.things).some((reached) => reached.attribute !== null && isYear(reached.attribute)),
    );
    const field =
      near == null
        ? ownYear(context, entity)
        : (reachAny(context, entity, near.things).find((reached) => reached.attribute !== null && isYear(reached.attribute))?.field ??
          null);
    if (field === null) continue;
    const of = { kind: 'field' as const, field };
    attempt.use(node, 'TIME', node.time.range.label);
    if (near != null) attempt.use(near, 'DIMENSION', field.attribute);
    if (from !== null) attempt.filters.push(() => ({ kind: 'compare', of, operator: '>=', value: Number(from.slice(0, 4)) }));
    if (to !== null) attempt.filters.push(() => ({ kind: 'compare', of, operator: '<', value: Number(to.slice(0, 4)) }));
  }
}

const isYear = (attribute: ModelAttribute): boolean =>
  attribute.type === 'INTEGER' && /year|founded|established/i.test(`${attribute.name} ${attribute.label} ${attribute.synonyms.join(' ')}`);

function ownYear(context: Context, entity: string): FieldRef | null {
  const years = context.model
    .entity(entity)
    .attributes.filter(
      (attribute) =>
        attribute.type === 'INTEGER' &&
        !/found|establish|birth|built|tenure|experience|since|worked|spent|company/i.test(`${attribute.name} ${attribute.label}`) &&
        /\byear\b/i.test(`${attribute.name.replaceAll(/([A-Z])/g, ' $1')} ${attribute.label}`),
    );
  const only = years[0];
  return only === undefined || years.length > 1 ? null : { path: [], attribute: only.name };
}
