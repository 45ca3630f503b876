import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Says whether an object of the type named first is also of the one named second. */
export type TypeCondition = (typename: string, condition: string) => boolean;

/** Type conditions of the supergraph, those types included that callers do not see. */
export function typeConditions(schema: GraphQLSchema): TypeCondition {
  return (typename, condition) => {
    if (typename === condition) return true;
    const type = schema.getType(typename);
    const wanted = schema.getType(condition);
    return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
  };
}
