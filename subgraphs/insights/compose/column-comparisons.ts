import { isNumeric } from '../model/model-index.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { reachNumber } from './fields.ts';
import { isWord, nextContent, previousContent } from './node.ts';
import type { Node } from './node.ts';

const COUNTED = new Set(['QUANTITY', 'AMOUNT']);
const THRESHOLD = /\b(?:level|limit|minimum|maximum|threshold|target|quota|point|capacity)$/i;

/** The column that is held against another: the one named before the comparison, else the only other one of its kind. */
function heldAgainst(
  context: Context,
  entity: string,
  nodes: Node[],
  compare: Node,
  other: string,
): { attribute: string; node: Node | null } | null {
  const before = previousContent(nodes, compare.index);
  const named = before === null ? undefined : reachNumber(context, entity, before.things).find(({ field }) => field.path.length === 0);
  if (named !== undefined) return { attribute: named.field.attribute, node: before };
  const { attributes } = context.model.entity(entity);
  const kind = attributes.find(({ name }) => name === other)?.semantic ?? '';
  const semantic = COUNTED.has(kind) ? kind : 'QUANTITY';
  const rest = attributes.filter(
    (each) => isNumeric(each) && each.name !== other && each.semantic === semantic && !THRESHOLD.test(each.label),
  );
  const [only] = rest;
  return only === undefined || rest.length > 1 ? null : { attribute: only.name, node: null };
}

/** `products below their reorder level`: one column of the records is held against another, not against a number. */
export function addColumnComparisons(context: Context, attempt: Attempt, entity: string, nodes: Node[]): void {
  for (const compare of nodes) {
    if (!isWord(compare, 'compare') || attempt.used.has(compare.index)) continue;
    const other = nextContent(nodes, compare.index + 1);
    const limit = other === null ? undefined : reachNumber(context, entity, other.things).find(({ field }) => field.path.length === 0);
    if (other === null || other.number !== null || other.keyword !== null || limit === undefined) continue;
    const held = heldAgainst(context, entity, nodes, compare, limit.field.attribute);
    if (held === null) continue;
    const label = context.model.attribute(entity, held.attribute)?.label ?? held.attribute;
    const { operator } = compare.keyword;
    attempt.use(compare, 'COMPARE', `${label} ${operator} ${limit.label}`);
    attempt.use(other, 'DIMENSION', limit.label);
    if (held.node === null) attempt.note(`${label} is held against ${limit.label}`, -0.05);
    else attempt.use(held.node, 'DIMENSION', label);
    attempt.filters.push((base) =>
      base !== entity
        ? null
        : {
            kind: 'compare',
            of: {
              kind: 'arithmetic',
              operator: '-',
              left: { kind: 'field', field: { path: [], attribute: held.attribute } },
              right: { kind: 'field', field: limit.field },
            },
            operator,
            value: 0,
          },
    );
  }
}
