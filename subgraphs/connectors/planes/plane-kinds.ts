import type { ConnectionKind } from '../kit/kinds.ts';
import { BUSES } from './kinds/buses.ts';
import { GATEWAYS } from './kinds/gateways.ts';
import { DATA_MOVEMENT, INTEGRATION_PLATFORMS } from './kinds/ipaas.ts';
import { WAREHOUSES } from './kinds/warehouses.ts';
import type { PlaneKindSpec } from './plane-kind.ts';

/** Every kind of fabric plane there is. */
export const PLANE_KINDS = { ...GATEWAYS, ...INTEGRATION_PLATFORMS, ...BUSES, ...WAREHOUSES, ...DATA_MOVEMENT } as const satisfies Record<
  string,
  PlaneKindSpec
>;

export type FabricPlaneKind = keyof typeof PLANE_KINDS;
export const FabricPlaneKind = Object.fromEntries(Object.keys(PLANE_KINDS).map((kind) => [kind, kind])) as {
  readonly [Kind in FabricPlaneKind]: Kind;
};

/** What is said of a kind, without the narrow types of the table. */
export const planeKind = (kind: FabricPlaneKind): PlaneKindSpec => PLANE_KINDS[kind];

/** Sources on the server itself: nobody is called, so no plane is needed and none carries them. */
const LOCAL: ReadonlySet<string> = new Set(['FILES', 'DISCOVERED']);
/** What comes to us by itself. */
const DELIVERED: ReadonlySet<string> = new Set(['WEBHOOK']);
/** Protocols that are not HTTP, or connections that are bound to a plane of their own kind. */
const NOT_BY_HTTP: ReadonlySet<string> = new Set([...LOCAL, ...DELIVERED, ...Object.keys(BUSES), 'POSTGRES', 'SUPABASE', 'MONGODB']);
/** What another product fills with data. */
const FILLED: ReadonlySet<string> = new Set(['POSTGRES', 'SUPABASE', 'MONGODB', 'FILES', ...Object.keys(WAREHOUSES)]);

/** Whether connections of this kind call anybody, or are called. */
export const crossesNetwork = (kind: string): boolean => !LOCAL.has(kind);

/** Whether a plane of one kind can carry connections of another. */
export function carries(plane: FabricPlaneKind, kind: ConnectionKind | (string & {})): boolean {
  switch (planeKind(plane).category) {
    case 'API_GATEWAY':
      return !NOT_BY_HTTP.has(kind) && !(kind in WAREHOUSES);
    case 'IPAAS':
      return DELIVERED.has(kind);
    case 'EVENT_BUS':
    case 'WAREHOUSE':
      return kind === plane;
    case 'DATA_MOVEMENT':
      return FILLED.has(kind);
  }
}
