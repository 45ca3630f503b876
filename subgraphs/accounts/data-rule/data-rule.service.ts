import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import { ColumnMaskRow, KnownModelRow, RowRuleRow, UserDataRow } from '../../kernel/data-access/data-rule.entity.ts';
import { appliesTo, type UserData } from '../../kernel/data-access/data-rule.ts';
import { readUserData } from '../../kernel/data-access/read-rules.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { UserRow } from '../user/user.entity.ts';
import { cleaned, maskProblems, rowRuleProblems, stepsOf, storedAudience, userAttributeProblems } from './check-input.ts';
import { dataRuleErrors } from './data-rule.errors.ts';
import type { ColumnMaskInput, RowRuleInput, UserAttributesInput } from './data-rule.input.ts';

/** Row rules of a tenant, and as many masks: each is in every statement of those it restricts. */
const MAX_RULES = 200;
const PSEUDONYM_KEY_BYTES = 32;

type Kind = typeof RowRuleRow | typeof ColumnMaskRow;
type Saved<T> = T | InputProblem[];

interface OwnLimits {
  isRestrictedBy(rule: Pick<RowRuleRow, 'audience'>): boolean;
}

/** Keeps row rules, masks, and what members are to them; the only writer of their tables. */
export class DataRuleService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Row rules by name. */
  rowRules(viewer: UserViewer, page: Page): Promise<ConnectionOf<RowRuleRow>> {
    return this.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const rows = await em.find(RowRuleRow, after(page), { orderBy: { name: 'asc', id: 'asc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(RowRuleRow), (row) => [row.name, row.id]);
    });
  }

  /** Masks by name. */
  columnMasks(viewer: UserViewer, page: Page): Promise<ConnectionOf<ColumnMaskRow>> {
    return this.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const rows = await em.find(ColumnMaskRow, after(page), { orderBy: { name: 'asc', id: 'asc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(ColumnMaskRow), (row) => [row.name, row.id]);
    });
  }

  /** The model that rules can name; empty before anything was published. */
  model(tenantId: string): Promise<SemanticModel> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      return (await em.findOne(KnownModelRow, { tenantId }))?.model ?? { version: 1, entities: [] };
    });
  }

  /** What members are, in the order of their ids. */
  memberData(tenantId: string, userIds: readonly string[]): Promise<(UserData | null)[]> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) =>
      inOrder(userIds, await em.find(UserDataRow, { tenantId, userId: { $in: [...userIds] } }), (row) => row.userId),
    );
  }

  /** Saves a row rule: a new one, or over the one of its id. */
  async saveRowRule(viewer: UserViewer, input: RowRuleInput): Promise<Saved<RowRuleRow>> {
    const problems = rowRuleProblems(input);
    if (problems.length > 0) return problems;
    const attribute = input.userAttribute?.trim() ?? '';
    return this.change(viewer, async (unit, own) => {
      const stamp = { tenantId: viewer.tenantId, changedBy: viewer.userId, changedAt: this.system.clock() };
      const says = {
        ...stamp,
        name: input.name.trim(),
        entityType: input.entityType,
        path: stepsOf(input.path),
        operator: input.operator,
        listedValues: attribute === '' ? cleaned(input.values ?? []) : [],
        userAttribute: attribute === '' ? null : attribute,
        audience: storedAudience(input.audience),
        cascades: input.cascade,
      };
      const known = await this.known(unit, RowRuleRow, input.id ?? null, own);
      if (Array.isArray(known)) return known;
      return known === null
        ? unit.em.create(RowRuleRow, { id: randomUUID(), createdAt: stamp.changedAt, ...says })
        : unit.em.assign(known as RowRuleRow, says);
    });
  }

  /** Saves a mask: a new one, or over the one of its id. */
  async saveColumnMask(viewer: UserViewer, input: ColumnMaskInput): Promise<Saved<ColumnMaskRow>> {
    const problems = maskProblems(input);
    if (problems.length > 0) return problems;
    return this.change(viewer, async (unit, own) => {
      const stamp = { tenantId: viewer.tenantId, changedBy: viewer.userId, changedAt: this.system.clock() };
      const { entityType = null, attribute = null, sensitive = null, mode } = input;
      const says = { ...stamp, name: input.name.trim(), entityType, attribute, sensitive, mode, audience: storedAudience(input.audience) };
      const known = await this.known(unit, ColumnMaskRow, input.id ?? null, own);
      if (Array.isArray(known)) return known;
      const key = randomBytes(PSEUDONYM_KEY_BYTES).toString('base64url');
      await sql`insert into data_pseudonym_key (tenant_id, pseudonym_key) values (${viewer.tenantId}::uuid, ${key})
        on conflict (tenant_id) do nothing`.execute(unit.sql);
      return known === null
        ? unit.em.create(ColumnMaskRow, { id: randomUUID(), createdAt: stamp.changedAt, ...says })
        : unit.em.assign(known as ColumnMaskRow, says);
    });
  }

  /** Removes a row rule or a mask. */
  async remove(viewer: UserViewer, id: string): Promise<string | InputProblem[]> {
    return this.change(viewer, async ({ em }, own) => {
      const isId = z.uuid().safeParse(id).success;
      const row = isId ? ((await em.findOne(RowRuleRow, { id })) ?? (await em.findOne(ColumnMaskRow, { id }))) : null;
      if (row === null) return [inputProblem(dataRuleErrors.DATA_RULE_NOT_FOUND({}), 'id')];
      if (own?.isRestrictedBy(row) === true) return [inputProblem(dataRuleErrors.DATA_RULE_RESTRICTS_YOU({}), 'id')];
      em.remove(row);
      return id;
    });
  }

  /** Says what a member is. @returns the member */
  async setUserAttributes(viewer: UserViewer, input: UserAttributesInput): Promise<Saved<UserRow>> {
    const problems = userAttributeProblems(input);
    if (problems.length > 0) return problems;
    const { tenantId } = viewer;
    const restricted = (await this.system.dataAccess.of(viewer)).restricted;
    return this.change(viewer, async ({ em }, own) => {
      const user = z.uuid().safeParse(input.userId).success ? await em.findOne(UserRow, { id: input.userId }) : null;
      if (user === null) return [inputProblem(dataRuleErrors.MEMBER_NOT_FOUND({}), 'userId')];
      if (own !== null && restricted && user.id === viewer.userId)
        return [inputProblem(dataRuleErrors.DATA_RULE_RESTRICTS_YOU({}), 'userId')];
      const attributes = Object.fromEntries(input.attributes.map(({ name, values }) => [name.trim(), cleaned(values)]));
      const says = { groups: cleaned(input.groups), attributes };
      const known = await em.findOne(UserDataRow, { tenantId, userId: user.id });
      if (known === null) em.create(UserDataRow, { tenantId, userId: user.id, ...says });
      else em.assign(known, says);
      return user;
    });
  }

  /** One change and the event that tells of it; this process knows at once, the others when they hear of it. */
  private async change<T extends object | string>(
    viewer: UserViewer,
    work: (unit: UnitOfWork, own: OwnLimits | null) => Promise<Saved<T>>,
  ): Promise<Saved<T>> {
    const own = await this.ownLimits(viewer);
    const outcome = await this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const result = await work(unit, own);
      await unit.em.flush();
      if (!Array.isArray(result)) unit.emit('accounts.data-rules-changed', { changedBy: viewer.userId });
      return result;
    });
    this.system.dataAccess.forget(viewer.tenantId);
    return outcome;
  }

  /** The row to change; null for a new one; or why there can be none. */
  private async known(
    { em }: UnitOfWork,
    kind: Kind,
    id: string | null,
    own: OwnLimits | null,
  ): Promise<RowRuleRow | ColumnMaskRow | null | InputProblem[]> {
    if (id === null) {
      const full = (await em.count(kind as never)) >= MAX_RULES;
      return full ? [inputProblem(dataRuleErrors.TOO_MANY_DATA_RULES({ max: MAX_RULES }))] : null;
    }
    const row = z.uuid().safeParse(id).success ? await em.findOne<RowRuleRow | ColumnMaskRow>(kind as never, { id }) : null;
    if (row === null) return [inputProblem(dataRuleErrors.DATA_RULE_NOT_FOUND({}), 'id')];
    return own?.isRestrictedBy(row) === true ? [inputProblem(dataRuleErrors.DATA_RULE_RESTRICTS_YOU({}), 'id')] : row;
  }

  /** What an administrator may not change: what restricts themselves. Null for owners, who may change everything. */
  private async ownLimits({ tenantId, userId, role }: UserViewer): Promise<OwnLimits | null> {
    if (role === 'OWNER') return null;
    const data = await readUserData(this.system.database, tenantId, userId);
    return { isRestrictedBy: ({ audience }) => appliesTo(audience, role, data) };
  }
}

/** What comes after a cursor of [name, id]. @throws BAD_CURSOR */
function after(page: Page): object {
  if (page.after === null) return {};
  const [name, id] = page.after;
  if (typeof name !== 'string' || !z.uuid().safeParse(id).success) throw commonErrors.BAD_CURSOR({});
  return { $or: [{ name: { $gt: name } }, { name, id: { $gt: id } }] };
}
