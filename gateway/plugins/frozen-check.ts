import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { readDemands, type Demands } from '../authorization/read-demands.ts';
import type { AccessWatch } from '../door/access-watch.ts';
import { doorErrors } from '../door/door.errors.ts';
import type { OperationCheck } from './operation-checks.ts';

/** What a supergraph asks for of its fields, read when it is first wanted. */
export function demandsWhenAsked({ sdl }: { sdl: string }): () => Demands {
  let demands: Demands | null = null;
  return () => (demands ??= readDemands(sdl));
}

/**
 * Refuses mutations of frozen tenants, but for actions that a frozen tenant needs (to be thawed, or closed) and for what everybody may, such as
 * logging out.
 */
export function frozenCheck(
  access: Pick<AccessWatch, 'isFrozen'>,
  whileFrozen: (action: string) => boolean,
  demandsOf: (schema: GraphQLSchema) => () => Demands,
): OperationCheck {
  return ({ operation, document, schema, context: { viewer } }) => {
    if (operation.operation !== OperationTypeNode.MUTATION || viewer.kind !== 'user' || !access.isFrozen(viewer.tenantId)) return null;
    const root = schema.getMutationType()?.name ?? 'Mutation';
    const demands = demandsOf(schema)();
    const stays = (field: string): boolean =>
      (demands.get(`${root}.${field}`) ?? []).every(
        ({ requirement }) =>
          requirement.kind !== 'POLICIES' || requirement.alternatives.some((names) => names.every((name) => whileFrozen(name))),
      );
    return [...rootFields(document, operation)].every((field) => stays(field)) ? null : doorErrors.TENANT_FROZEN({});
  };
}

/** Names of the fields at the root, those of fragments included. Validation has seen to it that fragments are no circle. */
function rootFields({ definitions }: DocumentNode, { selectionSet }: OperationDefinitionNode): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = definitions.find((each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value);
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) collect(fragment.selectionSet);
      }
    }
  };
  collect(selectionSet);
  return names;
}
