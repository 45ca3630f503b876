import { lazy } from 'react';
import { Route, Routes } from 'react-router';

const ModelPage = lazy(() => import('../ontology/ontology.page.tsx'));
const EntityPage = lazy(() => import('../ontology/entity.page.tsx'));
const MappingsPage = lazy(() => import('../mappings/mappings.page.tsx'));
const ResolutionPage = lazy(() => import('../resolution/resolution.page.tsx'));
const TypeResolutionPage = lazy(() => import('../resolution/type-resolution.page.tsx'));
const RecordPage = lazy(() => import('../record/record.page.tsx'));
const LineagePage = lazy(() => import('../lineage/lineage.page.tsx'));
const EditorPage = lazy(() => import('../model/editor.page.tsx'));
const VersionsPage = lazy(() => import('../model/versions.page.tsx'));
const QualityPage = lazy(() => import('../quality/quality.page.tsx'));
const MappingJobsPage = lazy(() => import('../mappings/jobs.page.tsx'));
const MappingPairsPage = lazy(() => import('../mappings/pairs.page.tsx'));
const ViewsPage = lazy(() => import('../views/views.page.tsx'));
const ViewPage = lazy(() => import('../views/view.page.tsx'));

/** Everything below /ontology. A page is loaded when it is first needed. Names of entity types begin with a capital, those of pages do not. */
export default function UnifyPlace() {
  return (
    <Routes>
      <Route index element={<ModelPage />} />
      <Route path="mappings" element={<MappingsPage />} />
      <Route path="resolution" element={<ResolutionPage />} />
      <Route path="resolution/:name" element={<TypeResolutionPage />} />
      <Route path="records/:id" element={<RecordPage />} />
      <Route path="lineage" element={<LineagePage />} />
      <Route path="mappings/jobs" element={<MappingJobsPage />} />
      <Route path="mappings/pairs" element={<MappingPairsPage />} />
      <Route path="views" element={<ViewsPage />} />
      <Route path="views/:id" element={<ViewPage />} />
      <Route path="edit" element={<EditorPage />} />
      <Route path="edit/versions" element={<VersionsPage />} />
      <Route path="quality" element={<QualityPage />} />
      <Route path=":name" element={<EntityPage />} />
    </Routes>
  );
}
