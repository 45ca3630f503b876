/** Host of a vendor → the path of a gateway that leads to it, and what of the vendor's own path the route has eaten. */
export type Routes = ReadonlyMap<string, string>;

/** Reads `api.stripe.com=/stripe, example.com:8443=/example`; null when it is none. */
export function readRoutes(text: string): Routes | null {
  const routes = new Map<string, string>();
  for (const part of text.split(/[,\n]/u)) {
    const route = part.trim();
    if (route === '') continue;
    const [, host, path] = /^([a-z0-9.-]+(?::\d{1,5})?)\s*=\s*(\/[^\s?#]*)$/iu.exec(route) ?? [];
    if (host === undefined || path === undefined) return null;
    routes.set(host.toLowerCase(), path.replace(/\/+$/u, ''));
  }
  return routes.size === 0 ? null : routes;
}
