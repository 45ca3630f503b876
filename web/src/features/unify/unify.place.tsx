import { lazy } from 'react';
import { Route, Routes } from 'react-router';

const ModelPage = lazy(() => import('../ontology/ontology.page.tsx'));
const EntityPage = lazy(() => import('../ontology/entity.page.tsx'));
const MappingsPage = lazy(() => import('../mappings/mappings.page.tsx'));

/** Everything below /ontology. A page is loaded when it is first needed. Names of entity types begin with a capital, those of pages do not. */
export default function UnifyPlace() {
  return (
    <Routes>
      <Route index element={<ModelPage />} />
      <Route path="mappings" element={<MappingsPage />} />
      <Route path=":name" element={<EntityPage />} />
    </Routes>
  );
}
