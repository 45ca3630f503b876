import type { SemanticSettings } from '../settings/fiscal-settings.ts';
import { fiscalMonths } from '../settings/fiscal-settings.ts';
import { addMonths, periodOf, startOf } from './calendar.ts';
import type { TimeRange } from './time-range.ts';

const PART = /^[QH][1-4](?: \d{4})?$/;

/**
 * A range as the tenant's fiscal calendar has it: `FY25`, `fiscal Q1 2025`, `last fiscal year`, and quarters and halves where those are
 * fiscal for the tenant. Any other range stays as it is.
 */
export function inFiscalTime(range: TimeRange, settings: SemanticSettings | undefined, today: string): TimeRange {
  const said = range.fiscal ?? (settings?.quarters === 'FISCAL' && PART.test(range.label) ? 'ABSOLUTE' : undefined);
  if (said === undefined || settings === undefined) return range;
  const offset = fiscalMonths(settings);
  const back = (day: string | null): string | null => (day === null ? null : addMonths(day, -offset));
  const label = /^(?:FY|fiscal)/.test(range.label)
    ? range.label
    : /^\d{4}$/.test(range.label)
      ? `FY${range.label}`
      : `fiscal ${range.label}`;
  if (said === 'ABSOLUTE') return { ...range, from: back(range.from), to: back(range.to), label: offset === 0 ? range.label : label };
  const start = startOf(said.unit, addMonths(startOf('month', today), offset));
  const from = periodOf(said.unit, start, -said.back);
  return { ...range, from: back(from), to: back(periodOf(said.unit, from, 1)), label };
}
