import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import NotFoundPage from '../../app/not-found.page.tsx';

const ConnectionsPage = lazy(() => import('./connections.page.tsx'));
const ConnectPage = lazy(() => import('./connect.page.tsx'));
const ConnectionPage = lazy(() => import('../connection/connection.page.tsx'));
const ObjectPage = lazy(() => import('../connection/object.page.tsx'));
const MappingPage = lazy(() => import('../mapping/mapping.page.tsx'));

/** Everything below /connections. A page is loaded when it is first needed. */
export default function ConnectPlace() {
  return (
    <Routes>
      <Route index element={<ConnectionsPage />} />
      <Route path="new" element={<ConnectPage />} />
      <Route path=":id/mapping" element={<MappingPage />} />
      <Route path=":id/objects/:objectId" element={<ObjectPage />} />
      <Route path=":id/*" element={<ConnectionPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
