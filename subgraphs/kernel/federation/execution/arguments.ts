import { getArgumentValues, type FieldNode, type GraphQLField } from 'graphql';
import type { Run } from './run.ts';

/** A field's arguments in a run, worked out once for all objects that have the field; each call is given its own. @throws GraphQLError */
export function compileArguments(definition: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => Record<string, unknown> {
  if (definition.args.length === 0) return () => ({});
  return ({ args, variables }) => {
    let values = args.get(node);
    if (values === undefined) args.set(node, (values = getArgumentValues(definition, node, variables)));
    return { ...values };
  };
}
