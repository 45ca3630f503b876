import { ChevronLeft } from 'lucide-react';
import { Suspense } from 'react';
import { Link, Route, Routes } from 'react-router';
import NotFoundPage from '../../app/not-found.page.tsx';
import { useViewer } from '../../app/viewer.ts';
import { Loading } from '../../ui/states.tsx';
import { NoPermission } from './no-permission.tsx';
import { mayEnter, SETTINGS_PLACES } from './places.ts';
import type { SettingsPlace } from './places.ts';
import { SettingsHome } from './settings-home.tsx';
import { SettingsList } from './settings-list.tsx';

/** A page of the settings for whoever may see it. */
function Guarded({ place }: { place: SettingsPlace }) {
  const viewer = useViewer();
  if (viewer === null) return <Loading label="Loading the page" className="p-6" />;
  if (!mayEnter(place, viewer.actions, viewer.tenant.demo)) return <NoPermission title={place.label} />;
  return (
    <>
      <Link to="/settings" className="mx-4 mt-4 inline-flex min-h-6 items-center gap-1 text-sm text-muted hover:text-ink sm:mx-6 lg:hidden">
        <ChevronLeft aria-hidden size={15} /> All settings
      </Link>
      <Suspense fallback={<Loading label="Loading the page" className="p-6" />}>
        <place.page />
      </Suspense>
    </>
  );
}

/** /settings: the side list, and the page chosen from it. */
export default function SettingsPage() {
  return (
    <div className="mx-auto max-w-[1360px] lg:grid lg:grid-cols-[216px_minmax(0,1fr)] lg:items-start">
      <SettingsList />
      <div className="min-w-0">
        <Routes>
          <Route index element={<SettingsHome />} />
          {SETTINGS_PLACES.map((place) => (
            <Route key={place.path} path={`${place.path}/*`} element={<Guarded place={place} />} />
          ))}
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </div>
    </div>
  );
}
