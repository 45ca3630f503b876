import { Kind, visit, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { compileCost, type CompiledCost, type CostModel } from './compile-cost.ts';
import { at, type Reading } from './cost-function.ts';
import { readCosts, type CostTable } from './cost-table.ts';
import type { Decisions } from './selected-fields.ts';

/** How demand is controlled: not at all, worked out and told, or refused where it is too much. */
export interface DemandOptions {
  mode: 'OFF' | 'MEASURE' | 'ENFORCE';
  /** The highest cost of one operation, for roles of which nothing else is said. */
  maximum: number;
  perRole: Readonly<Record<string, number>>;
  /** Items of a list of which the graph says nothing. */
  listSize: number;
}

export interface Estimate {
  cost: number;
  /** The field that is not told how many items are wanted, or told twice; null: none. */
  unsliced: Reading['unsliced'];
}

export interface DemandControl {
  options: DemandOptions;
  /** The highest cost of one operation of this role. */
  maximumOf(role: string): number;
  /** What an operation with these variables costs; compiled once for each operation. */
  estimate(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Estimate;
  /** The root field of the reply that costs most. */
  dearest(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): string;
}

const NO_COSTS: CostTable = { weights: new Map(), sizes: new Map() };
/** No cost is told to be higher. */
const MAX_COST = 1e12;
/** Past that many `@skip` and `@include` variables everything counts as asked for. */
const MAX_DECIDING_VARIABLES = 12;
/** Costs kept of one operation, one for each way its variables decided. */
const MAX_VARIANTS = 64;

/** Demand control over one supergraph. @throws GraphQLError when its SDL cannot be parsed */
export function createDemandControl(supergraph: { sdl: string; apiSchema: GraphQLSchema }, options: DemandOptions): DemandControl {
  // Nothing is estimated where nothing is controlled.
  const costs = options.mode === 'OFF' ? NO_COSTS : readCosts(supergraph.sdl);
  const model: CostModel = { schema: supergraph.apiSchema, costs, listSize: options.listSize };
  const perRole = new Map(Object.entries(options.perRole));
  const operations = new WeakMap<OperationDefinitionNode, OperationCosts>();
  const costsOf = (
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): CompiledCost => {
    let costs = operations.get(operation);
    if (costs === undefined) operations.set(operation, (costs = new OperationCosts(model, document, operation)));
    return costs.for(variables);
  };
  return {
    options,
    maximumOf: (role) => perRole.get(role) ?? options.maximum,
    estimate(document, operation, variables) {
      const { total } = costsOf(document, operation, variables);
      if (typeof total === 'number') return { cost: shownCost(total), unsliced: null };
      const reading: Reading = { variables, unsliced: null };
      return { cost: shownCost(total(reading)), unsliced: reading.unsliced };
    },
    dearest(document, operation, variables) {
      const { fields } = costsOf(document, operation, variables);
      const reading: Reading = { variables, unsliced: null };
      const costs = [...fields].map(([name, cost]) => ({ name, cost: at(cost, reading) }));
      return costs.toSorted((one, other) => other.cost - one.cost)[0]?.name ?? '';
    },
  };
}

/** A whole number that can be shown, counted and compared, whatever was multiplied. */
function shownCost(cost: number): number {
  return cost >= 0 && cost <= MAX_COST ? Math.ceil(cost) : cost < 0 ? 0 : MAX_COST;
}

/** The costs of one operation: one for each way in which its variables decide what is skipped. */
class OperationCosts {
  private readonly model: CostModel;
  private readonly document: DocumentNode;
  private readonly operation: OperationDefinitionNode;
  /** Variables that decide, with their defaults. */
  private readonly deciding: readonly { name: string; otherwise: unknown }[];
  private readonly plain: CompiledCost | null;
  private readonly variants = new Map<string, CompiledCost>();

  constructor(model: CostModel, document: DocumentNode, operation: OperationDefinitionNode) {
    this.model = model;
    this.document = document;
    this.operation = operation;
    this.deciding = decidingVariables(document, operation);
    const open = this.deciding.length > 0 && this.deciding.length <= MAX_DECIDING_VARIABLES;
    this.plain = open ? null : compileCost(model, document, operation, null);
  }

  for(variables: Readonly<Record<string, unknown>>): CompiledCost {
    if (this.plain !== null) return this.plain;
    let key = '';
    for (const { name, otherwise } of this.deciding) key += decided(variables, name, otherwise) ? '1' : '0';
    const known = this.variants.get(key);
    if (known !== undefined) return known;
    const decisions: Decisions = new Map(this.deciding.map(({ name }, index) => [name, key[index] === '1']));
    const compiled = compileCost(this.model, this.document, this.operation, decisions);
    if (this.variants.size >= MAX_VARIANTS) this.variants.clear();
    this.variants.set(key, compiled);
    return compiled;
  }
}

function decided(variables: Readonly<Record<string, unknown>>, name: string, otherwise: unknown): boolean {
  const value = Object.hasOwn(variables, name) ? variables[name] : otherwise;
  return value === true;
}

function decidingVariables(document: DocumentNode, operation: OperationDefinitionNode): { name: string; otherwise: unknown }[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  const defined = (operation.variableDefinitions ?? []).filter(({ variable }) => names.has(variable.name.value));
  return defined.map(({ variable, defaultValue }) => ({
    name: variable.name.value,
    otherwise: defaultValue?.kind === Kind.BOOLEAN ? defaultValue.value : false,
  }));
}
