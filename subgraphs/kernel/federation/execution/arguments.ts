import { Kind, getArgumentValues, isNonNullType, valueFromAST, type FieldNode, type GraphQLArgument, type GraphQLField } from 'graphql';
import type { Run } from './run.ts';

type Values = Record<string, unknown>;

const noArguments = (): Values => ({});

/** Adds one argument to the others; false when graphql-js has to say what is wrong with it. */
type Add = (values: Values, variables: Values) => boolean;

/** Works out a field's arguments in a run; each call is given its own. @throws GraphQLError */
export function compileArguments(definition: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => Values {
  if (definition.args.length === 0) return noArguments;
  const adds = definition.args.map((argument) => compileArgument(argument, node));
  return (run) => {
    const values: Values = {};
    for (const add of adds) if (add === null || !add(values, run.variables)) return worked(definition, node, run);
    return values;
  };
}

/** Null for what graphql-js is better at: literals that are lists or objects. */
function compileArgument({ name, type, defaultValue }: GraphQLArgument, node: FieldNode): Add | null {
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const required = isNonNullType(type);
  const absent: Add = (values) => {
    if (defaultValue === undefined) return !required;
    values[name] = defaultValue;
    return true;
  };
  if (given === undefined) return absent;
  if (given.kind === Kind.VARIABLE) {
    const variable = given.name.value;
    return (values, variables) => {
      if (!Object.hasOwn(variables, variable)) return absent(values, variables);
      const value = variables[variable];
      if (value === undefined || (value === null && required)) return false;
      values[name] = value;
      return true;
    };
  }
  if (given.kind === Kind.LIST || given.kind === Kind.OBJECT) return null;
  const literal = valueFromAST(given, type);
  if (literal === undefined || (typeof literal === 'object' && literal !== null)) return null;
  return (values) => {
    values[name] = literal;
    return true;
  };
}

/** As graphql-js does it, once for all objects of the run that have the field. */
function worked(definition: GraphQLField<unknown, unknown>, node: FieldNode, { args, variables }: Run): Values {
  let values = args.get(node);
  if (values === undefined) args.set(node, (values = getArgumentValues(definition, node, variables)));
  return { ...values };
}
