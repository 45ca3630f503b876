import type { Knowledge } from '../knowledge.ts';
import type { Recipes } from '../probes.ts';
import type { Inhabitant } from '../story.ts';
import { accounts } from './accounts.ts';
import { approvals } from './approvals.ts';
import { answers } from './answers.ts';
import { assets } from './assets.ts';
import { agents } from './agents.ts';
import { budgets } from './budgets.ts';
import { connectors } from './connectors.ts';
import { dashboards } from './dashboards.ts';
import { dataRules } from './data-rules.ts';
import { discovery } from './discovery.ts';
import { drift } from './drift.ts';
import { findings } from './findings.ts';
import { farm } from './farm.ts';
import { golden } from './golden.ts';
import { governance } from './governance.ts';
import { identity } from './identity.ts';
import { inbound } from './inbound.ts';
import { insights } from './insights.ts';
import { journal } from './journal.ts';
import { learning } from './learning.ts';
import { lineage } from './lineage.ts';
import { limits } from './limits.ts';
import { keys } from './keys.ts';
import { mesh } from './mesh.ts';
import { model } from './model.ts';
import { notifications } from './notifications.ts';
import { ontology } from './ontology.ts';
import { planes } from './planes.ts';
import { plans } from './plans.ts';
import { schedules } from './schedules.ts';
import { semanticLayer } from './semantic-layer.ts';
import { privacy } from './privacy.ts';
import { quality } from './quality.ts';
import { resolution } from './resolution.ts';
import { savedOperations } from './saved-operations.ts';
import { personas } from './personas.ts';
import { progress } from './progress.ts';
import type { Story } from './story.ts';
import { workflows } from './workflows.ts';
import { sources } from './sources.ts';
import { syncs } from './syncs.ts';
import { tools } from './tools.ts';

/** In the order in which they are lived, after both tenants' sources are connected and unified. */
export const STORIES: readonly Story[] = [
  accounts,
  identity,
  assets,
  discovery,
  connectors,
  planes,
  sources,
  syncs,
  ontology,
  resolution,
  model,
  quality,
  learning,
  golden,
  drift,
  dataRules,
  insights,
  dashboards,
  semanticLayer,
  answers,
  plans,
  savedOperations,
  personas,
  progress,
  agents,
  workflows,
  governance,
  budgets,
  findings,
  approvals,
  tools,
  farm,
  schedules,
  lineage,
  mesh,
  keys,
  notifications,
  inbound,
  limits,
  journal,
  privacy,
];

/** Arguments of all stories that nothing a tenant reads would tell. */
export function recipesOf(who: Inhabitant, known: Knowledge): Recipes {
  return Object.assign({}, ...STORIES.map(({ recipes }) => recipes?.(who, known) ?? {})) as Recipes;
}

/** What no story has to show, each with the reason. */
export const EXEMPT: Readonly<Record<string, string>> = Object.assign({}, ...STORIES.map(({ exempt = {} }) => exempt));

/** What its owner sees at moments only, each with the reason. */
export const FLEETING: Readonly<Record<string, string>> = Object.assign({}, ...STORIES.map(({ fleeting = {} }) => fleeting));

/** Mutations that their owner cannot be made to do, each with the reason. */
export const NOT_DONE: Readonly<Record<string, string>> = Object.assign({}, ...STORIES.map(({ notDone = {} }) => notDone));

/** What may differ between two looks although nothing was done. */
export const RESTLESS: Readonly<Record<string, string>> = Object.assign({}, ...STORIES.map(({ restless = {} }) => restless));

/** Mutations that come after all others, in their order. */
export const LAST: readonly string[] = STORIES.flatMap(({ last = [] }) => last);
