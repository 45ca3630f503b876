import {
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
} from 'graphql';

const COST_FEATURE = /^https:\/\/specs\.apollo\.dev\/cost\/v0\.\d+$/;

/** What `@listSize` says of a field. */
export interface ListSize {
  /** Items when no argument says how many. */
  assumed: number | null;
  /** Arguments that say how many; `input.page.first` for one inside an object. */
  slicing: readonly string[];
  /** Fields of what it returns that are as long as that; none: the field's own list is. */
  sizedFields: readonly string[];
  requireOne: boolean;
}

/** What a supergraph says of costs, by coordinate: `Type`, `Type.field`, `Type.field(argument:)`. */
export interface CostTable {
  weights: ReadonlyMap<string, number>;
  sizes: ReadonlyMap<string, ListSize>;
}

/** Reads `@cost` and `@listSize`, by whatever names the supergraph imports them. @throws GraphQLError when the text is no SDL */
export function readCosts(supergraphSdl: string): CostTable {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const names = directiveNames(definitions);
  const weights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] | undefined): void => {
    for (const directive of directives ?? []) {
      const values = valuesOf(directive);
      if (directive.name.value === names.cost && typeof values['weight'] !== 'undefined') weights.set(coordinate, Number(values['weight']));
      if (directive.name.value === names.listSize) sizes.set(coordinate, listSizeOf(values));
    }
  };
  for (const definition of definitions) {
    if (!('name' in definition) || definition.name === undefined) continue;
    if (!('directives' in definition)) continue;
    const type = definition.name.value;
    note(type, definition.directives as readonly ConstDirectiveNode[] | undefined);
    for (const field of fieldsOf(definition)) {
      note(`${type}.${field.name.value}`, field.directives);
      for (const argument of 'arguments' in field ? (field.arguments ?? []) : [])
        note(`${type}.${field.name.value}(${argument.name.value}:)`, argument.directives);
    }
  }
  return { weights, sizes };
}

function fieldsOf(definition: DefinitionNode): readonly (FieldDefinitionNode | InputValueDefinitionNode)[] {
  return 'fields' in definition ? (definition.fields ?? []) : [];
}

function listSizeOf(values: Readonly<Record<string, unknown>>): ListSize {
  const assumed = values['assumedSize'];
  return {
    assumed: typeof assumed === 'number' ? assumed : null,
    slicing: texts(values['slicingArguments']),
    sizedFields: texts(values['sizedFields']),
    requireOne: values['requireOneSlicingArgument'] !== false,
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** What the two directives are called here: their feature may be linked under other names. */
function directiveNames(definitions: readonly DefinitionNode[]): { cost: string; listSize: string } {
  const links = definitions
    .filter((definition) => definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(({ directives }) => (directives ?? []).map(valuesOf));
  const link = links.find(({ url }) => typeof url === 'string' && COST_FEATURE.test(url));
  const as = typeof link?.['as'] === 'string' ? link['as'] : 'cost';
  const names = { cost: as, listSize: link === undefined ? 'listSize' : `${as}__listSize` };
  for (const imported of Array.isArray(link?.['import']) ? (link['import'] as unknown[]) : []) {
    const [name, alias] = importOf(imported);
    if (name === '@cost') names.cost = alias.slice(1);
    if (name === '@listSize') names.listSize = alias.slice(1);
  }
  return names;
}

function importOf(imported: unknown): [name: string, alias: string] {
  if (typeof imported !== 'object' || imported === null) return [String(imported), String(imported)];
  const { name, as } = imported as { name?: unknown; as?: unknown };
  return [String(name), String(as ?? name)];
}

function valuesOf(directive: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}
