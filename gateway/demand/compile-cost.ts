import {
  OperationTypeNode,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { argumentValues, resolved, variableDefaults, type Defaults, type Value } from './argument-values.ts';
import { maximumOf, sumOf, timesOf, type Cost } from './cost-function.ts';
import type { CostTable, ListSize } from './cost-table.ts';
import { inputCost, mayCost } from './input-cost.ts';
import { listSize } from './list-size.ts';
import { SelectedFields, type Decisions } from './selected-fields.ts';

/** What changing something costs before any of its fields. */
const MUTATION_COST = 10;

/** What costs are worked out from. */
export interface CostModel {
  schema: GraphQLSchema;
  costs: CostTable;
  /** Items of a list of which nothing is said. */
  listSize: number;
}

/** The cost of an operation by its root fields' names in the reply. `base`: before any field. */
export interface CompiledCost {
  base: number;
  fields: ReadonlyMap<string, Cost>;
  total: Cost;
}

/** Sizes that a field hands down to fields of what it returns. */
interface Handed {
  names: readonly string[];
  size: Cost;
}

/**
 * Works out what an operation costs, by the cost specification (https://specs.apollo.dev/cost/v0.1, IBM's GraphQL cost directives): every object 1, every
 * leaf 0, times the items of lists; of abstract types the dearest.
 */
export function compileCost(
  model: CostModel,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  decisions: Decisions,
): CompiledCost {
  const base = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;
  const root = model.schema.getRootType(operation.operation);
  if (root === undefined || root === null) return { base, fields: new Map(), total: base };
  const fields = new Compiler(model, document, variableDefaults(operation), decisions).fields([operation.selectionSet], root, null);
  return { base, fields, total: sumOf([base, ...fields.values()]) };
}

class Compiler {
  private readonly model: CostModel;
  private readonly defaults: Defaults;
  private readonly selected: SelectedFields;
  /** By type, nodes and size handed down: fragments that many places use are worked out once. */
  private readonly known = new Map<string, Cost>();
  private readonly ids = new Map<object, number>();

  constructor(model: CostModel, document: DocumentNode, defaults: Defaults, decisions: Decisions) {
    this.model = model;
    this.defaults = defaults;
    this.selected = new SelectedFields(model.schema, document, decisions);
  }

  fields(sets: readonly SelectionSetNode[], type: GraphQLCompositeType, handed: Handed | null): Map<string, Cost> {
    const costs = new Map<string, Cost>();
    for (const [name, nodes] of this.selected.of(sets, type)) costs.set(name, this.field(nodes, type, handed));
    return costs;
  }

  private below(sets: readonly SelectionSetNode[], type: GraphQLCompositeType, handed: Handed | null): Cost {
    const cases = this.selected.cases(sets, type);
    return maximumOf(cases.map((each) => sumOf([...this.fields(sets, each, handed).values()])));
  }

  private field(nodes: readonly FieldNode[], parent: GraphQLCompositeType, handed: Handed | null): Cost {
    const [node] = nodes;
    const field = node === undefined || !('getFields' in parent) ? undefined : parent.getFields()[node.name.value];
    if (node === undefined || field === undefined) return 0;
    const size = handed?.names.includes(field.name) === true ? handed.size : null;
    const key = `${parent.name} ${nodes.map((each) => this.idOf(each)).join(' ')} ${typeof size === 'function' ? `f${this.idOf(size)}` : size}`;
    let cost = this.known.get(key);
    if (cost === undefined) this.known.set(key, (cost = this.fieldCost(node, nodes, field, parent, size)));
    return cost;
  }

  private fieldCost(
    node: FieldNode,
    nodes: readonly FieldNode[],
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLCompositeType,
    handedSize: Cost | null,
  ): Cost {
    const { costs } = this.model;
    const coordinate = `${parent.name}.${field.name}`;
    const values = argumentValues(field, node, this.defaults);
    const type = getNamedType(field.type);
    const own = this.fieldSetting(costs.weights, parent, field.name) ?? this.typeWeight(type);
    const sizing: ListSize | undefined = this.fieldSetting(costs.sizes, parent, field.name);
    const isList = isListType(getNullableType(field.type));
    const handsDown = sizing !== undefined && sizing.sizedFields.length > 0 && !isList;
    const size = isList || handsDown ? (handedSize ?? listSize(coordinate, sizing, values, this.model.listSize)) : 1;
    const handed = handsDown ? { names: sizing.sizedFields, size } : null;
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
    const below = isCompositeType(type) ? this.below(sets, type, handed) : 0;
    return sumOf([timesOf(isList ? size : 1, sumOf([own, below])), this.argumentsCost(coordinate, field, values)]);
  }

  private argumentsCost(coordinate: string, field: GraphQLField<unknown, unknown>, values: ReadonlyMap<string, Value>): Cost {
    const { costs } = this.model;
    return sumOf(
      field.args.map(({ name, type }): Cost => {
        const weight = costs.weights.get(`${coordinate}(${name}:)`);
        const value = values.get(name);
        if (value === undefined || !mayCost(costs, type, weight)) return 0;
        if (value.kind === 'KNOWN') return inputCost(costs, type, value.value, weight);
        return (reading) => inputCost(costs, type, resolved(value, reading), weight);
      }),
    );
  }

  private typeWeight(type: GraphQLNamedType): number {
    const { costs, schema } = this.model;
    if (isAbstractType(type)) return Math.max(0, ...schema.getPossibleTypes(type).map((each) => costs.weights.get(each.name) ?? 1));
    return costs.weights.get(type.name) ?? (isObjectType(type) ? 1 : 0);
  }

  /** What is said of a field; of an interface's, what its implementations say when itself says nothing: numbers at their highest. */
  private fieldSetting<T extends number | ListSize>(
    table: ReadonlyMap<string, T>,
    parent: GraphQLCompositeType,
    field: string,
  ): T | undefined {
    const own = table.get(`${parent.name}.${field}`);
    if (own !== undefined || !isAbstractType(parent)) return own;
    const said = this.model.schema.getPossibleTypes(parent).flatMap(({ name }) => table.get(`${name}.${field}`) ?? []);
    return said.toSorted((one, other) => (typeof one === 'number' && typeof other === 'number' ? other - one : 0))[0];
  }

  private idOf(thing: object): number {
    let id = this.ids.get(thing);
    if (id === undefined) this.ids.set(thing, (id = this.ids.size));
    return id;
  }
}
