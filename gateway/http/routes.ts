import type { IncomingMessage, ServerResponse } from 'node:http';

/** One thing the server answers. The first route whose method and prefix fit takes the request. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'ANY';
  /** `/health/live` fits exactly; `/uploads/` fits everything below it. */
  path: string;
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Whether the route takes a request with this method and path. HEAD counts as GET. */
export function fits(route: Route, method: string, path: string): boolean {
  const wanted = method === 'HEAD' ? 'GET' : method;
  if (route.method !== 'ANY' && route.method !== wanted) return false;
  return route.path.endsWith('/') ? path.startsWith(route.path) : path === route.path;
}
