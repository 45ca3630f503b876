import { isDeepStrictEqual } from 'node:util';
import { extname } from 'node:path';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { applicationIdOf } from '../asset/asset-id.ts';
import type { Policy } from '../discovery/policy/policy.ts';
import { FACTS_FORMAT } from '../scan/facts-format.ts';
import { factsAfter, judgementsAfter, lastScan } from '../scan/scan-store.ts';
import { scanErrors } from '../scan/scan.errors.ts';
import { finished } from '../scan/scan.service.ts';
import { policyOf } from './policy.service.ts';
import type { DiscoveryPolicyPreview } from './preview.type.ts';
import type { Preview, ToPreview } from './preview.worker.ts';

const PREVIEW = new URL(`./preview.worker${extname(import.meta.url)}`, import.meta.url);
const MOST_TOLD = 200;
/** What of a policy counts while telemetry is read. */
const WHILE_READING = ['aliases', 'domains'] as const satisfies readonly (keyof Policy)[];

/** Says what another policy would make of what a scan found. */
export class PreviewService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Nothing is written. @param scanId null: the last scan that succeeded. @throws SCAN_NOT_FOUND, SCAN_NOT_FINISHED, SCAN_TOO_OLD */
  async preview({ tenantId }: UserViewer, policy: Policy, scanId: string | null): Promise<Omit<DiscoveryPolicyPreview, 'ignored'>> {
    const { scan, used, facts, judgements } = await this.#system.database.unitOfWork(tenantId, async (unit) => {
      const found = scanId === null ? await lastScan(unit) : await finished(unit, scanId);
      if (found === null) throw scanErrors.SCAN_NOT_FOUND({});
      if (found.factsFormat !== FACTS_FORMAT) throw scanErrors.SCAN_TOO_OLD({});
      return {
        scan: found,
        used: (await policyOf(unit, found.policyVersion)).policy,
        facts: await factsAfter(unit, found.number),
        judgements: await judgementsAfter(unit, found.number),
      };
    });
    const asOf = (scan.asOf ?? scan.startedAt).getTime();
    const given: ToPreview = { facts, judgements, policy, asOf, mostTold: MOST_TOLD };
    const { changes, ...counts } = await this.#system.workers.run<ToPreview, Preview>(PREVIEW, given);
    return {
      scan,
      ...counts,
      changes: changes.map((change) => ({ ...change, kind: 'CHANGED', assetId: applicationIdOf(tenantId, change.key) })),
      shownByScanOnly: WHILE_READING.filter((field) => !isDeepStrictEqual(policy[field], used[field])),
    };
  }
}
