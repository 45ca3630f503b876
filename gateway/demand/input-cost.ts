import { getNamedType, isInputObjectType, type GraphQLInputType } from 'graphql';
import type { CostTable } from './cost-table.ts';

/**
 * What a value costs as an argument: an input object 1 and what its fields cost, everything else nothing unless `@cost` says otherwise.
 * @param weight what `@cost` says where the value is taken
 */
export function inputCost(costs: CostTable, type: GraphQLInputType, value: unknown, weight: number | undefined): number {
  if (value === undefined || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + inputCost(costs, type, each, weight), 0);
  const named = getNamedType(type);
  if (!isInputObjectType(named) || typeof value !== 'object') return weight ?? costs.weights.get(named.name) ?? 0;
  const fields = named.getFields();
  let sum = weight ?? 1;
  for (const [name, inside] of Object.entries(value)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field !== undefined) sum += inputCost(costs, field.type, inside, costs.weights.get(`${named.name}.${name}`));
  }
  return sum;
}

/** Whether any value of the type could cost something: most arguments are plain and never looked at. */
export function mayCost(costs: CostTable, type: GraphQLInputType, weight: number | undefined): boolean {
  const named = getNamedType(type);
  return isInputObjectType(named) || (weight ?? costs.weights.get(named.name) ?? 0) !== 0;
}
