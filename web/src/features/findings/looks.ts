import type { FindingUnit, PilotFindingFieldsFragment } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';
import { formatCount, formatPercent, plural } from '../../ui/format.ts';
import { formatDollars } from '../act/money.ts';

interface Look {
  word: string;
  tone: Tone;
}

const SEVERITIES: Readonly<Record<string, Look>> = {
  CRITICAL: { word: 'critical', tone: 'bad' },
  HIGH: { word: 'high', tone: 'bad' },
  MEDIUM: { word: 'medium', tone: 'warning' },
  LOW: { word: 'low', tone: 'neutral' },
};
export function severityLook(severity: string): Look {
  return SEVERITIES[severity] ?? { word: severity.toLowerCase(), tone: 'neutral' };
}

const STATUSES: Readonly<Record<string, Look>> = {
  OPEN: { word: 'found', tone: 'accent' },
  PROPOSED: { word: 'waits for you', tone: 'warning' },
  ACCEPTED: { word: 'accepted', tone: 'accent' },
  REJECTED: { word: 'put aside', tone: 'neutral' },
  DONE: { word: 'done', tone: 'good' },
  RESOLVED: { word: 'gone', tone: 'good' },
};
export function findingLook(status: string): Look {
  return STATUSES[status] ?? { word: status.toLowerCase(), tone: 'neutral' };
}

/** A value in the unit of what is measured: "$120.00 a month", "34%", "12". Pure. */
export function inUnit(value: number, unit: FindingUnit): string {
  switch (unit) {
    case 'MONEY':
      return formatDollars(value);
    case 'MONEY_PER_MONTH':
      return `${formatDollars(value)} a month`;
    case 'PERCENT':
      return formatPercent(value, 1);
    case 'DAYS':
      return plural(value, 'day');
    case 'COUNT':
      return formatCount(value);
  }
}

const PLACES: Readonly<Record<string, string>> = {
  ENTITY: '/ontology/',
  METRIC: '/business-metrics/',
  ASSET: '/assets/',
  CONNECTION: '/connections/',
  DRIFT: '/connections/drift/',
  REPAIR: '/connections/drift/repairs/',
};
const LISTS: Readonly<Record<string, string>> = {
  APPROVAL: '/agents',
  API_KEY: '/settings/keys',
  USER: '/settings/members',
};

/** Where a link of a finding leads; null where there is no page for it. Pure. */
export function placeOfLink({ kind, id }: PilotFindingFieldsFragment['links'][number]): string | null {
  const place = PLACES[kind];
  if (place !== undefined) return `${place}${encodeURIComponent(id)}`;
  return LISTS[kind] ?? null;
}

/** What came of it, measured: how it was, how it is. */
export function outcomeOf({ measure }: PilotFindingFieldsFragment): string {
  const { label, unit, before, latest, after } = measure;
  const now = after ?? latest;
  return before === now ? `${label}: ${inUnit(now, unit)}` : `${label}: ${inUnit(before, unit)}, now ${inUnit(now, unit)}`;
}
