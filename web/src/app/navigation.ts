import {
  BookOpen,
  Bot,
  Boxes,
  Cable,
  CircleGauge,
  Compass,
  LayoutDashboard,
  Ruler,
  Settings,
  Sparkles,
  SquareTerminal,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

export interface Destination {
  path: string;
  label: string;
  /** The stage's short code; null where the label says it all. */
  code: string | null;
  /** The second key of "g …". */
  key: string;
  icon: LucideIcon;
  hint: string;
  /** Beside the stages: not in the bar of small screens, which holds seven; there they are under the account. */
  beside?: true;
  /** A page of its own outside of this client, loaded whole. */
  apart?: true;
}

/** The product's order, with what stands beside the stages where it belongs: Overview → NLQ → AOD → AAM → DCL → AOA → Help. */
export const DESTINATIONS: readonly Destination[] = [
  { path: '/', label: 'Overview', code: null, key: 'o', icon: CircleGauge, hint: 'Where everything stands' },
  { path: '/ask', label: 'Ask', code: 'NLQ', key: 'n', icon: Sparkles, hint: 'Ask your data in plain English' },
  {
    path: '/dashboards',
    label: 'Dashboards',
    code: null,
    key: 'b',
    icon: LayoutDashboard,
    hint: 'Kept dashboards, and new ones from one sentence',
    beside: true,
  },
  { path: '/business-metrics', label: 'Metrics', code: null, key: 'm', icon: Ruler, hint: 'What every number means', beside: true },
  { path: '/assets', label: 'Discover', code: 'AOD', key: 'd', icon: Compass, hint: 'Everything that is known to run' },
  { path: '/connections', label: 'Connect', code: 'AAM', key: 'c', icon: Cable, hint: 'Sources of data and their syncs' },
  { path: '/ontology', label: 'Unify', code: 'DCL', key: 'u', icon: Boxes, hint: 'The business ontology and its mappings' },
  { path: '/agents', label: 'Act', code: 'AOA', key: 'a', icon: Bot, hint: 'Agent runs and approvals' },
  {
    path: '/playground',
    label: 'Playground',
    code: null,
    key: 'p',
    icon: SquareTerminal,
    hint: 'Run GraphQL operations',
    beside: true,
    apart: true,
  },
  {
    path: '/settings',
    label: 'Settings',
    code: null,
    key: 's',
    icon: Settings,
    hint: 'You, your company and who may do what',
    beside: true,
  },
  { path: '/help', label: 'Help', code: null, key: 'h', icon: BookOpen, hint: 'Five-minute guide and shortcuts' },
];

/** The address that asks `question`. */
export function askPath(question: string, more: Record<string, string> = {}): string {
  return `/ask?${new URLSearchParams({ q: question, ...more }).toString()}`;
}
