import { planeErrors } from '../plane.errors.ts';
import type { PlaneRef } from '../plane-ref.ts';
import { readRoutes } from '../../../kernel/outbound/gateway-routes.ts';

/**
 * Where a request to a vendor goes at a gateway: the gateway's address, the route of the vendor's host, the vendor's own path. A host without a route is
 * not called at all. @throws PLANE_ROUTE_MISSING
 */
export function routed({ name, address, settings }: PlaneRef, url: URL): URL {
  const route = readRoutes(settings['routes'] ?? '')?.get(url.host.toLowerCase());
  if (route === undefined) throw planeErrors.PLANE_ROUTE_MISSING({ plane: name, host: url.host });
  return new URL(`${address.replace(/\/+$/u, '')}${route}${url.pathname}${url.search}`);
}
