import { lazy } from 'react';
import { Route, Routes } from 'react-router';

const MetricsPage = lazy(() => import('./metrics.page.tsx'));
const MetricPage = lazy(() => import('./metric.page.tsx'));
const WatchesPage = lazy(() => import('./watches.page.tsx'));
const WhatIfPage = lazy(() => import('./what-if.page.tsx'));
const VerifiedPage = lazy(() => import('./verified.page.tsx'));
const EditorPage = lazy(() => import('./metric-editor.page.tsx'));

/** Everything below /business-metrics (/metrics is Prometheus'.) Names of metrics have no hyphen: the editor's address is none of theirs. */
export default function MetricsPlace() {
  return (
    <Routes>
      <Route index element={<MetricsPage />} />
      <Route path="new-metric" element={<EditorPage />} />
      <Route path="watched-metrics" element={<WatchesPage />} />
      <Route path="what-if" element={<WhatIfPage />} />
      <Route path="verified-answers" element={<VerifiedPage />} />
      <Route path=":name" element={<MetricPage />} />
      <Route path=":name/edit" element={<EditorPage />} />
    </Routes>
  );
}
