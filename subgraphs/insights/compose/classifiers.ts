import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { Node } from './node.ts';
import { verbFilter } from './times.ts';

const CLASSIFIERS = new Set([
  'region',
  'area',
  'territory',
  'zone',
  'branch',
  'office',
  'market',
  'location',
  'category',
  'group',
  'type',
  'segment',
  'class',
  'sector',
  'department',
  'division',
  'team',
  'line',
  'series',
  'brand',
  'status',
  'stage',
  'store',
  'city',
  'state',
  'country',
  'customers',
  'customer',
  'product',
  'products',
  'plan',
  'gender',
  'airline',
  'airport',
  'industry',
  'role',
]);

/** `in the West region` where nothing is called region: beside a value the word only says what kind of value it is. */
export function addClassifiers(context: Context, attempt: Attempt, entity: string, nodes: Node[]): void {
  for (const node of nodes) {
    const dated =
      nodes.every((each) => each.time?.kind !== 'range') &&
      node.things.length === 0 &&
      node.values.length === 0 &&
      !attempt.used.has(node.index)
        ? verbFilter(context, entity, node.item.text)
        : null;
    if (dated !== null) {
      attempt.use(node, 'VALUE', `has ${dated.attribute}`);
      attempt.note(
        `"${node.item.text}" is taken as having a ${context.model.attribute(entity, dated.attribute)?.label.toLowerCase() ?? 'date'}`,
        -0.06,
      );
      attempt.filters.push((base) => (base === entity ? { kind: 'blank', field: dated, negated: true } : null));
      continue;
    }
    const before = nodes[node.index - 1];
    const describes =
      before !== undefined &&
      attempt.used.get(before.index)?.kind === 'DIMENSION' &&
      node.things.every((thing) => thing.kind === 'attribute');
    if ((node.item.meanings.length > 0 && !describes) || attempt.used.has(node.index) || !CLASSIFIERS.has(node.item.text.toLowerCase()))
      continue;
    const beside = [nodes[node.index - 1], nodes[node.index + 1]].find(
      (near) => near !== undefined && ['VALUE', 'DIMENSION'].includes(attempt.used.get(near.index)?.kind ?? ''),
    );
    if (beside === undefined) continue;
    attempt.use(node, 'FILLER', `kind of ${beside.item.text}`);
    attempt.note(`"${node.item.text}" only describes ${beside.item.text}`, -0.04);
  }
}
