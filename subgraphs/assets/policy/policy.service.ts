import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { DEFAULT_POLICY, type Policy, policySchema } from '../discovery/policy/policy.ts';
import { DiscoveryPolicyRow } from './discovery-policy.entity.ts';
import { policyErrors } from './policy.errors.ts';

const cursorSchema = z.tuple([z.int()]);
const MAX_NOTE = 500;

/** A version of the policy as the graph shows it; version 0 is the default, which nobody saved. */
export interface PolicyVersion {
  version: number;
  policy: Policy;
  note: string | null;
  savedAt: Date | null;
  savedBy: string | null;
}

const DEFAULT: PolicyVersion = { version: 0, policy: DEFAULT_POLICY, note: null, savedAt: null, savedBy: null };

/** By what a tenant judges what it runs; the only writer of `discovery_policy`. */
export class PolicyService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** A version, or the one in force when none is named. @throws DISCOVERY_POLICY_NOT_FOUND */
  read({ tenantId }: UserViewer, version: number | null): Promise<PolicyVersion> {
    return this.#system.database.unitOfWork(tenantId, (unit) => policyOf(unit, version));
  }

  /** The versions that were saved, newest first. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<PolicyVersion>> {
    const after = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (after?.success === false) throw commonErrors.BAD_CURSOR({});
    const where = { tenantId, ...(after === null ? {} : { version: { $lt: after.data[0] } }) };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(DiscoveryPolicyRow, where, { orderBy: { version: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows.map(versionOf), await em.count(DiscoveryPolicyRow, { tenantId }), ({ version }) => [version]);
    });
  }

  /** Saves the next version; scans that start from now on go by it. @param expected version it was made from @throws DISCOVERY_POLICY_CHANGED */
  async save(viewer: UserViewer, policy: Policy, expected: number, note: string | null): Promise<PolicyVersion> {
    const { tenantId, userId } = viewer;
    const saved = {
      tenantId,
      version: expected + 1,
      policy,
      note: note?.slice(0, MAX_NOTE) ?? null,
      savedAt: this.#system.clock(),
      savedBy: userId,
    };
    try {
      return await this.#system.database.unitOfWork(tenantId, async (unit) => {
        const { version } = await policyOf(unit, null);
        if (version !== expected) throw policyErrors.DISCOVERY_POLICY_CHANGED({ version });
        await unit.em.persist(unit.em.create(DiscoveryPolicyRow, saved)).flush();
        return saved;
      });
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException)
        throw policyErrors.DISCOVERY_POLICY_CHANGED({ version: saved.version }, { cause: error });
      throw error;
    }
  }
}

/** A version of the tenant's policy, or the one in force. @throws DISCOVERY_POLICY_NOT_FOUND */
export async function policyOf({ em, tenantId }: UnitOfWork, version: number | null): Promise<PolicyVersion> {
  if (version === 0) return DEFAULT;
  const [row] = await em.find(DiscoveryPolicyRow, version === null ? { tenantId } : { tenantId, version }, {
    orderBy: { version: 'desc' },
    limit: 1,
  });
  if (row !== undefined) return versionOf(row);
  if (version !== null) throw policyErrors.DISCOVERY_POLICY_NOT_FOUND({});
  return DEFAULT;
}

/** Read again by today's schema, so that what came to it later has its default. */
function versionOf({ version, policy, note, savedAt, savedBy }: DiscoveryPolicyRow): PolicyVersion {
  return { version, policy: policySchema.parse(policy), note: note ?? null, savedAt, savedBy };
}
