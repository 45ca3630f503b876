import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import { SettingsResolver } from './settings.resolver.ts';
import { SettingsService } from './settings.service.ts';

/** How a tenant counts time and money: its fiscal year, its weeks, the currency it reports in. */
export function createSettings(system: System): Feature {
  return { resolvers: [new SettingsResolver(new SettingsService(system))] };
}
