import { medianOf, type Measured } from './measure.ts';
import { ratio } from './ratios.ts';
import type { Outcome } from './rounds.ts';

/** A Markdown table for each operation: one line a gateway, compared with the first one of `names`. */
export function outcomeTable(outcome: Outcome, titles: ReadonlyMap<string, string>, base: string): string {
  const { operation, replyBytes, rounds } = outcome;
  const lines = [...rounds].map(([name, measured]) =>
    line(titles.get(name) ?? name, medianOf(measured), spread(measured), ratio(outcome, name, [base])),
  );
  return [
    `**${operation.name}**: ${operation.about}; ${size(replyBytes)}`,
    '',
    '| | requests/s | lowest–highest round | p50 ms | p99 ms | CPU ms a request | ratio |',
    '|-|-:|-:|-:|-:|-:|-:|',
    ...lines,
    '',
  ].join('\n');
}

function line(
  title: string,
  { requestsPerSecond, p50Ms, p99Ms, cpuMsPerRequest, failures }: Measured,
  rounds: string,
  times: number | null,
): string {
  const cells = [
    failures === 0 ? title : `${title} (${failures} failed)`,
    whole(requestsPerSecond),
    rounds,
    p50Ms.toFixed(1),
    p99Ms.toFixed(1),
    cpuMsPerRequest === null ? 'n/a' : cpuMsPerRequest.toFixed(3),
    times === null ? '' : `${times.toFixed(2)}×`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function spread(measured: readonly Measured[]): string {
  const speeds = measured.map(({ requestsPerSecond }) => requestsPerSecond);
  return `${whole(Math.min(...speeds))}–${whole(Math.max(...speeds))}`;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en').replaceAll(',', ' ');
const size = (bytes: number): string => (bytes < 1_000 ? `${bytes} bytes` : `${(bytes / 1_000).toFixed(1)} KB`);
