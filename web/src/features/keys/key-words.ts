import type { ApiKeyStatus } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';

/** How people say whether a key works. */
export const STATUS: Record<ApiKeyStatus, { label: string; tone: Tone }> = {
  ACTIVE: { label: 'Works', tone: 'good' },
  REPLACED: { label: 'Being replaced', tone: 'warning' },
  EXPIRED: { label: 'Expired', tone: 'neutral' },
  REVOKED: { label: 'Revoked', tone: 'neutral' },
};

/** For how long a new key may work. */
export const LIFETIMES: readonly { value: string; label: string }[] = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '180', label: 'Half a year' },
  { value: '365', label: 'A year' },
  { value: '', label: 'Until it is revoked' },
];

/** For how long a key that is replaced may work on. */
export const OVERLAPS: readonly { value: string; label: string }[] = [
  { value: '24', label: 'For a day' },
  { value: '72', label: 'For three days' },
  { value: '168', label: 'For a week' },
  { value: '1', label: 'For an hour' },
  { value: '0', label: 'Not at all' },
];

/** What a key is limited to, in a few words. */
export function scopesInWords(scopes: readonly string[] | null | undefined): string {
  if (scopes == null) return 'all that its account may';
  const [first = '', second, ...more] = scopes;
  if (second === undefined) return first;
  return more.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${more.length} more`;
}

/** The area an action belongs to: `records` of `records.read`. */
export function areaOf(action: string): string {
  return action.split('.')[0] ?? action;
}
