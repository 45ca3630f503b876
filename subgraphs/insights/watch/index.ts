import type { Feature } from '../../kernel/federation/feature.ts';
import { defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { AlertValues } from './alert-values.ts';
import { MetricAlertedResolver, MetricsChangedResolver, watchStreams } from './streams.resolver.ts';
import { WatchResolver } from './watch.resolver.ts';
import { WatchService } from './watch.service.ts';
import { PersonaAlertsResolver } from './persona-alerts.resolver.ts';
import { Watcher } from './watcher.ts';

/** Metrics that are looked at after every change of the data, and what was found. */
export function createWatches(system: System, knowledge: KnowledgeService): Feature {
  const watcher = new Watcher(system, knowledge);
  const service = new WatchService(system, knowledge, watcher);
  return {
    resolvers: [
      new WatchResolver(service, new AlertValues(system, knowledge)),
      new PersonaAlertsResolver(service),
      new MetricAlertedResolver(service),
      new MetricsChangedResolver(service),
    ],
    streams: watchStreams(service),
    consumers: [
      defineConsumer('insights.watch-metrics', {
        'insights.metrics-refreshed': (event) => watcher.onChanged(event),
        'accounts.access-changed': (event) => watcher.onAccessChanged(event),
      }),
    ],
    privacy: {
      places: [{ scope: 'PLATFORM', table: 'metric_watch', kind: 'QUESTIONS', title: 'names of watched metrics', erase: 'VALUES' }],
      retention: [],
    },
    start: () => {
      watcher.start();
      return Promise.resolve();
    },
    stop: () => watcher.stop(),
  };
}
