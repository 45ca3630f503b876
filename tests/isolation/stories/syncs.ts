import { eventually } from '../../testkit/eventually.ts';
import type { Story } from './story.ts';

const AT_REST = 'of a sync that runs or is paused; here all are at rest. Tried in syncs/sync-control.test.ts';

/** Syncs that start by themselves, and one that was asked for from a moment on. */
export const syncs: Story = {
  name: 'syncs',
  async live({ run }) {
    const { connections } = await run<{ connections: { nodes: { id: string }[] } }>('{ connections { nodes { id } } }');
    for (const [index, { id }] of connections.nodes.entries())
      await run('mutation ($id: ID!, $schedule: ScheduleInput!) { setSchedule(id: $id, schedule: $schedule) { __typename } }', {
        id,
        schedule: index === 0 ? { cron: '0 6 * * 1-5', timeZone: 'Europe/Oslo' } : { everyMinutes: 1_440 },
      });
    const id = connections.nodes[0]?.id;
    if (id === undefined) return;
    const { backfillConnection } = await run<{ backfillConnection: { sync: { id: string } } }>(
      'mutation ($id: ID!, $since: DateTime!) { backfillConnection(id: $id, since: $since) { sync { id } } }',
      { id, since: '2020-01-01T00:00:00Z' },
    );
    await eventually('the backfill is over', async () => {
      const { syncRun } = await run<{ syncRun: { status: string } }>(
        'query ($id: ID!) { syncRun(id: $id) { status } }',
        backfillConnection.sync,
      );
      return syncRun.status !== 'RUNNING';
    });
  },
  recipes: (_, known) => ({
    'Mutation.pauseSync.id': known.of('SyncRun.id').slice(0, 2),
    'Mutation.resumeSync.id': known.of('SyncRun.id').slice(0, 2),
    'Mutation.cancelSync.id': known.of('SyncRun.id').slice(0, 2),
    'Mutation.backfillConnection.id': known.of('Connection.id').slice(0, 2),
    'Mutation.backfillConnection.objects': [],
    'Mutation.backfillConnection.since': ['2020-01-01T00:00:00Z'],
    'Mutation.setSchedule.id': known.of('Connection.id').slice(0, 2),
    'ScheduleInput.everyMinutes': [1_440],
    'ScheduleInput.cron': [],
    'ScheduleInput.timeZone': [],
  }),
  notDone: {
    'Mutation.pauseSync': AT_REST,
    'Mutation.resumeSync': AT_REST,
    'Mutation.cancelSync': AT_REST,
  },
  fleeting: { 'SyncRun.secondsLeft': AT_REST },
  exempt: {
    'SyncObject.problem': 'an object that could not be read; its words are those of SyncRun.problem',
    'SyncSchedule.lastStartedAt': 'none has been due yet; a moment, and no more',
    'SyncSchedule.problem': 'why the last one did not start; tried in schedules/schedule.test.ts',
  },
};
