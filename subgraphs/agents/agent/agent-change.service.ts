import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { ingressErrors, inWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { changeGovernance, lockGovernance } from '../governance/governance-version.ts';
import { USUAL_RACI } from '../raci/raci.ts';
import { AgentRow, AgentVersionRow, type AgentProfile } from './agent.entity.ts';
import { agentErrors } from './agent.errors.ts';
import { type AgentService, versionOf } from './agent.service.ts';
import { profileProblems } from './check-agent.ts';
import { USUAL_LIMITS } from './pilots.ts';

const MAX_AGENTS = 200;
/** Of a new agent: it proposes, and people decide. */
const NEWCOMER_MATURITY = 0.5;

/** A new agent; what is left out is as usual. */
export type NewAgent = Pick<AgentProfile, 'name' | 'purpose'> & Partial<AgentProfile>;
type Changed = AgentRow | InputProblem[];

/** Makes, changes and removes agents. What it changes is in force everywhere as soon as the event log has told of it. */
export class AgentChangeService {
  private readonly system: System;
  private readonly agents: AgentService;
  /** Told after each change, with the tenant's id. */
  private readonly changed: (tenantId: string) => void;

  constructor(deps: { system: System; agents: AgentService; changed: (tenantId: string) => void }) {
    this.system = deps.system;
    this.agents = deps.agents;
    this.changed = deps.changed;
  }

  /** @returns the agent, or what has to be corrected. @throws PERSONAL_DATA_BLOCKED */
  async create(viewer: UserViewer, given: NewAgent): Promise<Changed> {
    const { tenantId, userId } = viewer;
    const usual = {
      instructions: '',
      enabled: true,
      maturity: NEWCOMER_MATURITY,
      tools: [],
      ...USUAL_LIMITS,
      forbidden: [],
      raci: USUAL_RACI,
    };
    const profile: AgentProfile = { ...usual, ...(await this.allowed(tenantId, given)) };
    const problems = profileProblems(profile);
    if (problems.length > 0) return problems;
    return this.command(viewer, async (unit, now) => {
      await this.agents.ensurePilots(unit);
      const there = await unit.em.find(AgentRow, { tenantId, removedAt: null });
      if (there.length >= MAX_AGENTS) return [inputProblem(agentErrors.TOO_MANY_AGENTS({ max: MAX_AGENTS }))];
      const taken = nameTaken(there, profile.name, null);
      if (taken !== null) return [taken];
      const position = Math.max(...there.map((agent) => agent.position)) + 1;
      const made = { id: randomUUID(), tenantId, pilot: 'CUSTOM' as const, position, version: 1, createdAt: now, changedAt: now };
      const agent = unit.em.create(AgentRow, { ...made, changedBy: userId, removedAt: null, ...profile });
      // Its version refers to it.
      await unit.em.flush();
      unit.em.create(AgentVersionRow, versionOf(agent, null));
      return agent;
    });
  }

  /**
   * Changes what is given, when the agent is still at the version the caller has seen (null: whatever it is at).
   * @returns the agent, or what has to be corrected. @throws PERSONAL_DATA_BLOCKED
   */
  async update(viewer: UserViewer, id: string, change: AgentChange): Promise<Changed> {
    const given = await this.allowed(viewer.tenantId, change.says);
    return this.command(viewer, async (unit, now) => {
      const agent = await this.agents.find(unit, id);
      if (agent === null) return [inputProblem(agentErrors.AGENT_NOT_FOUND({}), 'id')];
      if (change.version !== null && change.version !== agent.version)
        return [inputProblem(agentErrors.AGENT_CHANGED_MEANWHILE({ version: agent.version }), 'version')];
      const problems = profileProblems(given);
      if (problems.length > 0) return problems;
      const { tenantId } = viewer;
      const others = given.name === undefined ? [] : await unit.em.find(AgentRow, { tenantId, removedAt: null });
      const taken = given.name === undefined ? null : nameTaken(others, given.name, id);
      if (taken !== null) return [taken];
      const { version } = agent;
      // Agents that were made before versions were kept have none of what they were.
      const known = await unit.em.count(AgentVersionRow, { tenantId, agentId: id, version });
      if (known === 0) unit.em.create(AgentVersionRow, versionOf(agent, null));
      if (given.enabled === false) endTokens(unit, id, now);
      unit.em.assign(agent, { ...given, version: version + 1, changedAt: now, changedBy: viewer.userId });
      unit.em.create(AgentVersionRow, versionOf(agent, change.reason));
      return agent;
    });
  }

  /** Takes an agent of the tenant's own away; what it did stays. */
  remove(viewer: UserViewer, id: string): Promise<Changed> {
    return this.command(viewer, async (unit, now) => {
      const agent = await this.agents.find(unit, id);
      if (agent === null) return [inputProblem(agentErrors.AGENT_NOT_FOUND({}), 'id')];
      if (agent.pilot !== 'CUSTOM') return [inputProblem(agentErrors.AGENT_IS_PILOT({}), 'id')];
      endTokens(unit, id, now);
      return unit.em.assign(agent, { enabled: false, removedAt: now, changedAt: now, changedBy: viewer.userId });
    });
  }

  private async command(viewer: UserViewer, work: (unit: UnitOfWork, now: Date) => Promise<Changed>): Promise<Changed> {
    const now = this.system.clock();
    const outcome = await this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      await lockGovernance(unit, now);
      const result = await work(unit, now);
      await unit.em.flush();
      if (!Array.isArray(result)) await changeGovernance(unit, { changedBy: viewer.userId, now });
      return result;
    });
    this.changed(viewer.tenantId);
    return outcome;
  }

  /** What people write of an agent, as the policies for what agents are told let it be. @throws PERSONAL_DATA_BLOCKED */
  private async allowed<Given extends Partial<AgentProfile>>(tenantId: string, given: Given): Promise<Given> {
    const names = (['purpose', 'instructions'] as const).filter((name) => given[name] !== undefined);
    const texts = names.map((name) => z.string().parse(given[name]));
    const screened = await screenTexts(this.system, tenantId, 'AGENT_INPUTS', texts, true);
    if (screened.kind === 'BLOCKED') throw ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(screened.types) });
    return { ...given, ...Object.fromEntries(names.map((name, index) => [name, screened.texts[index] ?? ''])) };
  }
}

export interface AgentChange {
  /** null: whatever it is at. */
  version: number | null;
  says: Partial<AgentProfile>;
  reason: string | null;
}

/** With what it holds it is let in nowhere any more. */
function endTokens(unit: UnitOfWork, agentId: string, now: Date): void {
  unit.emit('accounts.credentials-revoked', { userId: agentId, credentialId: null, at: now.toISOString() });
}

function nameTaken(there: readonly AgentRow[], name: string, except: string | null): InputProblem | null {
  const taken = there.some((agent) => agent.id !== except && agent.name.toLowerCase() === name.trim().toLowerCase());
  return taken ? inputProblem(agentErrors.AGENT_NAME_TAKEN({ name: name.trim() }), 'name') : null;
}
