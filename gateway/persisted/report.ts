import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import type { PersistedOptions } from './persisted-documents.ts';

/** Documents that are named in the log; those that come after are only counted, because callers can make up as many as they like. */
const MAX_TOLD = 1_000;

/** Counts how documents were found, and logs each that is in no manifest once, by its hash. */
export function reportDocuments({ metrics, logger }: { metrics: Metrics; logger: Logger }): NonNullable<PersistedOptions['found']> {
  const told = new Set<string>();
  return (outcome, hash) => {
    metrics.persistedDocuments.inc({ outcome });
    if ((outcome !== 'unknown' && outcome !== 'refused') || told.size >= MAX_TOLD) return;
    const of = hash();
    if (told.has(of)) return;
    told.add(of);
    logger.info({ hash: of, outcome }, 'a document that is not in the manifest');
  };
}
