import { LRUCache } from 'lru-cache';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { compile, type Program } from '../machine/program.ts';
import { WorkflowVersionRow } from '../store/workflow-version.entity.ts';

const MAX_KEPT = 200;

/** Versions of workflows as they are carried out, kept by id: what a version does never changes. */
export class Programs {
  readonly #kept = new LRUCache<string, Program>({ max: MAX_KEPT });

  /** @throws NotFoundError when the unit's tenant has no such version */
  async of({ em, tenantId }: UnitOfWork, versionId: string): Promise<Program> {
    const key = `${tenantId}:${versionId}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const { definition } = await em.findOneOrFail(WorkflowVersionRow, { tenantId, id: versionId }, { disableIdentityMap: true });
    const program = compile(definition);
    this.#kept.set(key, program);
    return program;
  }
}
