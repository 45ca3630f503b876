import type { GraphContext } from '../../kernel/federation/context.ts';

const MAX_DEVICE_CHARACTERS = 80;

/** Where somebody comes from who logs in. */
export interface Arrival {
  /** Network address; null: unknown. */
  address: string | null;
  /** A few words about browser or program. */
  device: string;
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//u, 'Edge'],
  [/\bOPR\//u, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/u, 'iOS'],
  [/Android/u, 'Android'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'macOS'],
  [/CrOS/u, 'ChromeOS'],
  [/Linux/u, 'Linux'],
];

/** Where a request comes from. */
export function arrivalOf(context: Pick<GraphContext, 'clientAddress'> & { clientAgent?: string | null }): Arrival {
  return { address: context.clientAddress, device: deviceOf(context.clientAgent ?? null) };
}

/** What people call the device that sends this User-Agent: "Firefox on Linux"; else the name of the program. */
export function deviceOf(agent: string | null): string {
  if (agent === null || agent.trim() === '') return 'Unknown device';
  const browser = nameIn(BROWSERS, agent);
  const system = nameIn(SYSTEMS, agent);
  if (browser !== null) return system === null ? browser : `${browser} on ${system}`;
  const [program = ''] = agent.trim().split(/[\s/;(]/u);
  return program.replaceAll(/[^\w.-]/gu, '').slice(0, MAX_DEVICE_CHARACTERS) || 'Unknown device';
}

function nameIn(table: readonly (readonly [RegExp, string])[], agent: string): string | null {
  return table.find(([pattern]) => pattern.test(agent))?.[1] ?? null;
}
