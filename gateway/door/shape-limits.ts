import { GraphQLError, Kind, type ASTVisitor, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql';

export const MAX_TOKENS = 2_000;
const MAX_DEPTH = 16;
const MAX_ALIASES = 60;
const MAX_DIRECTIVES = 60;

/** Refuses documents whose shape alone could hurt: nested too deeply, with too many aliases or directives. Fragments are followed. */
export function shapeLimits(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  let directives = 0;
  const refuse = (message: string): void => context.reportError(new GraphQLError(message));
  return {
    OperationDefinition(node) {
      if (depthOf(context, node.selectionSet, new Set()) > MAX_DEPTH) refuse(`The operation is nested more than ${MAX_DEPTH} levels deep.`);
    },
    Field(node) {
      if (node.alias !== undefined && ++aliases === MAX_ALIASES + 1) refuse(`The document has more than ${MAX_ALIASES} aliases.`);
    },
    Directive() {
      if (++directives === MAX_DIRECTIVES + 1) refuse(`The document has more than ${MAX_DIRECTIVES} directives.`);
    },
  };
}

function depthOf(context: ValidationContext, set: SelectionSetNode, open: Set<FragmentDefinitionNode>): number {
  let deepest = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      // Introspection is deep by nature and has its own switch.
      if (selection.name.value.startsWith('__')) continue;
      deepest = Math.max(deepest, 1 + (selection.selectionSet === undefined ? 0 : depthOf(context, selection.selectionSet, open)));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, depthOf(context, selection.selectionSet, open));
    } else {
      const fragment = context.getFragment(selection.name.value);
      if (fragment === undefined || fragment === null || open.has(fragment)) continue;
      deepest = Math.max(deepest, depthOf(context, fragment.selectionSet, new Set([...open, fragment])));
    }
    if (deepest > MAX_DEPTH) return deepest;
  }
  return deepest;
}
