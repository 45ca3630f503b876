import { LockMode } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { SHIPPED_SETTINGS } from './fiscal-settings.ts';
import type { SemanticSettings } from './fiscal-settings.ts';
import { InsightsSettingsRow } from './settings.entity.ts';
import { settingsErrors } from './settings.errors.ts';

/** Settings with who changed them last; nulls while they are as shipped. */
export interface KeptSettings extends SemanticSettings {
  changedBy: string | null;
  changedAt: Date | null;
}

const CURRENCY = /^[A-Z]{3}$/;

function faultsOf({ fiscalYearStartMonth: month, reportingCurrency: currency }: Partial<SemanticSettings>): InputProblem[] {
  const problems: InputProblem[] = [];
  if (month !== undefined && !(month >= 1 && month <= 12))
    problems.push(inputProblem(settingsErrors.FISCAL_MONTH_INVALID({}), 'input.fiscalYearStartMonth'));
  if (currency !== undefined && currency !== null && !CURRENCY.test(currency))
    problems.push(inputProblem(settingsErrors.REPORTING_CURRENCY_INVALID({}), 'input.reportingCurrency'));
  return problems;
}

/** The tenant's settings as they are in this transaction. */
export async function settingsOf({ em, tenantId }: UnitOfWork): Promise<KeptSettings> {
  const row = await em.findOne(InsightsSettingsRow, { tenantId });
  if (row === null) return { ...SHIPPED_SETTINGS, changedBy: null, changedAt: null };
  const { fiscalYearStartMonth, fiscalYearNamedBy, quarters, weekStart, changedBy, changedAt } = row;
  const reportingCurrency = row.reportingCurrency ?? null;
  return { fiscalYearStartMonth, fiscalYearNamedBy, quarters, weekStart, reportingCurrency, changedBy, changedAt };
}

/** How tenants count time and money; the only writer of `insights_settings`. */
export class SettingsService {
  private readonly system: Pick<System, 'database' | 'clock'>;

  constructor(system: Pick<System, 'database' | 'clock'>) {
    this.system = system;
  }

  read({ tenantId }: UserViewer): Promise<KeptSettings> {
    return this.system.database.unitOfWork(tenantId, settingsOf);
  }

  /** Changes what is given. @returns the settings as they are then, or what has to be corrected */
  async save({ tenantId, userId }: UserViewer, given: Partial<SemanticSettings>): Promise<KeptSettings | InputProblem[]> {
    const problems = faultsOf(given);
    if (problems.length > 0) return problems;
    const change = { changedBy: userId, changedAt: this.system.clock() };
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const row = await unit.em.findOne(InsightsSettingsRow, { tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (row === null) unit.em.create(InsightsSettingsRow, { tenantId, ...SHIPPED_SETTINGS, ...given, version: 1, ...change });
      else Object.assign(row, given, { version: row.version + 1, ...change });
      await unit.em.flush();
      return settingsOf(unit);
    });
  }
}
