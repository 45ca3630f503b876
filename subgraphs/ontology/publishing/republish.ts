import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import { isGolden } from '../golden/tables.ts';
import { composeModel } from '../model/compose.ts';
import { differencesOf } from '../model/difference.ts';
import { NO_EDITS } from '../model/overlay.ts';
import type { PublicationService } from './publication.service.ts';

/**
 * Publishes the model once more when policies ask for golden records where there were none; those who follow edits of the model have them
 * made. Does nothing otherwise. @throws ONTOLOGY_PUBLISHING when another version came between
 */
export async function republish(publications: PublicationService, ontology: CanonicalOntology, tenantId: string): Promise<void> {
  const { previous, accepted, policies } = await publications.parts(tenantId);
  if (previous === null) return;
  const overlay = previous.overlay ?? NO_EDITS;
  const composed = composeModel({ tenantId, accepted, overlay, ontology, policies, previous });
  const before = new Set(previous.model.entities.filter(isGolden).map(({ id }) => id));
  const begin = composed.model.entities.filter((entity) => isGolden(entity) && !before.has(entity.id));
  if (begin.length === 0) return;
  const note = `Resolved from now on: ${begin.map(({ pluralLabel }) => pluralLabel).join(', ')}.`;
  const version = { ...composed, overlay, changes: differencesOf(previous.model, composed.model) };
  await publications.publishEdits(tenantId, version, previous, { kind: 'EDIT', publishedBy: null, note }, () => Promise.resolve());
}
