import type { OutboundRules } from '../../../kernel/outbound/allowed-address.ts';
import type { FabricPlaneKind } from '../plane-kinds.ts';
import type { PlaneRef } from '../plane-ref.ts';
import type { PlaneHttp } from './plane-http.ts';

export interface Probing {
  plane: PlaneRef;
  http: PlaneHttp;
  rules: OutboundRules;
  signal: AbortSignal;
}

/** Asks a plane of one kind how it is. @returns what is wrong although it answers; null: nothing. @throws DomainError when it is away or lets nobody in */
export type Probe = (probing: Probing) => Promise<string | null>;

/** How each kind is asked; one without an entry is connected to and no more. */
export const PROBES: Readonly<Partial<Record<FabricPlaneKind, Probe>>> = {};
