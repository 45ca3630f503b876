import { Link } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { settingsPath } from './places.ts';
import { grouped, useSettingsPlaces } from './use-settings-places.ts';

/** /settings: every page with what it is for. On small screens it is the menu. */
export function SettingsHome() {
  const viewer = useViewer();
  const places = useSettingsPlaces();
  return (
    <Page title="Settings" intro="What is yours, and what holds for the whole company. Only what your role allows is listed.">
      {viewer === null ? <Loading label="Loading the settings" /> : null}
      {grouped(places).map(([group, entries]) => (
        <section key={group} aria-labelledby={`home-${group}`} className="grid gap-3">
          <h2 id={`home-${group}`} className="text-md font-semibold">
            {group}
          </h2>
          <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {entries.map((place) => (
              <li key={place.path} className="panel relative flex gap-3 p-4 transition-colors hover:border-control hover:bg-raised">
                <place.icon aria-hidden size={18} strokeWidth={1.75} className="mt-0.5 shrink-0 text-accent" />
                <div className="grid gap-0.5">
                  <Link to={settingsPath(place)} className="font-medium after:absolute after:inset-0">
                    {place.label}
                  </Link>
                  <p className="text-sm text-muted">{place.hint}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
