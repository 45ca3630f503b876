import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  BreakingChangeType,
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  type GraphQLSchema,
} from 'graphql';

/** One difference between what was released and what is. `graph`: `api`, `partner`, or the name of a subgraph. */
export interface Change {
  graph: string;
  /** As graphql-js says it, such as `User.email was removed.` */
  change: string;
}

export interface Changes {
  /** What makes operations fail that worked. */
  breaking: Change[];
  /** What was announced by @deprecated in the release, and is gone now. */
  announced: Change[];
  /** What may surprise clients, such as another default. */
  dangerous: Change[];
}

/** SDL by name: the callers' schema as `api`, the partners' as `partner`, and each subgraph's contract. */
export type Graphs = ReadonlyMap<string, string>;

const SEEN_BY_CALLERS = new Set(['api', 'partner']);
const REMOVED = /^(\w+)\.(\w+) was removed\.$/;

/** What is another than in the release. A subgraph that is gone is a change, too. */
export function changesSince(released: Graphs, current: Graphs): Changes {
  const changes: Changes = { breaking: [], announced: [], dangerous: [] };
  for (const [graph, sdl] of released) {
    const now = current.get(graph);
    if (now === undefined) {
      changes.breaking.push({ graph, change: 'The subgraph was removed.' });
      continue;
    }
    if (now === sdl) continue;
    const [before, after] = [schemaOf(graph, sdl), schemaOf(graph, now)];
    for (const { type, description } of findBreakingChanges(before, after)) {
      const announced = type === BreakingChangeType.FIELD_REMOVED && wasDeprecated(before, description);
      changes[announced ? 'announced' : 'breaking'].push({ graph, change: description });
    }
    changes.dangerous.push(...findDangerousChanges(before, after).map(({ description }) => ({ graph, change: description })));
  }
  return changes;
}

function schemaOf(graph: string, sdl: string): GraphQLSchema {
  return SEEN_BY_CALLERS.has(graph) ? buildSchema(sdl) : buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
}

function wasDeprecated(schema: GraphQLSchema, description: string): boolean {
  const [, typeName = '', fieldName = ''] = REMOVED.exec(description) ?? [];
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return false;
  return type.getFields()[fieldName]?.deprecationReason !== undefined;
}
