/** How a driver is supposed to change: by a share of what it is, or to another value. */
export type ChangeKind = 'percent' | 'to';

export interface SupposedChange {
  metric: string;
  kind: ChangeKind;
  amount: number;
}

export interface WhatIfAddress {
  changes: readonly SupposedChange[];
  /** The metric whose outcome comes first; null: whatever follows. */
  metric: string | null;
}

/** As many as the server carries through at once. */
export const MOST_CHANGES = 5;

const NAME = /^[a-z]\w*$/;

function readChange(text: string): SupposedChange | null {
  const [metric = '', kind = '', amount = ''] = text.split(':');
  const value = Number(amount);
  if (!NAME.test(metric) || (kind !== 'percent' && kind !== 'to') || amount.trim() === '' || !Number.isFinite(value)) return null;
  return { metric, kind, amount: value };
}

/** Reads ?change=win_rate:percent:10&change=…&metric=revenue; what makes no sense is left out. */
export function readWhatIf(search: URLSearchParams): WhatIfAddress {
  const changes = search.getAll('change').flatMap((text) => readChange(text) ?? []);
  const once = changes.filter((each, index) => changes.findIndex(({ metric }) => metric === each.metric) === index);
  const metric = search.get('metric') ?? '';
  return { changes: once.slice(0, MOST_CHANGES), metric: NAME.test(metric) ? metric : null };
}

/** The address's parameters. */
export function writeWhatIf({ changes, metric }: WhatIfAddress): Record<string, string | string[]> {
  return {
    ...(changes.length > 0 ? { change: changes.map((each) => `${each.metric}:${each.kind}:${each.amount}`) } : {}),
    ...(metric === null ? {} : { metric }),
  };
}

/** The page that tells what would follow for a metric if what moves it changed. */
export function whatIfPath(metric: string): string {
  return `/business-metrics/what-if?${new URLSearchParams({ metric }).toString()}`;
}
