import { z } from 'zod';
import { logIn } from '../../../cli/server/connect.ts';
import type { Product } from './product.ts';

/** What a product holds that its pages are about. */
interface Held {
  asset: string;
  connection: string;
  object: string;
  entity: string;
  record: string;
  run: string;
  agent: string;
  workflow: string;
  dashboard: string;
}

export const QUESTION = 'how many customers do we have';
export const SENTENCE = 'Business overview';

/** Nothing of that name exists here: the page says so. */
const NONE = 'no-such-thing';

const HELD = `query Held {
  assets(first: 1) { nodes { id } }
  connections(first: 1) { nodes { id objects(first: 1) { nodes { id } } } }
  entityTypes(first: 50) { nodes { name recordCount records(first: 1) { nodes { id } } } }
  runs(first: 1) { nodes { id } }
  agents(first: 1) { nodes { id } }
  workflows(first: 1) { nodes { name } }
}`;
const heldSchema = z.object({
  assets: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
  connections: z.object({
    nodes: z.array(z.object({ id: z.string(), objects: z.object({ nodes: z.array(z.object({ id: z.string() })) }) })),
  }),
  entityTypes: z.object({
    nodes: z.array(
      z.object({ name: z.string(), recordCount: z.number(), records: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }),
    ),
  }),
  runs: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
  agents: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
  workflows: z.object({ nodes: z.array(z.object({ name: z.string() })) }),
});
const madeSchema = z.object({
  generateDashboard: z.object({
    widgets: z.array(z.object({ title: z.string(), kind: z.string(), question: z.string(), layout: z.record(z.string(), z.number()) })),
  }),
});
const savedSchema = z.object({ saveDashboard: z.object({ dashboard: z.object({ id: z.string() }) }) });

/** Keeps a dashboard, and tells what else there is to look at. */
export async function prepareHeld(product: Product): Promise<Held> {
  const client = await logIn(product, product.dataFolder);
  const { assets, connections, entityTypes, runs, agents, workflows } = await client.request(HELD, {}, heldSchema);
  const MAKE = `query Make($sentence: String!) { generateDashboard(sentence: $sentence) { ... on Dashboard { widgets { title kind question layout { x y w h } } } } }`;
  const { generateDashboard } = await client.request(MAKE, { sentence: SENTENCE }, madeSchema);
  const SAVE = `mutation Save($input: SaveDashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id } } } }`;
  const input = { title: SENTENCE, sentence: SENTENCE, widgets: generateDashboard.widgets };
  const { saveDashboard } = await client.request(SAVE, { input }, savedSchema);
  const [fullest] = entityTypes.nodes.toSorted((one, other) => other.recordCount - one.recordCount);
  const [connection] = connections.nodes;
  return {
    asset: assets.nodes[0]?.id ?? NONE,
    connection: connection?.id ?? NONE,
    object: connection?.objects.nodes[0]?.id ?? NONE,
    entity: fullest?.name ?? NONE,
    record: fullest?.records.nodes[0]?.id ?? NONE,
    run: runs.nodes[0]?.id ?? NONE,
    agent: agents.nodes[0]?.id ?? NONE,
    workflow: workflows.nodes[0]?.name ?? NONE,
    dashboard: saveDashboard.dashboard.id,
  };
}

const q = (text: string) => encodeURIComponent(text);

/** What to open for routes with a value in them, and what else a route shows than at its bare address. */
const OPENED: Readonly<Record<string, (held: Held) => readonly string[]>> = {
  '/agents/budgets': () => ['/agents/budgets', '/agents/budgets?edit=new'],
  '/agents/budgets/:id': () => [`/agents/budgets/${NONE}`],
  '/agents/fleet': () => ['/agents/fleet', '/agents/fleet?edit=new'],
  '/agents/fleet/:id': ({ agent }) => [
    `/agents/fleet/${agent}`,
    `/agents/fleet/${agent}?tab=versions`,
    `/agents/fleet/${agent}?dialog=change`,
    `/agents/fleet/${NONE}`,
  ],
  '/agents/governance': () => [
    '/agents/governance',
    '/agents/governance?tab=try',
    '/agents/governance?tab=decisions',
    '/agents/governance?edit=new',
  ],
  '/agents/tools': () => ['/agents/tools', '/agents/tools?tab=hosts', '/agents/tools?tab=servers', '/agents/tools?tab=servers&edit=new'],
  '/agents/workflows/:name': ({ workflow }) => [
    `/agents/workflows/${workflow}`,
    `/agents/workflows/${workflow}?tab=versions`,
    `/agents/workflows/${workflow}?start=dry`,
    `/agents/workflows/${NONE}`,
  ],
  '/agents/schedules': () => ['/agents/schedules', '/agents/schedules?edit=new'],
  '/agents/farm': () => ['/agents/farm', '/agents/farm?edit=new'],
  '/agents/farm/:id': () => [`/agents/farm/${NONE}`],
  '/ask': () => ['/ask', `/ask?q=${q(QUESTION)}`, `/ask?q=${q(QUESTION)}&view=table`, `/ask?q=${q('what is our churn')}`],
  '/assets': () => ['/assets', '/assets?class=SHADOW&order=RISK', `/assets?search=${NONE}`],
  '/assets/:asset': ({ asset }) => [`/assets/${asset}`, `/assets/${asset}?tab=findings`, `/assets/${asset}?tab=history`, `/assets/${NONE}`],
  '/assets/map': () => ['/assets/map', '/assets/map?view=scores'],
  '/assets/policy': () => ['/assets/policy', '/assets/policy?version=0'],
  '/assets/posture': () => ['/assets/posture', `/assets/posture?department=${NONE}`],
  '/assets/scans/:scan': () => [`/assets/scans/${NONE}`],
  '/business-metrics': () => ['/business-metrics', '/business-metrics?show=all'],
  '/business-metrics/:name': () => ['/business-metrics/revenue', `/business-metrics/${NONE}`],
  '/business-metrics/:name/edit': () => ['/business-metrics/revenue/edit'],
  '/connections/:id': ({ connection }) => [`/connections/${connection}`, `/connections/${NONE}`],
  '/connections/:id/*': ({ connection }) => [`/connections/${connection}/${NONE}`],
  '/connections/:id/drift': ({ connection }) => [`/connections/${connection}/drift`],
  '/connections/:id/mapping': ({ connection }) => [`/connections/${connection}/mapping`],
  '/connections/:id/objects/:objectId': ({ connection, object }) => [`/connections/${connection}/objects/${object}`],
  '/connections/:id/settings': ({ connection }) => [`/connections/${connection}/settings`],
  '/connections/:id/syncs': ({ connection }) => [`/connections/${connection}/syncs`],
  '/connections/drift/:drift': () => [`/connections/drift/${NONE}`],
  '/connections/drift/repairs/:repair': () => [`/connections/drift/repairs/${NONE}`],
  '/connections/new/:kind': () => ['/connections/new/files', '/connections/new/postgres', `/connections/new/${NONE}`],
  '/connections/planes/:plane': () => [`/connections/planes/${NONE}`],
  '/dashboards/:id': ({ dashboard }) => [`/dashboards/${dashboard}`, `/dashboards/${NONE}`],
  '/dashboards/new': () => ['/dashboards/new', `/dashboards/new?q=${q(SENTENCE)}`],
  '/help': () => ['/help', '/help?q=sync', `/help?q=${NONE}`],
  '/help/errors/:code': () => ['/help/errors/QUOTA_EXCEEDED', '/help/errors/NO_SUCH_CODE'],
  '/help/guides/:slug': () => ['/help/guides/dashboards', `/help/guides/${NONE}`],
  '/ontology/:name': ({ entity }) => [`/ontology/${entity}`, `/ontology/${NONE}`],
  '/ontology/records/:id': ({ record }) => [`/ontology/records/${record}`],
  '/ontology/resolution/:name': ({ entity }) => [`/ontology/resolution/${entity}`],
  '/ontology/views/:id': () => [`/ontology/views/${NONE}`],
  '/runs/:id': ({ run }) => [`/runs/${run}`, `/runs/${run}?tab=history`],
  '/settings/privacy/forget/:id': () => [`/settings/privacy/forget/${NONE}`],
};

/** Shown to those who are not logged in, with and without what their links carry. */
const BEFORE_LOG_IN: Readonly<Record<string, readonly string[]>> = {
  '/login': ['/login', '/login?problem=SSO_REFUSED'],
  '/register': ['/register'],
  '/welcome': ['/welcome'],
  '/forgot-password': ['/forgot-password'],
  '/reset-password': ['/reset-password', '/reset-password#code'],
  '/invitation': ['/invitation', '/invitation#code'],
  '/closed': ['/closed', '/closed#none'],
};

/** GraphiQL is not ours to mend: its page has tests of its own. */
const APART = '/playground';

export interface Addresses {
  inside: string[];
  before: string[];
  /** Routes with a value in them for which nobody has said what to open. */
  unknown: string[];
}

/** Addresses for every route there is. */
export function addressesOf(routes: readonly string[], held: Held): Addresses {
  const inside: string[] = [];
  const unknown: string[] = [];
  for (const route of routes) {
    const opened = OPENED[route];
    if (route === APART || route in BEFORE_LOG_IN) continue;
    if (opened) inside.push(...opened(held));
    else if (route.includes(':')) unknown.push(route);
    else inside.push(route.replace('*', NONE));
  }
  return { inside, before: Object.values(BEFORE_LOG_IN).flat(), unknown };
}
