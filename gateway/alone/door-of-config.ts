import type { DemandOptions } from '../demand/demand-control.ts';
import { PRODUCT_DOOR, type DoorOptions } from '../door/door-options.ts';
import { SHAPE_LIMITS } from '../door/shape-limits.ts';
import type { PersistedOptions } from '../persisted/persisted-documents.ts';
import type { AloneConfig } from './config-schema.ts';

const DEMAND_MODES = { off: 'OFF', measure: 'MEASURE', enforce: 'ENFORCE' } as const satisfies Record<string, DemandOptions['mode']>;

export const PERSISTED_MODES = { off: 'OFF', report: 'REPORT', prefer: 'PREFER', require: 'REQUIRE' } as const satisfies Record<
  string,
  PersistedOptions['mode']
>;

/** What the door lets through by a configuration. */
export function doorOf({ limits, demand, introspection, errors }: AloneConfig): DoorOptions {
  return {
    ...PRODUCT_DOOR,
    shape: { ...SHAPE_LIMITS, ...limits },
    demand: { ...demand, mode: DEMAND_MODES[demand.mode] },
    introspection: Array.isArray(introspection) ? { kind: 'ROLES', roles: new Set(introspection) } : { kind: introspection ? 'ON' : 'OFF' },
    subgraphMessages: errors.subgraphMessages === 'show' ? 'SHOW' : 'MASK',
  };
}
