import { LRUCache } from 'lru-cache';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import type { PersistedOptions } from './persisted-documents.ts';

/** Documents of which it is remembered that they were told of. */
const MAX_TOLD = 1_000;

/** Counts how documents were found, and logs each that is in no manifest once, by its hash. */
export function reportDocuments({ metrics, logger }: { metrics: Metrics; logger: Logger }): NonNullable<PersistedOptions['found']> {
  const told = new LRUCache<string, true>({ max: MAX_TOLD });
  return (outcome, hash) => {
    metrics.persistedDocuments.inc({ outcome });
    if (outcome !== 'unknown' && outcome !== 'refused') return;
    const of = hash();
    if (told.has(of)) return;
    told.set(of, true);
    logger.info({ hash: of, outcome }, 'a document that is not in the manifest');
  };
}
