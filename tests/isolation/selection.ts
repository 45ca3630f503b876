import { getNamedType, isAbstractType, isCompositeType, isNonNullType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

/** One field to be read of objects of type `on`; below a union under an alias of its own where another member has one of its name: they might conflict. */
export interface Selected {
  on: string;
  field: string;
  key: string;
  children: readonly Selected[];
}

/** Parts of one whole that stand in one another, as query plans do: they cost no depth, and within themselves are read no further than one level. */
const PARTS = /^(?:QueryPlan|Plan[A-Z]\w*)$/u;
/** Where replies are read this deep at least, and documents may be as long as it takes. */
const PARTS_FROM_DEPTH = 2;

/**
 * Everything that can be read of a type without naming arguments, down to `depth` objects. Pages of lists and their edges cost no depth.
 * Fields that need an argument are left out here and probed at their type's other doors.
 */
export function selectionOf(schema: GraphQLSchema, typeName: string, depth: number, above: ReadonlySet<string> = new Set()): Selected[] {
  const type = schema.getType(typeName);
  if (!isCompositeType(type)) return [];
  const members = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  // A document may have so many aliases and no more.
  const owners = Map.groupBy(
    members.flatMap((member) => Object.keys(member.getFields())),
    (name) => name,
  );
  return members.flatMap((member) =>
    Object.values(member.getFields()).flatMap((field): Selected[] => {
      if (needsArguments(field)) return [];
      const of = getNamedType(field.type);
      const key = (owners.get(field.name)?.length ?? 0) > 1 ? `${member.name}_${field.name}` : field.name;
      const leaf: Selected = { on: member.name, field: field.name, key, children: [] };
      if (!isCompositeType(of)) return [leaf];
      if (depth >= PARTS_FROM_DEPTH && PARTS.test(of.name)) {
        const again = above.has(of.name);
        return [{ ...leaf, children: selectionOf(schema, of.name, again ? 0 : depth, new Set([...above, of.name])) }];
      }
      const left = /(Connection|Edge)$/.test(of.name) && 'getFields' in of && isPage(of.getFields()) ? depth : depth - 1;
      if (left < 0) return [];
      const children = selectionOf(schema, of.name, left);
      return children.length === 0 ? [] : [{ ...leaf, children }];
    }),
  );
}

/** The selection as text, `{ … }`. */
export function write(selection: readonly Selected[]): string {
  const members = [...Map.groupBy(selection, ({ on }) => on)].map(([on, fields]) => {
    const written = fields.map(
      ({ key, field, children }) => `${key === field ? field : `${key}: ${field}`}${children.length === 0 ? '' : ` ${write(children)}`}`,
    );
    return `... on ${on} { ${written.join(' ')} }`;
  });
  return `{ __typename ${members.join(' ')} }`;
}

/** `Type.field` of everything that is selected. */
export function coordinatesOf(selection: readonly Selected[]): string[] {
  return selection.flatMap(({ on, field, children }) => [`${on}.${field}`, ...coordinatesOf(children)]);
}

/** Calls `see` for every value of a reply, with the coordinate it was read by. */
export function eachValue(selection: readonly Selected[], reply: unknown, see: (on: string, field: string, value: unknown) => void): void {
  if (Array.isArray(reply)) {
    for (const item of reply) eachValue(selection, item, see);
    return;
  }
  if (typeof reply !== 'object' || reply === null) return;
  const values = reply as Record<string, unknown>;
  for (const { on, field, key, children } of selection) {
    if (values['__typename'] !== on || !(key in values)) continue;
    see(on, field, values[key]);
    if (children.length > 0) eachValue(children, values[key], see);
  }
}

/** The reply without the values that were read by these coordinates. */
export function without(coordinates: Readonly<Record<string, string>>, selection: readonly Selected[], reply: unknown): unknown {
  if (Array.isArray(reply)) return reply.map((item) => without(coordinates, selection, item));
  if (typeof reply !== 'object' || reply === null) return reply;
  const values: Record<string, unknown> = { ...reply };
  for (const { on, field, key, children } of selection) {
    if (values['__typename'] !== on || !(key in values)) continue;
    if (`${on}.${field}` in coordinates) delete values[key];
    else if (children.length > 0) values[key] = without(coordinates, children, values[key]);
  }
  return values;
}

/** Whether one must name an argument to read the field. */
export function needsArguments(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
}

function isPage(fields: object): boolean {
  return 'nodes' in fields || 'cursor' in fields;
}
