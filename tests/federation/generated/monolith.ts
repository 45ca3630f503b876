import { execute, isObjectType, type GraphQLSchema } from 'graphql';
import { plainReply, type Run } from '../kit/runner.ts';
import { keyValue, type Node } from './data.ts';
import { wholeValue } from './requirements.ts';
import { asMutation } from './sequence.ts';
import type { World } from './world.ts';

/** The whole data behind the API schema, in one plain schema: what is right. The schema is changed. */
export function runMonolith(world: World, apiSchema: GraphQLSchema): Run {
  for (const type of Object.values(apiSchema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (source: Node | undefined, args: Record<string, unknown>, context: object) => {
        const node = asMutation(source ?? { __typename: type.name, at: type.name }, context);
        if (type.name.endsWith('Ref')) return node.at;
        const known = world.types.get(type.name)?.fields.get(field.name);
        if (known !== undefined) return wholeValue(world, node, known, args);
        return field.name === 'ref' ? { __typename: `${type.name}Ref`, at: `ref ${node.at}` } : keyValue(node, field.name);
      };
    }
  }
  return async ({ document, variables, operationName }) =>
    plainReply(await execute({ schema: apiSchema, document, variableValues: variables, operationName, contextValue: {} }));
}
