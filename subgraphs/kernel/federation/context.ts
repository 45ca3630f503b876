import { randomUUID } from 'node:crypto';
import type { EffectKey } from '../idempotency/receipt.ts';
import { LoaderScope } from '../loaders/loader-scope.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** What resolvers see: one scope per request to a subgraph. */
export interface GraphContext {
  viewer: Viewer;
  requestId: string;
  /** The caller proved to be the operating-system user that runs this server (it holds the owner key); lifts the limits on folders. */
  localOwner: boolean;
  /** Where the caller is, by the socket or what a trusted proxy says; null: unknown. */
  clientAddress: string | null;
  /** What the caller's program calls itself; null: it does not say. */
  clientAgent: string | null;
  /** Under which key a mutation is carried out once; left out: under none. */
  effect?: EffectKey;
  loaders: LoaderScope;
}

/** A fresh scope for one request to one subgraph. */
export function createGraphContext(request: {
  viewer: Viewer;
  requestId?: string;
  localOwner?: boolean;
  clientAddress?: string | null;
  clientAgent?: string | null;
  effect?: EffectKey;
}): GraphContext {
  return {
    viewer: request.viewer,
    requestId: request.requestId ?? randomUUID(),
    localOwner: request.localOwner ?? false,
    clientAddress: request.clientAddress ?? null,
    clientAgent: request.clientAgent ?? null,
    ...(request.effect === undefined ? {} : { effect: request.effect }),
    loaders: new LoaderScope(),
  };
}
