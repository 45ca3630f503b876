import {
  CalendarClock,
  FlaskConical,
  Wallet,
  Zap,
  Ticket,
  Cable,
  Combine,
  Database,
  Gauge,
  Gavel,
  GitBranch,
  HeartPulse,
  KeyRound,
  LayoutDashboard,
  LayoutGrid,
  Network,
  Palette,
  Radar,
  Ruler,
  Scale,
  ShieldAlert,
  ShieldCheck,
  Shuffle,
  TableProperties,
  Telescope,
  UserPlus,
  Waves,
  Waypoints,
  Workflow,
  Wrench,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

/** An address that people look for by name. */
export interface PalettePlace {
  path: string;
  label: string;
  /** What else people call it. */
  words: string;
  icon: LucideIcon;
}

/** Pages within the stages. */
export const PLACES: readonly PalettePlace[] = [
  { path: '/agents/runs', label: 'Runs', words: 'syncs progress timeline', icon: Workflow },
  { path: '/agents/fleet', label: 'Agents', words: 'pilots fleet finops revops dataops secops', icon: Workflow },
  { path: '/agents/vitals', label: 'Vitals of the agents', words: 'monitoring performance health duration', icon: HeartPulse },
  {
    path: '/agents/governance',
    label: 'Governance of the agents',
    words: 'autonomy policies maturity decisions rules off switch',
    icon: Gavel,
  },
  { path: '/agents/workflows', label: 'Workflows of the agents', words: 'steps editor versions playbook dry run', icon: Workflow },
  { path: '/agents/schedules', label: 'Schedules of the agents', words: 'cron interval trigger event when', icon: CalendarClock },
  { path: '/agents/farm', label: 'FARM, stress tests', words: 'stress test faults oracle chaos fleet', icon: FlaskConical },
  { path: '/agents/findings', label: 'Findings of the pilots', words: 'idle spend risk drift proposals savings', icon: Telescope },
  { path: '/agents/effects', label: 'Effects of the agents', words: 'in doubt outside ledger settle', icon: Zap },
  { path: '/agents/tickets', label: 'Tickets of the agents', words: 'tasks issues to do', icon: Ticket },
  { path: '/agents/tools', label: 'Tools of the agents', words: 'mcp servers hosts http allow list outside', icon: Wrench },
  { path: '/agents/budgets', label: 'Budgets of the agents', words: 'cost money tokens limit spend ledger forecast', icon: Wallet },
  {
    path: '/connections/catalogue',
    label: 'Catalogue of connectors',
    words: 'salesforce stripe hubspot vendors systems',
    icon: LayoutGrid,
  },
  { path: '/connections/mesh', label: 'Mesh', words: 'health failed jobs error budget', icon: HeartPulse },
  { path: '/connections/flow', label: 'Flow of records', words: 'monitor lag trace slowest', icon: Waves },
  { path: '/connections/drift', label: 'Drift and repairs', words: 'schema changes approve', icon: Radar },
  { path: '/connections/quarantine', label: 'Quarantine', words: 'set aside rows bad records replay', icon: ShieldAlert },
  { path: '/connections/planes', label: 'Fabric planes', words: 'gateway kong kafka warehouse policy', icon: Network },
  { path: '/assets/findings', label: 'Findings about assets', words: 'shadow zombie triage accept resolve risk', icon: ShieldAlert },
  { path: '/assets/map', label: 'Map of applications', words: 'graph relations risk cost spend', icon: Network },
  { path: '/assets/posture', label: 'Posture of what runs', words: 'discover score departments governed shadow compare', icon: Gauge },
  { path: '/assets/scans', label: 'Scans of telemetry', words: 'discover snapshot upload diff', icon: Radar },
  { path: '/assets/policy', label: 'Policy of discovery', words: 'rules admission governed banned exclusions', icon: Gavel },
  { path: '/ontology/mappings', label: 'Mappings', words: 'review columns policy bulk jobs', icon: Shuffle },
  { path: '/ontology/resolution', label: 'Resolution', words: 'duplicates merge split pairs golden records', icon: Combine },
  { path: '/ontology/quality', label: 'Data quality', words: 'tests control totals coverage', icon: ShieldCheck },
  { path: '/ontology/lineage', label: 'Lineage', words: 'where from impact column metric', icon: Waypoints },
  { path: '/ontology/views', label: 'Views', words: 'partners saved fields', icon: TableProperties },
  { path: '/design', label: 'Design system', words: 'catalogue charts components tokens colours', icon: Palette },
  { path: '/business-metrics/what-if', label: 'What if', words: 'scenario simulate forecast', icon: Scale },
];

/** What can be made or begun. */
export const CREATE: readonly PalettePlace[] = [
  { path: '/connections/new', label: 'Connect files', words: 'new data upload csv excel source', icon: Cable },
  { path: '/connections/new/postgres', label: 'Connect a PostgreSQL database', words: 'new source postgres', icon: Database },
  { path: '/agents/workflows/new', label: 'New workflow', words: 'steps agents write yaml', icon: Workflow },
  { path: '/agents/budgets?edit=new', label: 'New budget', words: 'limit spend agents money', icon: Wallet },
  { path: '/dashboards/new', label: 'New dashboard', words: 'make create board', icon: LayoutDashboard },
  { path: '/business-metrics/new-metric', label: 'New metric', words: 'define measure create', icon: Ruler },
  { path: '/ontology/edit', label: 'Edit the model', words: 'ontology draft publish versions attribute rename', icon: GitBranch },
  { path: '/settings/members', label: 'Invite a colleague', words: 'member user add', icon: UserPlus },
  { path: '/settings/keys', label: 'New API key', words: 'token service account', icon: KeyRound },
];
