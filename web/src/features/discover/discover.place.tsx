import { lazy } from 'react';
import { Route, Routes } from 'react-router';

const AssetsPage = lazy(() => import('../assets/assets.page.tsx'));
const TriagePage = lazy(() => import('../triage/triage.page.tsx'));
const MapPage = lazy(() => import('../asset-map/map.page.tsx'));
const PosturePage = lazy(() => import('../posture/posture.page.tsx'));
const ScansPage = lazy(() => import('../scans/scans.page.tsx'));
const ScanPage = lazy(() => import('../scans/scan.page.tsx'));
const PolicyPage = lazy(() => import('../discovery-policy/policy.page.tsx'));
const AssetPage = lazy(() => import('../asset/asset.page.tsx'));

/** Everything below /assets. A page is loaded when it is first needed. */
export default function DiscoverPlace() {
  return (
    <Routes>
      <Route index element={<AssetsPage />} />
      <Route path="findings" element={<TriagePage />} />
      <Route path="map" element={<MapPage />} />
      <Route path="posture" element={<PosturePage />} />
      <Route path="scans" element={<ScansPage />} />
      <Route path="scans/:scan" element={<ScanPage />} />
      <Route path="policy" element={<PolicyPage />} />
      <Route path=":asset" element={<AssetPage />} />
    </Routes>
  );
}
