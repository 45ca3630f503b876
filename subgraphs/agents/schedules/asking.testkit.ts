import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { TestSchedules } from './schedules.testkit.ts';

export type Company = UserViewer & { agentId: string };
interface Schedule {
  id: string;
  version: number;
  status: string;
  timeZone: string;
  nextAt: string | null;
  nextTimes: string[];
  problem: { code: string } | null;
  firings: { nodes: { status: string; reason: string | null; dueAt: string; run: { id: string } | null }[] };
}
export interface Result {
  schedule?: Schedule;
  firing?: { status: string; run: { id: string } | null };
  problems?: { code: string; field: string | null }[];
}

const SHOWN = `id name workflow version status nextAt nextTimes(count: 3) timing cron timeZone problem { code } agent { pilot }
  firings { nodes { status reason dueAt run { id } } }`;
const SAVED = `__typename ... on ScheduleSaved { schedule { ${SHOWN} } } ... on InputRefused { problems { code field } }`;
const HOURLY = { timing: 'CRON', cron: '0 * * * *' };

/** What tests of schedules say to the graph, and have happen. */
export interface Asking {
  ask: <Answer>(viewer: UserViewer, query: string, variables: Record<string, unknown>) => Promise<Answer>;
  /** Saves one that is hourly where nothing else is said. */
  save: (viewer: Company, over?: object) => Promise<Result>;
  change: (viewer: UserViewer, field: 'pauseSchedule' | 'resumeSchedule', id: string | undefined) => Promise<Result>;
  read: (viewer: UserViewer, id: string | undefined) => Promise<Schedule>;
  /** Ids of the runs that were begun. */
  begunOf: (company: Company) => string[];
  /** Has so many accounts change. */
  tellOfAccounts: (of: Company, changed: number) => Promise<void>;
  /** Puts the clock forward by minutes, and has so many processes look at once. */
  later: (minutes: number, processes?: number) => Promise<void>;
}

export function asking(of: () => TestSchedules): Asking {
  const ask: Asking['ask'] = async <Answer>(viewer: UserViewer, query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await of().graph('agents', query, variables, viewer);
    expect(errors).toBeUndefined();
    return Object.values(data ?? {})[0] as Answer;
  };
  return {
    ask,
    save(viewer, over = {}) {
      const input = { name: 'Look after money', agentId: viewer.agentId, workflow: 'sweep', ...HOURLY, ...over };
      return ask(viewer, `mutation ($input: SaveScheduleInput!) { saveSchedule(input: $input) { ${SAVED} } }`, { input });
    },
    change: (viewer, field, id) => ask(viewer, `mutation ($id: ID!) { ${field}(id: $id) { ${SAVED} } }`, { id }),
    read: (viewer, id) => ask(viewer, `query ($id: ID!) { schedule(id: $id) { ${SHOWN} } }`, { id }),
    begunOf: ({ agentId }) =>
      of()
        .begun.filter((run) => run.agentId === agentId)
        .map(({ id }) => id),
    async tellOfAccounts(company, changed) {
      const entities = [{ name: 'Account', changed, removed: 0 }];
      await of().system.database.unitOfWork(company.tenantId, async (unit) =>
        unit.emit('ontology.canonical-changed', { connectionId: randomUUID(), proposalId: null, syncId: null, entities }),
      );
      await of().settled();
    },
    async later(minutes, processes = 1) {
      const t = of();
      t.clock.now = new Date(t.clock.now.getTime() + minutes * 60_000);
      await Promise.all(Array.from({ length: processes }, () => t.scheduler().fireDue()));
    },
  };
}
