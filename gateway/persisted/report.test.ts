import { expect, test } from 'vitest';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { reportDocuments } from './report.ts';

test('a document in no manifest is counted each time and logged once, and a flood of them does not flood the log', async () => {
  const lines: string[] = [];
  const metrics = createMetrics({ processMetrics: false });
  const report = reportDocuments({ metrics, logger: createLogger('info', { write: (line) => void lines.push(line) }) });
  for (const hash of ['a', 'a', 'b']) report('unknown', () => hash);
  report('id', () => 'c');
  expect(lines.map((line) => (JSON.parse(line) as { hash: string }).hash)).toEqual(['a', 'b']);
  for (let n = 0; n < 3_000; n++) report('refused', () => `made up ${n}`);
  expect(lines).toHaveLength(1_000);
  const counted = await metrics.registry.metrics();
  expect(counted).toContain('autonomos_persisted_documents_total{outcome="unknown"} 3');
  expect(counted).toContain('autonomos_persisted_documents_total{outcome="refused"} 3000');
});
