import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import NotFoundPage from '../../app/not-found.page.tsx';

const ConnectionsPage = lazy(() => import('./connections.page.tsx'));
const CataloguePage = lazy(() => import('../connectors/catalogue.page.tsx'));
const ConnectPage = lazy(() => import('./connect.page.tsx'));
const WizardPage = lazy(() => import('../connectors/wizard.page.tsx'));
const DriftsPage = lazy(() => import('../drift/drifts.page.tsx'));
const DriftPage = lazy(() => import('../drift/drift.page.tsx'));
const RepairsPage = lazy(() => import('../drift/repairs.page.tsx'));
const RepairPage = lazy(() => import('../drift/repair.page.tsx'));
const RepairPolicyPage = lazy(() => import('../drift/policy.page.tsx'));
const QuarantinePage = lazy(() => import('../quarantine/quarantine.page.tsx'));
const MeshPage = lazy(() => import('../mesh/mesh.page.tsx'));
const FlowPage = lazy(() => import('../mesh/flow.page.tsx'));
const TracePage = lazy(() => import('../mesh/trace.page.tsx'));
const PlanesPage = lazy(() => import('../planes/planes.page.tsx'));
const NewPlanePage = lazy(() => import('../planes/new-plane.page.tsx'));
const PlanePage = lazy(() => import('../planes/plane.page.tsx'));
const ConnectionPage = lazy(() => import('../connection/connection.page.tsx'));
const ObjectPage = lazy(() => import('../connection/object.page.tsx'));
const MappingPage = lazy(() => import('../mapping/mapping.page.tsx'));

/** Everything below /connections. A page is loaded when it is first needed. */
export default function ConnectPlace() {
  return (
    <Routes>
      <Route index element={<ConnectionsPage />} />
      <Route path="catalogue" element={<CataloguePage />} />
      <Route path="new" element={<ConnectPage />} />
      <Route path="new/:kind" element={<WizardPage />} />
      <Route path="drift" element={<DriftsPage />} />
      <Route path="drift/repairs" element={<RepairsPage />} />
      <Route path="drift/repairs/:repair" element={<RepairPage />} />
      <Route path="drift/policy" element={<RepairPolicyPage />} />
      <Route path="drift/:drift" element={<DriftPage />} />
      <Route path="quarantine" element={<QuarantinePage />} />
      <Route path="mesh" element={<MeshPage />} />
      <Route path="flow" element={<FlowPage />} />
      <Route path="flow/trace" element={<TracePage />} />
      <Route path="planes" element={<PlanesPage />} />
      <Route path="planes/new" element={<NewPlanePage />} />
      <Route path="planes/:plane" element={<PlanePage />} />
      <Route path=":id/mapping" element={<MappingPage />} />
      <Route path=":id/objects/:objectId" element={<ObjectPage />} />
      <Route path=":id/*" element={<ConnectionPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
