import { NavLink } from 'react-router';
import { classes } from '../../ui/classes.ts';
import { settingsPath } from './places.ts';
import { grouped, useSettingsPlaces } from './use-settings-places.ts';

/** The side list of the settings: what whoever is logged in may open, by group. */
export function SettingsList() {
  const places = useSettingsPlaces();
  return (
    <nav aria-label="Settings" className="sticky top-14 hidden content-start gap-5 py-6 pl-6 lg:grid" data-settings-list>
      {grouped(places).map(([group, entries]) => (
        <section key={group} aria-labelledby={`settings-${group}`}>
          <h2 id={`settings-${group}`} className="px-3 pb-1.5 text-xs font-medium text-muted">
            {group}
          </h2>
          <ul className="grid gap-0.5">
            {entries.map((place) => (
              <li key={place.path}>
                <NavLink
                  to={settingsPath(place)}
                  title={place.hint}
                  className={({ isActive }) =>
                    classes(
                      'flex min-h-9 items-center gap-2.5 rounded-md px-3 text-base transition-colors',
                      isActive ? 'bg-accent-soft font-medium text-ink' : 'text-muted hover:bg-raised hover:text-ink',
                    )
                  }
                >
                  <place.icon aria-hidden size={16} strokeWidth={1.75} />
                  {place.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
