import type { DemandOptions } from '../demand/demand-control.ts';
import type { IntrospectionPolicy } from './introspection.ts';
import type { MaskOptions } from './mask-error.ts';
import { SHAPE_LIMITS, type ShapeLimits } from './shape-limits.ts';
import { VARIABLE_LIMITS, type VariableLimits } from './variable-limits.ts';

/** What the door lets through. */
export interface DoorOptions {
  shape: ShapeLimits;
  variables: VariableLimits;
  introspection: IntrospectionPolicy;
  demand: DemandOptions;
  /** Whether callers are told what subgraphs say of their failures. */
  subgraphMessages: MaskOptions['subgraphMessages'];
  /** Operations that take longer are logged, in milliseconds; null: none. */
  slowOperationMs: number | null;
  /** Names of operations that metrics always tell apart. */
  operationNames: ReadonlySet<string>;
}

/**
 * The product's own door. The dearest operation of our clients costs 11 002, with the longest page there is; nobody who is not logged in has
 * anything to ask that costs more than 30.
 */
export const PRODUCT_DOOR: DoorOptions = {
  shape: SHAPE_LIMITS,
  variables: VARIABLE_LIMITS,
  introspection: { kind: 'ON' },
  demand: { mode: 'ENFORCE', maximum: 25_000, perRole: { PUBLIC: 300, VIEWER: 15_000 }, listSize: 10 },
  subgraphMessages: 'MASK',
  slowOperationMs: 1_000,
  operationNames: new Set(),
};
