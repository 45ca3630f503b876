import type { System } from '../../kernel/system.ts';
import { AgentRow } from '../agent/agent.entity.ts';
import { findAnalysis } from '../playbooks/analyses.ts';
import type { Need, Report } from '../playbooks/report.ts';
import type { ToolCall } from '../tools/tool.ts';
import type { WorkflowRuns } from '../workflows/start-run.ts';
import { findingErrors } from './finding.errors.ts';
import { PilotFindingRow } from './finding.entity.ts';
import { type FindingStatus, type Settled, settledAs } from './finding-status.ts';
import { keepReport, lockFindings } from './keep-findings.ts';
import { proposeGravest } from './propose-findings.ts';

type Caller = Pick<ToolCall, 'tenantId' | 'agentId' | 'runId' | 'path'>;

/** What keeping reports came to. */
export interface KeepOutcome {
  [key: string]: number | string[] | Need[];
  /** Findings that were not known before. */
  added: number;
  /** Findings that are gone. */
  resolved: number;
  /** Titles of those that people are now asked about. */
  proposed: string[];
  /** What is missing to look at more. */
  needs: Need[];
}

/** Keeps what pilots find, and what becomes of it; with FindingService the only writer of `pilot_finding`. */
export class FindingKeeper {
  readonly #system: System;
  readonly #runs: WorkflowRuns;

  constructor(system: System, runs: WorkflowRuns) {
    this.#system = system;
    this.#runs = runs;
  }

  /** Keeps reports of a run, and has people asked about the gravest open findings. Again for the same run: changes nothing more. @throws FINDINGS_NOT_OF_AGENT */
  keep({ tenantId, agentId, runId, path }: Caller, reports: readonly Report[], most: number): Promise<KeepOutcome> {
    const now = this.#system.clock();
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const agent = await unit.em.findOne(AgentRow, { tenantId, id: agentId });
      const foreign = reports.find(({ analysis }) => agent === null || findAnalysis(analysis)?.pilot !== agent.pilot);
      if (foreign !== undefined) throw findingErrors.FINDINGS_NOT_OF_AGENT({ analysis: foreign.analysis });
      await lockFindings(unit, agentId);
      const outcome: KeepOutcome = { added: 0, resolved: 0, proposed: [], needs: reports.flatMap(({ needs }) => needs) };
      for (const report of reports) {
        const { added, resolved } = await keepReport(unit, { agentId, runId, now }, report);
        outcome.added += added;
        outcome.resolved += resolved;
      }
      const proposed = await proposeGravest(unit, this.#runs, { agentId, runId, path, now, most });
      return { ...outcome, proposed: proposed.map(({ title }) => title) };
    });
  }

  /** Notes what became of the finding that a run asks about. Only its own run may, and what does not fit changes nothing. @returns how it stands; null: there is none */
  settle({ tenantId, agentId, runId }: Caller, id: string, what: Settled, comment: string | null): Promise<FindingStatus | null> {
    const now = this.#system.clock();
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      await lockFindings(unit, agentId);
      const row = await unit.em.findOne(PilotFindingRow, { tenantId, id, runId });
      if (row === null) return null;
      const status = settledAs(row.status, what);
      if (status === null) return row.status;
      const noted = what === 'DONE' ? { doneAt: now } : { decidedAt: now, comment: comment?.slice(0, 2_000) ?? null };
      Object.assign(row, { status, ...noted });
      await unit.em.flush();
      return status;
    });
  }
}
