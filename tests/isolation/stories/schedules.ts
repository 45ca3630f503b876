import { eventually } from '../../testkit/eventually.ts';
import type { Story } from './story.ts';

/** Long enough to save it. */
const SOON_MS = 6_000;
const SAVE = 'mutation ($input: SaveScheduleInput!) { saveSchedule(input: $input) { ... on ScheduleSaved { schedule { id } } } }';

const INPUT = { type: 'STRING', description: 'What it is about.', required: false };
const definition = (name: string): string =>
  JSON.stringify({
    name,
    title: name,
    description: 'Rests.',
    input: { about: INPUT, alert: { ...INPUT, type: 'JSON' } },
    onFailure: 'STOP',
    steps: [{ id: 'rest', title: 'Rest', kind: 'WAIT', forMs: 1, dependsOn: [], onError: 'FAIL' }],
  });

/** Schedules of every kind: one that was fired, and one that could not be. */
export const schedules: Story = {
  name: 'schedules',
  async live({ canary, run, notes }) {
    const { agents } = await run<{ agents: { nodes: { id: string }[] } }>('{ agents(first: 1) { nodes { id } } }');
    const agentId = agents.nodes[0]?.id;
    const save = async (name: string, input: object): Promise<void> => {
      const given = { name: `${canary} ${name}`, agentId, workflow: `${canary}-told`, input: { about: canary }, ...input };
      const { saveSchedule } = await run<{ saveSchedule: { schedule: { id: string } } }>(SAVE, { input: given });
      notes.set(`schedule ${name}`, saveSchedule.schedule.id);
    };
    for (const name of ['told', 'retired']) {
      await run('mutation ($text: String!) { saveWorkflow(text: $text) { __typename } }', { text: definition(`${canary}-${name}`) });
      await run('mutation ($name: String!) { publishWorkflow(workflow: $name, version: 1) { __typename } }', { name: `${canary}-${name}` });
    }
    const yearly = { timing: 'CRON', cron: '0 0 1 1 *', timeZone: 'Europe/Oslo' };
    for (const name of ['kept', 'changed', 'paused', 'doomed', 'gone']) await save(name, yearly);
    await save('fired', { ...yearly, workflow: `${canary}-inner`, input: {} });
    await save('to be fired', { ...yearly, workflow: `${canary}-waits`, input: {} });
    await save('once', { timing: 'ONCE', at: new Date(Date.now() + SOON_MS).toISOString(), workflow: `${canary}-retired` });
    await run('mutation ($name: String!) { retireWorkflow(workflow: $name, version: 1) { __typename } }', { name: `${canary}-retired` });
    await save('interval', { timing: 'INTERVAL', everySeconds: 31_536_000, workflowVersion: 1 });
    await save('event', { timing: 'EVENT', on: 'METRIC_ALERTED', onlyFor: canary, eventInput: 'alert' });
    const change = (field: string, name: string): Promise<unknown> =>
      run(`mutation ($id: ID!) { ${field}(id: $id) { __typename } }`, { id: notes.get(`schedule ${name}`) });
    await change('pauseSchedule', 'kept');
    await change('resumeSchedule', 'kept');
    await change('pauseSchedule', 'paused');
    await change('removeSchedule', 'gone');
    await change('runScheduleNow', 'fired');
    await eventually('the moment of a schedule has come', async () => {
      const found = await run<{ schedule: { status: string } }>('query ($id: ID!) { schedule(id: $id) { status } }', {
        id: notes.get('schedule once'),
      });
      return found.schedule.status === 'DONE';
    });
  },
  recipes: ({ canary, notes }, known) => ({
    'SaveScheduleInput.id': [notes.get('schedule changed') ?? ''],
    'SaveScheduleInput.expectedVersion': [null],
    'SaveScheduleInput.name': [`${canary} saved again`],
    'SaveScheduleInput.agentId': known.of('Agent.id').slice(0, 1),
    'SaveScheduleInput.workflow': [`${canary}-told`],
    'SaveScheduleInput.workflowVersion': [null],
    'SaveScheduleInput.input': [{ about: canary }],
    'SaveScheduleInput.timing': ['CRON'],
    'SaveScheduleInput.at': [null],
    'SaveScheduleInput.everySeconds': [null],
    'SaveScheduleInput.cron': ['0 0 1 1 *'],
    'SaveScheduleInput.on': [null],
    'SaveScheduleInput.onlyFor': [null],
    'SaveScheduleInput.eventInput': [null],
    'Query.schedulePreview.cron': ['0 0 1 1 *', canary],
    'Mutation.pauseSchedule.id': [notes.get('schedule kept') ?? ''],
    'Mutation.resumeSchedule.id': [notes.get('schedule paused') ?? ''],
    'Mutation.runScheduleNow.id': [notes.get('schedule to be fired') ?? ''],
    'Mutation.removeSchedule.id': [notes.get('schedule doomed') ?? ''],
  }),
};
