import type DataLoader from 'dataloader';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { IntakeService } from './intake.service.ts';
import type { TelemetryFeedRow } from './telemetry-feed.entity.ts';

/** Feeds by id, batched within a request. */
export function feedLoader({ viewer, loaders }: GraphContext, intake: IntakeService): DataLoader<string, TelemetryFeedRow | null> {
  return loaders.get('assets.feed', (ids) => intake.load(requireUser(viewer), ids));
}
