import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { micros } from '../agent/money.ts';
import type { AutonomyMode } from './autonomy.ts';
import { confirmProblems, policyProblems } from './check-policy.ts';
import { ActionPolicyRow, GovernanceRow, type Settings } from './governance.entity.ts';
import { governanceErrors } from './governance.errors.ts';
import type { ActionPolicyInput } from './governance.input.ts';
import { changeGovernance, lockGovernance } from './governance-version.ts';
import { POLICY_TEMPLATES, type TemplateRule } from './policy-templates.ts';

const MAX_POLICIES = 200;
const cursorSchema = z.tuple([z.int(), z.uuid()]);

type Setting = { autonomyMode: AutonomyMode } | { alwaysConfirm: readonly string[] };

/** Policies for actions, and what holds for all agents; the only writer of `action_policy`. What it changes holds everywhere at once. */
export class GovernanceService {
  private readonly system: System;
  private readonly agents: AgentService;
  /** Told after each change, with the tenant's id. */
  private readonly changed: (tenantId: string) => void;

  constructor(deps: { system: System; agents: AgentService; changed: (tenantId: string) => void }) {
    this.system = deps.system;
    this.agents = deps.agents;
    this.changed = deps.changed;
  }

  /** What holds for all agents of the viewer's tenant. */
  settings({ tenantId }: UserViewer): Promise<Settings | null> {
    return this.system.database.unitOfWork(tenantId, ({ em }) => em.findOne(GovernanceRow, { tenantId }));
  }

  /** Policies in their order. @throws BAD_CURSOR */
  policies({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<ActionPolicyRow>> {
    const after = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (after !== null && !after.success) throw commonErrors.BAD_CURSOR({});
    const [position, id] = after?.data ?? [-1, ''];
    const following = after === null ? {} : { $or: [{ position: { $gt: position } }, { position, id: { $gt: id } }] };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(
        ActionPolicyRow,
        { tenantId, ...following },
        { orderBy: { position: 'asc', id: 'asc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows, await em.count(ActionPolicyRow, { tenantId }), (row) => [row.position, row.id]);
    });
  }

  /** Policies by id, null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(ActionPolicyRow | null)[]> {
    const known = ids.filter((id) => z.uuid().safeParse(id).success);
    const rows = await this.system.database.unitOfWork(tenantId, ({ em }) => em.find(ActionPolicyRow, { tenantId, id: { $in: known } }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** Saves a policy: a new one after all others, or over the one of its id. */
  save(viewer: UserViewer, input: ActionPolicyInput): Promise<ActionPolicyRow | InputProblem[]> {
    return this.command(viewer, async (unit, now) => {
      const problems = policyProblems(input);
      if (problems.length > 0) return problems;
      const { id = null, agentId = null } = input;
      const { tenantId, userId } = viewer;
      if (agentId !== null && (await this.agents.find(unit, agentId)) === null)
        return [inputProblem(governanceErrors.ACTION_POLICY_INVALID({ reason: 'There is no such agent.' }), 'agentId')];
      const there = await unit.em.find(ActionPolicyRow, { tenantId });
      const known = there.find((policy) => policy.id === id);
      if (id !== null && known === undefined) return [inputProblem(governanceErrors.ACTION_POLICY_NOT_FOUND({}), 'id')];
      const says = { ...rowOf(input), changedAt: now, changedBy: userId };
      if (known !== undefined) return unit.em.assign(known, says);
      if (there.length >= MAX_POLICIES) return [tooMany()];
      return unit.em.create(ActionPolicyRow, { id: randomUUID(), tenantId, position: lastOf(there) + 1, ...says });
    });
  }

  /** Takes a policy away. */
  remove(viewer: UserViewer, id: string): Promise<ActionPolicyRow | InputProblem[]> {
    return this.command(viewer, async (unit) => {
      const row = z.uuid().safeParse(id).success ? await unit.em.findOne(ActionPolicyRow, { tenantId: viewer.tenantId, id }) : null;
      if (row === null) return [inputProblem(governanceErrors.ACTION_POLICY_NOT_FOUND({}), 'id')];
      unit.em.remove(row);
      return row;
    });
  }

  /** Puts all policies into this order. */
  reorder(viewer: UserViewer, ids: readonly string[]): Promise<readonly ActionPolicyRow[] | InputProblem[]> {
    return this.command(viewer, async (unit) => {
      const there = await unit.em.find(ActionPolicyRow, { tenantId: viewer.tenantId });
      const byId = new Map(there.map((policy) => [policy.id, policy]));
      const ordered = ids.flatMap((id) => byId.get(id) ?? []);
      if (new Set(ordered).size !== there.length || ids.length !== there.length)
        return [inputProblem(governanceErrors.ACTION_POLICIES_CHANGED({}), 'ids')];
      for (const [position, policy] of ordered.entries()) policy.position = position;
      return { ordered };
    }).then(inOrderOrProblems);
  }

  /** Adds the policies of a template after those there are, or in their place. */
  apply(viewer: UserViewer, key: string, replace: boolean): Promise<readonly ActionPolicyRow[] | InputProblem[]> {
    return this.command(viewer, async (unit, now) => {
      const template = POLICY_TEMPLATES.find((each) => each.key === key);
      if (template === undefined) return [inputProblem(governanceErrors.POLICY_TEMPLATE_NOT_FOUND({}), 'key')];
      const { tenantId, userId } = viewer;
      const there = await unit.em.find(ActionPolicyRow, { tenantId }, { orderBy: { position: 'asc', id: 'asc' } });
      const kept = replace ? [] : there;
      if (kept.length + template.rules.length > MAX_POLICIES) return [tooMany()];
      if (replace) for (const policy of there) unit.em.remove(policy);
      const stamp = { tenantId, changedAt: now, changedBy: userId };
      const added = template.rules.map((rule, index) =>
        unit.em.create(ActionPolicyRow, { id: randomUUID(), position: lastOf(kept) + 1 + index, ...rowOf(inputOf(rule)), ...stamp }),
      );
      return { ordered: [...kept, ...added] };
    }).then(inOrderOrProblems);
  }

  /** Sets what holds for all agents. */
  async set(viewer: UserViewer, setting: Setting): Promise<Settings | InputProblem[]> {
    const given = 'alwaysConfirm' in setting ? { alwaysConfirm: cleaned(setting.alwaysConfirm) } : setting;
    const problems = 'alwaysConfirm' in given ? confirmProblems(given.alwaysConfirm) : [];
    if (problems.length > 0) return problems;
    const { tenantId, userId } = viewer;
    const now = this.system.clock();
    const row = await this.system.database.unitOfWork(tenantId, async (unit) => {
      await lockGovernance(unit, now);
      const before = await unit.em.findOneOrFail(GovernanceRow, { tenantId });
      const was = { autonomyMode: before.autonomyMode, alwaysConfirm: before.alwaysConfirm };
      await changeGovernance(unit, { changedBy: userId, now, ...given });
      unit.audit({
        action: 'agent-governance.changed',
        subject: { type: 'AgentGovernance', id: tenantId },
        before: was,
        after: { ...was, ...given },
      });
      return unit.em.refreshOrFail(before);
    });
    this.changed(tenantId);
    return row;
  }

  /** One change and the event that tells of it; this process knows at once, the others when they hear of it. */
  private async command<Result extends object>(
    viewer: UserViewer,
    work: (unit: UnitOfWork, now: Date) => Promise<Result | InputProblem[]>,
  ): Promise<Result | InputProblem[]> {
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
}

const inOrderOrProblems = (
  outcome: { ordered: readonly ActionPolicyRow[] } | InputProblem[],
): readonly ActionPolicyRow[] | InputProblem[] => (Array.isArray(outcome) ? outcome : outcome.ordered);
const tooMany = (): InputProblem => inputProblem(governanceErrors.TOO_MANY_ACTION_POLICIES({ max: MAX_POLICIES }));
const lastOf = (policies: readonly ActionPolicyRow[]): number => Math.max(-1, ...policies.map(({ position }) => position));
const cleaned = (texts: readonly string[]): string[] => [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
const microsOf = (amount: number | null | undefined): number | null => (amount == null ? null : micros(amount));

function rowOf(input: Omit<ActionPolicyInput, 'id'>) {
  const {
    name,
    enabled,
    pilot = null,
    agentId = null,
    action,
    minComplexity,
    maxComplexity,
    amountFrom,
    amountTo,
    withoutAmount,
    outcome,
  } = input;
  return {
    name: name.trim(), enabled, pilot, agentId, action, minComplexity, maxComplexity, withoutAmount, outcome,
    amountFromMicros: microsOf(amountFrom), amountToMicros: microsOf(amountTo),
  }; // prettier-ignore
}

function inputOf({ complexity, ...rule }: TemplateRule): Omit<ActionPolicyInput, 'id'> {
  return { ...rule, enabled: true, pilot: null, agentId: null, minComplexity: complexity.from, maxComplexity: complexity.to };
}
