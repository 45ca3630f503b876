import type { PublicationRow } from '../publishing/publication.entity.ts';
import type { Composed } from './compose.ts';
import type { ModelDifference } from './difference.ts';
import { type Overlay, isEmpty } from './overlay.ts';

/** A version that is about to be published. */
export interface Version extends Composed {
  readonly overlay: Overlay;
  readonly changes: readonly ModelDifference[];
}

/** What came of what, and by whom; `note` says why. */
export type Publishing = Pick<PublicationRow, 'kind' | 'publishedBy'> & Partial<Pick<PublicationRow, 'note' | 'restored'>>;

/** Differences that a version tells one by one; the rest follows from the models. */
const MAX_CHANGES = 1_000;

/** The row of a version. What mappings alone give is kept beside the model only where people have edited. */
export function versionRow(tenantId: string, version: Version, { kind, publishedBy, note, restored }: Publishing, publishedAt: Date) {
  const { model, bindings, base, overlay, changes } = version;
  return {
    tenantId,
    version: model.version,
    model,
    bindings: [...bindings],
    publishedAt,
    kind,
    base: isEmpty(overlay) && JSON.stringify(base) === JSON.stringify(model) ? null : base,
    overlay,
    changes: changes.slice(0, MAX_CHANGES),
    publishedBy: publishedBy ?? null,
    note: note ?? null,
    restored: restored ?? null,
  };
}
