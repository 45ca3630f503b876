import { measuresOf } from './candidates.ts';
import type { Candidate } from './candidate.ts';
import { comparedNodes } from './comparisons.ts';
import type { Context } from './context.ts';
import { MAX_CANDIDATES } from './enumerate.ts';
import { asksForRecords } from './node.ts';
import type { Node } from './node.ts';
import type { Roles } from './roles.ts';

/** `which teams have more than 15 people`: a column of the records that are counted, right behind the question word. */
function kindAsked(nodes: Node[], counted: Node): Node | undefined {
  const entities = new Set(counted.things.flatMap((thing) => (thing.kind === 'entity' ? [thing.entity] : [])));
  const [which, kind] = nodes;
  const own = kind?.things.some((thing) => thing.kind === 'attribute' && entities.has(thing.entity)) === true;
  return which !== undefined && asksForRecords(which) && own ? kind : undefined;
}

/** `products with revenue over 1000`: the compared number is a measure of each group, and the records named are the groups. */
export function conditionIdeas(context: Context, nodes: Node[], roles: Roles): { idea: Candidate; subject: Node }[] {
  return roles.comparisons
    .flatMap((phrase) =>
      comparedNodes(nodes, phrase).flatMap((compared) => {
        const subject =
          roles.subject !== null && roles.subject !== compared
            ? roles.subject
            : (nodes.find(
                (node) => node !== compared && node.things.some((thing) => thing.kind === 'entity' || thing.kind === 'relation'),
              ) ?? kindAsked(nodes, compared));
        if (subject === undefined) return [];
        // `more than 15 sales` counts sales, `sales over 15` adds them up.
        const counted =
          compared.index === (phrase.nodes.at(-1)?.index ?? -2) + 1 && compared.things.some((thing) => thing.kind === 'entity');
        const meant = counted ? { ...compared, things: compared.things.filter((thing) => thing.kind === 'entity') } : compared;
        return measuresOf(context, meant, null, [], { count: false, distinct: false, sold: false }).map((idea) => ({
          idea: { ...idea, uses: idea.uses.map((use) => ({ ...use, kind: 'METRIC' as const })) },
          subject,
        }));
      }),
    )
    .slice(0, MAX_CANDIDATES);
}
