import { useViewer } from '../../app/viewer.ts';
import { mayEnter, SETTINGS_PLACES } from './places.ts';
import type { SettingsPlace } from './places.ts';

/** The pages of the settings that whoever is logged in may open; none until it is known who that is. */
export function useSettingsPlaces(): readonly SettingsPlace[] {
  const viewer = useViewer();
  return viewer ? SETTINGS_PLACES.filter((each) => mayEnter(each, viewer.actions, viewer.tenant.demo)) : [];
}

/** Places by their group, in the order in which they come. */
export function grouped(places: readonly SettingsPlace[]): readonly (readonly [SettingsPlace['group'], readonly SettingsPlace[]])[] {
  return [...Map.groupBy(places, (each) => each.group)];
}
