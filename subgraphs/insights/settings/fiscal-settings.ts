/** How a tenant counts time and money. */
export interface SemanticSettings {
  /** 1…12. */
  fiscalYearStartMonth: number;
  /** Whether fiscal year 2025 is the one that starts or the one that ends in 2025; the same where it starts in January. */
  fiscalYearNamedBy: 'START' | 'END';
  /** What `Q1` and `H1` mean where nobody says calendar or fiscal. */
  quarters: 'CALENDAR' | 'FISCAL';
  weekStart: 'MONDAY' | 'SUNDAY' | 'SATURDAY';
  /** ISO 4217; null: amounts stay in the currency they are in. */
  reportingCurrency: string | null;
}

/** Months by which a day is moved so that its fiscal year becomes the calendar year of its number. */
export function fiscalMonths({ fiscalYearStartMonth: start, fiscalYearNamedBy: named }: SemanticSettings): number {
  return start === 1 ? 0 : named === 'END' ? 13 - start : 1 - start;
}

/** What holds until somebody says otherwise: the calendar's year, weeks from Monday, no conversion. */
export const SHIPPED_SETTINGS: SemanticSettings = {
  fiscalYearStartMonth: 1,
  fiscalYearNamedBy: 'END',
  quarters: 'CALENDAR',
  weekStart: 'MONDAY',
  reportingCurrency: null,
};
