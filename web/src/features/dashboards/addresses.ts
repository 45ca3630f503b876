import type { Persona } from '../../gql/graphql.ts';

/** The address of one dashboard, saved or not. */
export function dashboardPath(id: string): string {
  return `/dashboards/${encodeURIComponent(id)}`;
}

/** The address that makes a dashboard from a sentence. */
export function makePath(sentence: string, persona: Persona | null = null): string {
  return `/dashboards/new?${new URLSearchParams({ q: sentence, ...(persona ? { persona } : {}) }).toString()}`;
}
