import { z } from 'zod';
import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import type { PersonalDataType } from '../../../kernel/personal-data/finding.ts';
import { readPolicies } from '../../../kernel/privacy/policies.ts';
import { EVERY_TYPE, PersonalDataFindingRow, PersonalDataPolicyRow } from '../../../kernel/privacy/privacy.entity.ts';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { privacyErrors } from '../privacy.errors.ts';
import type { PersonalDataPolicyInput } from './policy.type.ts';

/** Connections named in a reply, at most. */
const MAX_CONNECTIONS = 100;
const SPECIFIC = ['CONNECTION', 'CONNECTIONS', 'QUESTIONS', 'AGENT_INPUTS', 'ANY'];
const kindSchema = z.string().regex(/^[A-Z_]{2,40}$/u);

/** A policy as it is shown. */
export interface PolicyView extends Pick<PersonalDataPolicyRow, 'action' | 'updatedAt'> {
  source: PersonalDataPolicyRow['sourceKind'];
  connectionKind: string | null;
  connectionId: string | null;
  /** Null: every type. */
  type: PersonalDataType | null;
  updatedBy: string | null;
}

export interface PolicyChange {
  policies: PolicyView[];
  /** What the report knows of before, and by which connections it came. */
  valuesBefore: number;
  connectionIds: string[];
}

/** The only writer of `personal_data_policy`. */
export class PolicyService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** The policies in force, the most specific first. */
  list({ tenantId }: UserViewer): Promise<PolicyView[]> {
    return this.system.database.unitOfWork(tenantId, sorted);
  }

  /** Sets or removes a policy. @returns the policies then, or what has to be corrected */
  async set(viewer: UserViewer, input: PersonalDataPolicyInput): Promise<PolicyChange | InputProblem[]> {
    const source = sourceOf(input);
    if (source === null) return [inputProblem(privacyErrors.POLICY_SOURCE_INVALID({ source: input.source }), 'source')];
    const { tenantId, userId } = viewer;
    const type = input.type ?? EVERY_TYPE;
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const { em } = unit;
      const known = await em.findOne(PersonalDataPolicyRow, { tenantId, sourceKind: input.source, source, type });
      const fields = { updatedBy: userId, updatedAt: this.system.clock() };
      if (input.action == null) {
        if (known !== null) em.remove(known);
      } else if (known === null) {
        em.persist(em.create(PersonalDataPolicyRow, { tenantId, sourceKind: input.source, source, type, action: input.action, ...fields }));
      } else em.assign(known, { action: input.action, ...fields });
      await em.flush();
      return { policies: await sorted(unit), ...(await before(unit, input)) };
    });
  }
}

async function sorted(unit: UnitOfWork): Promise<PolicyView[]> {
  const order = (row: PersonalDataPolicyRow): string =>
    [SPECIFIC.indexOf(row.sourceKind), row.source, row.type === EVERY_TYPE ? 1 : 0, row.type].join(' ');
  return (await readPolicies(unit)).toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).map(viewOf);
}

const viewOf = ({ sourceKind, source, type, action, updatedAt, updatedBy }: PersonalDataPolicyRow): PolicyView => ({
  source: sourceKind,
  connectionKind: sourceKind === 'CONNECTIONS' ? source : null,
  connectionId: sourceKind === 'CONNECTION' ? source : null,
  type: type === EVERY_TYPE ? null : type,
  action,
  updatedAt,
  updatedBy: updatedBy ?? null,
});

/** The column `source` of a policy; null when it does not say which. */
function sourceOf({ source, connectionKind, connectionId }: PersonalDataPolicyInput): string | null {
  if (source === 'CONNECTIONS')
    return connectionId == null && kindSchema.safeParse(connectionKind).success ? (connectionKind ?? null) : null;
  if (source === 'CONNECTION') return connectionKind == null && z.uuid().safeParse(connectionId).success ? (connectionId ?? null) : null;
  return connectionKind == null && connectionId == null ? '' : null;
}

/** What came in before by the connections that the policy is about. A kind is not told apart here: all connections with findings are named. */
async function before(
  { em, tenantId }: UnitOfWork,
  { source, type, connectionId }: PersonalDataPolicyInput,
): Promise<Omit<PolicyChange, 'policies'>> {
  if (source === 'QUESTIONS' || source === 'AGENT_INPUTS') return { valuesBefore: 0, connectionIds: [] };
  const found = await em.find(PersonalDataFindingRow, {
    tenantId,
    sourceKind: 'CONNECTION',
    ...(type == null ? {} : { type }),
    ...(source === 'CONNECTION' ? { sourceId: connectionId ?? '' } : {}),
  });
  const connectionIds = [...new Set(found.map((row) => row.sourceId))].slice(0, MAX_CONNECTIONS);
  return { valuesBefore: found.reduce((sum, row) => sum + row.valueCount, 0), connectionIds };
}
