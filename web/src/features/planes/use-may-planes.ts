import { useViewer } from '../../app/viewer.ts';

/** What whoever is logged in may do about planes. */
export function useMayPlanes(): { use: boolean; write: boolean } {
  const actions = useViewer()?.actions ?? [];
  return { use: actions.includes('planes.use'), write: actions.includes('planes.write') };
}
