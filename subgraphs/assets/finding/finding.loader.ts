import type DataLoader from 'dataloader';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { FindingService } from './finding.service.ts';
import type { Finding } from './finding.type.ts';

/** Findings by id, batched within a request. */
export function findingLoader({ viewer, loaders }: GraphContext, findings: FindingService): DataLoader<string, Finding | null> {
  return loaders.get('assets.finding', (ids) => findings.load(requireUser(viewer), ids));
}

/** What is not resolved about each asset, by its id. */
export function findingsOfLoader({ viewer, loaders }: GraphContext, findings: FindingService): DataLoader<string, Finding[] | null> {
  return loaders.get('assets.findings-of', (ids) => findings.ofAssets(requireUser(viewer), ids));
}
