import type { Inhabitant } from '../story.ts';
import type { Settler, Story } from './story.ts';

const SAVE = `mutation ($input: SaveDashboardInput!) { saveDashboard(input: $input) { __typename ... on DashboardSaved { dashboard { id version } } } }`;
const TAKE = 'mutation ($id: ID!) { takeDashboardSnapshot(dashboardId: $id) { ... on SnapshotTaken { snapshot { id } } } }';
const TEMPLATE = `mutation ($input: SaveDashboardTemplateInput!) { saveDashboardTemplate(input: $input) { ... on DashboardTemplateSaved { template { id } } } }`;

const widgetsOf = ({ canary }: Pick<Inhabitant, 'canary'>): object[] =>
  ['What is our revenue by account?', 'How many accounts do we have?', 'revenue in November 2025'].map((question, at) => ({
    title: `${canary} widget ${'abc'.charAt(at)}`,
    kind: 'KPI',
    question,
    layout: { x: at * 3, y: 0, w: 3, h: 2 },
  }));

/** A query like one an analyst writes, and what it may have come to. */
const OPERATION = {
  document: 'query Systems { systems { totalCount nodes { name kind load } } }',
  result: JSON.stringify({
    systems: {
      totalCount: 3,
      nodes: [
        { name: 'One', kind: 'A', load: 0.5 },
        { name: 'Two', kind: 'A', load: 0.75 },
        { name: 'Three', kind: 'B', load: 0.25 },
      ],
    },
  }),
};

async function savedTwice({ canary, run }: Settler, name: string): Promise<string> {
  const input = { title: `${canary} ${name}`, sentence: '', widgets: widgetsOf({ canary }), note: `${canary} begins` };
  const { saveDashboard } = await run<{ saveDashboard: { dashboard: { id: string } } }>(SAVE, { input });
  const { id } = saveDashboard.dashboard;
  await run(SAVE, { input: { ...input, id, version: 1, note: `${canary} goes on` } });
  return id;
}

/** Dashboards with versions, templates, snapshots and schedules; refined by sentences, and made of a query. */
export const dashboards: Story = {
  name: 'dashboards',
  async live(who) {
    const { canary, run, notes } = who;
    for (const name of ['kept', 'doomed', 'restored']) notes.set(`dashboard ${name}`, await savedTwice(who, name));
    const id = notes.get('dashboard kept') ?? '';
    const schedule = 'mutation ($id: ID!) { setDashboardSchedule(dashboardId: $id, schedule: { cron: "0 7 1 1 *" }) { __typename } }';
    await run(schedule, { id });
    for (const name of ['kept', 'doomed', 'gone']) {
      const { takeDashboardSnapshot } = await run<{ takeDashboardSnapshot: { snapshot: { id: string } } }>(TAKE, { id });
      notes.set(`snapshot ${name}`, takeDashboardSnapshot.snapshot.id);
      const input = {
        name: `${canary} ${name}`,
        description: `${canary} template`,
        state: { title: 'x', persona: 'CFO', widgets: widgetsOf(who) },
      };
      const { saveDashboardTemplate } = await run<{ saveDashboardTemplate: { template: { id: string } } }>(TEMPLATE, { input });
      notes.set(`template ${name}`, saveDashboardTemplate.template.id);
    }
    await run('mutation ($id: ID!) { deleteDashboardSnapshot(id: $id) { __typename } }', { id: notes.get('snapshot gone') });
    await run('mutation ($id: ID!) { removeDashboardTemplate(id: $id) { __typename } }', { id: notes.get('template gone') });
    const restore = 'mutation ($id: ID!) { restoreDashboardVersion(dashboardId: $id, version: 1, over: 2) { __typename } }';
    await run(restore, { id: notes.get('dashboard restored') });
  },
  recipes: ({ canary, notes }) => {
    const kept = notes.get('dashboard kept') ?? '';
    const both = [kept, notes.get('dashboard restored') ?? ''];
    const state = { title: `${canary} draft`, widgets: widgetsOf({ canary }) };
    return {
      'Query.refineDashboard.input': [
        { dashboardId: kept, text: 'remove the second number and remove the weather' },
        { dashboardId: kept, version: 2, text: `rename ${canary} widget a to "Ours"` },
        { state, text: 'add number of accounts' },
        { dashboardId: kept, text: 'flurb the wugs' },
      ],
      'Query.crossFilterDashboard.input': [
        { dashboardId: kept, widget: 'nobody', value: 'EMEA' },
        {
          state: { ...state, widgets: widgetsOf({ canary }).map((widget, at) => ({ ...widget, id: `w${at}` })) },
          widget: 'w0',
          value: `${canary} account 1`,
        },
      ],
      'Query.dashboardFromOperation.input': [OPERATION],
      'Query.dashboardVersions.dashboardId': both,
      'Query.dashboardSnapshots.dashboardId': both,
      'Query.dashboardSnapshot.id': [notes.get('snapshot kept') ?? ''],
      'Query.useDashboardTemplate.id': [notes.get('template kept') ?? ''],
      'Query.useDashboardTemplate.changes': [['for 2025']],
      'Query.exportDashboard.dashboardId': [kept],
      'Query.exportDashboard.results': [[]],
      'Mutation.takeDashboardSnapshot.results': [[]],
      'Query.openDashboard.id': both,
      'Mutation.restoreDashboardVersion.dashboardId': both,
      'Mutation.restoreDashboardVersion.version': [1],
      'Mutation.restoreDashboardVersion.over': [2],
      'SaveDashboardTemplateInput.id': [notes.get('template kept') ?? ''],
      'SaveDashboardTemplateInput.name': [`${canary} saved`],
      'SaveDashboardTemplateInput.state': [state],
      'Mutation.removeDashboardTemplate.id': [notes.get('template doomed') ?? ''],
      'Mutation.setDashboardSchedule.dashboardId': both,
      'Mutation.setDashboardSchedule.schedule': [{ cron: '0 7 1 1 *' }],
      'Mutation.takeDashboardSnapshot.dashboardId': both,
      'Mutation.deleteDashboardSnapshot.id': [notes.get('snapshot doomed') ?? ''],
      'Mutation.deleteDashboard.id': [notes.get('dashboard doomed') ?? ''],
    };
  },
  fleeting: {
    'DashboardSchedule.lastStartedAt': 'once it was due; tried in keeping.test.ts',
    'DashboardSchedule.problem': 'once it could not be taken when it was due; tried in keeping.test.ts',
  },
};
