import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/** Nested further than this a document is not followed: it is too deep whatever the limit. */
const MAX_NESTING = 400;
/** Counts stop here, so that none becomes infinite. */
const MANY = 1e9;

/** The largest operation of a document in each respect, its fragments unfolded; aliases and directives are those of the text. */
export interface DocumentShape extends SelectionShape {
  aliases: number;
  directives: number;
}

interface SelectionShape {
  depth: number;
  introspectionDepth: number;
  rootFields: number;
  introspectionFields: number;
  selections: number;
}

const NOTHING: SelectionShape = { depth: 0, introspectionDepth: 0, rootFields: 0, introspectionFields: 0, selections: 0 };
const TOO_DEEP: SelectionShape = { ...NOTHING, depth: MANY };

/** Measures a document. Every selection is looked at once, and every fragment is measured once. */
export function shapeOf(document: DocumentNode): DocumentShape {
  const walk = new Walk(document);
  let shape = NOTHING;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      walk.directives += (definition.directives?.length ?? 0) + variableDirectives(definition.variableDefinitions);
      shape = widest(shape, walk.set(definition.selectionSet, 0));
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      // Unused ones count, too: they are validated like all others.
      walk.directives += definition.directives?.length ?? 0;
      walk.fragment(definition.name.value, 0);
    }
  }
  return { ...shape, aliases: walk.aliases, directives: walk.directives };
}

class Walk {
  aliases = 0;
  directives = 0;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, SelectionShape>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  set(set: SelectionSetNode, nesting: number): SelectionShape {
    if (nesting > MAX_NESTING) return TOO_DEEP;
    let sum = NOTHING;
    for (const selection of set.selections) sum = added(sum, this.selection(selection, nesting + 1));
    return sum;
  }

  fragment(name: string, nesting: number): SelectionShape {
    const known = this.measured.get(name);
    if (known !== undefined) return known;
    const definition = this.fragments.get(name);
    if (definition === undefined) return NOTHING;
    // Inside itself it counts for nothing; another rule refuses that.
    this.measured.set(name, NOTHING);
    const shape = this.set(definition.selectionSet, nesting);
    this.measured.set(name, shape);
    return shape;
  }

  private selection(selection: SelectionNode, nesting: number): SelectionShape {
    this.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.fragment(selection.name.value, nesting);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.set(selection.selectionSet, nesting);
    if (selection.alias !== undefined) this.aliases++;
    const below = selection.selectionSet === undefined ? NOTHING : this.set(selection.selectionSet, nesting);
    const selections = 1 + below.selections;
    const name = selection.name.value;
    if (name === '__schema' || name === '__type')
      return { depth: 0, introspectionDepth: 1 + below.depth, rootFields: 1, introspectionFields: 1, selections };
    return {
      depth: 1 + below.depth,
      introspectionDepth: below.introspectionDepth,
      rootFields: 1,
      introspectionFields: below.introspectionFields,
      selections,
    };
  }
}

/** Side by side in one selection set. */
function added(one: SelectionShape, other: SelectionShape): SelectionShape {
  if (one === NOTHING) return other;
  return {
    depth: Math.max(one.depth, other.depth),
    introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
    rootFields: Math.min(MANY, one.rootFields + other.rootFields),
    introspectionFields: Math.min(MANY, one.introspectionFields + other.introspectionFields),
    selections: Math.min(MANY, one.selections + other.selections),
  };
}

/** Of two operations the larger in each respect. */
function widest(one: SelectionShape, other: SelectionShape): SelectionShape {
  return {
    depth: Math.max(one.depth, other.depth),
    introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
    rootFields: Math.max(one.rootFields, other.rootFields),
    introspectionFields: Math.max(one.introspectionFields, other.introspectionFields),
    selections: Math.max(one.selections, other.selections),
  };
}

function variableDirectives(definitions: readonly { directives?: readonly unknown[] | undefined }[] | undefined): number {
  return definitions?.reduce((sum, { directives }) => sum + (directives?.length ?? 0), 0) ?? 0;
}
