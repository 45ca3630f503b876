import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { doorErrors } from './door.errors.ts';

/** How much variables may hold. */
export interface VariableLimits {
  /** Levels of objects and lists. */
  depth: number;
  /** Values in all, at any level. */
  values: number;
}

export const VARIABLE_LIMITS: VariableLimits = { depth: 24, values: 20_000 };

/** Why these variables are refused; null when they are not. Looks at no more than the limits allow. */
export function variableExcess(variables: Readonly<Record<string, unknown>>, limits: VariableLimits): DomainError | null {
  // Most operations have a few plain values.
  let plain = 0;
  for (const name in variables) {
    const value = variables[name];
    if (++plain > limits.values || (typeof value === 'object' && value !== null)) return nestedExcess(variables, limits);
  }
  return null;
}

function nestedExcess(variables: Readonly<Record<string, unknown>>, limits: VariableLimits): DomainError | null {
  let values = 0;
  // Without recursion: what is looked at may be nested as deeply as a body is long.
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.depth) return doorErrors.VARIABLES_TOO_DEEP({ maximum: limits.depth });
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      const inside = Array.isArray(value) ? (value as unknown[]) : Object.values(value);
      values += inside.length;
      if (values > limits.values) return doorErrors.VARIABLES_TOO_LARGE({ maximum: limits.values });
      for (const each of inside) if (typeof each === 'object' && each !== null) below.push(each);
    }
    level = below;
  }
  return null;
}
