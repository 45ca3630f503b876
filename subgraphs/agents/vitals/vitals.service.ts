import { ApprovalRow } from '../../kernel/approvals/approval.entity.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { expireOverdue } from '../approval/expiry.ts';
import { AgentRow } from '../agent/agent.entity.ts';
import { pilotIdOf, PILOTS } from '../agent/pilots.ts';
import { readFunctions } from './read-functions.ts';
import { readVitals, type VitalsRows } from './read-vitals.ts';
import { AgentPerformance, AgentVitals, FunctionFigures, RunFigures, VitalsPoint } from './vitals.type.ts';
import { spanOf, type VitalsWindow } from './window.ts';

/** How agents are doing: worked out from the runs and steps that are on record, never estimated. */
export class VitalsService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** What was recorded in a window that ends now. */
  vitals({ tenantId }: UserViewer, window: VitalsWindow): Promise<AgentVitals> {
    const now = this.#system.clock();
    const span = spanOf(window, now);
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      await expireOverdue(unit, this.#system.runs, now);
      const rows = await readVitals(unit, span, pilotIdOf(tenantId, 'DATAOPS'));
      const functions = (await readFunctions(unit, span.since)).map((row) => Object.assign(new FunctionFigures(), row));
      const waitingApprovals = await unit.em.count(ApprovalRow, { tenantId, status: 'PENDING' });
      const points = new Map(rows.points.map((point) => [point.at.getTime(), point]));
      const own = await unit.em.find(AgentRow, { tenantId, pilot: 'CUSTOM', removedAt: null }, { orderBy: { position: 'asc', id: 'asc' } });
      const agents = [...PILOTS.map(({ pilot }) => pilotIdOf(tenantId, pilot)), ...own.map(({ id }) => id)].map((agentId) => {
        return Object.assign(new AgentPerformance(), { agentId, runs: figuresOf(rows, agentId) });
      });
      const series = span.parts.map((at) => Object.assign(new VitalsPoint(), NOTHING_IN_PART, points.get(at.getTime()), { at }));
      return Object.assign(new AgentVitals(), {
        at: now, since: span.since, runs: figuresOf(rows, null), waitingApprovals, agents, functions, series,
      }); // prettier-ignore
    });
  }
}

const NOTHING_IN_PART = { started: 0, succeeded: 0, failed: 0, medianSeconds: null };
const NOTHING = {
  ...NOTHING_IN_PART,
  cancelled: 0,
  p95Seconds: null,
  steps: 0,
  stepsFailed: 0,
  tokens: 0,
  cost: 0,
  working: 0,
  waiting: 0,
};

/** The figures of one agent, or (null) of all. */
function figuresOf({ runs, steps, usage, open }: VitalsRows, agentId: string | null): RunFigures {
  const mine = <Row extends { agentId: string | null }>(rows: readonly Row[]): Omit<Row, 'agentId'> | null => {
    const found = rows.find((row) => row.agentId === agentId);
    if (found === undefined) return null;
    const { agentId: _, ...figures } = found;
    return figures;
  };
  return Object.assign(new RunFigures(), NOTHING, mine(runs), mine(steps), mine(usage), mine(open));
}
