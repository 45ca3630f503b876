import { measuresOf } from './candidates.ts';
import type { Candidate } from './candidate.ts';
import { comparedNodes } from './comparisons.ts';
import type { Context } from './context.ts';
import { MAX_CANDIDATES } from './enumerate.ts';
import type { Node } from './node.ts';
import type { Roles } from './roles.ts';

/** `products with revenue over 1000`: the compared number is a measure of each group, and the records named are the groups. */
export function conditionIdeas(context: Context, nodes: Node[], roles: Roles): { idea: Candidate; subject: Node }[] {
  return roles.comparisons
    .flatMap((phrase) =>
      comparedNodes(nodes, phrase).flatMap((compared) => {
        const subject =
          roles.subject !== null && roles.subject !== compared
            ? roles.subject
            : nodes.find((node) => node !== compared && node.things.some((thing) => thing.kind === 'entity' || thing.kind === 'relation'));
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
