import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { User } from '../dashboards/dashboard.type.ts';
import type { KeptSettings, SettingsService } from './settings.service.ts';
import { InsightsSettings, InsightsSettingsInput, InsightsSettingsSaved, SaveInsightsSettingsResult } from './settings.type.ts';

const shown = ({ changedBy, ...settings }: KeptSettings): InsightsSettings =>
  Object.assign(new InsightsSettings(), settings, { changedBy: changedBy === null ? null : Object.assign(new User(), { id: changedBy }) });

@Resolver()
export class SettingsResolver {
  private readonly settings: SettingsService;

  constructor(settings: SettingsService) {
    this.settings = settings;
  }

  @Query(() => InsightsSettings, { description: 'How the tenant counts time and money.' })
  async insightsSettings(@Ctx() { viewer }: GraphContext): Promise<InsightsSettings> {
    return shown(await this.settings.read(requireUser(viewer)));
  }

  @Mutation(() => SaveInsightsSettingsResult, {
    description: 'Sets how the tenant counts time and money; it holds for every question from now on.',
  })
  async saveInsightsSettings(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => InsightsSettingsInput, { description: 'What to change.' }) input: InsightsSettingsInput,
  ): Promise<InsightsSettingsSaved | InputRefused> {
    const { fiscalYearStartMonth, fiscalYearNamedBy, quarters, weekStart, reportingCurrency } = input;
    const saved = await this.settings.save(requireUser(viewer), {
      ...(fiscalYearStartMonth == null ? {} : { fiscalYearStartMonth }),
      ...(fiscalYearNamedBy == null ? {} : { fiscalYearNamedBy }),
      ...(quarters == null ? {} : { quarters }),
      ...(weekStart == null ? {} : { weekStart }),
      ...(reportingCurrency === undefined ? {} : { reportingCurrency }),
    });
    return Array.isArray(saved) ? inputRefused(saved) : Object.assign(new InsightsSettingsSaved(), { settings: shown(saved) });
  }
}
