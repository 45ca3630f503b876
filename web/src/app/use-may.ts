import { useViewer } from './viewer.ts';

/** Whether whoever is logged in may do an action (`Viewer.actions`); false while that is not known. */
export function useMay(action: string): boolean {
  return useViewer()?.actions.includes(action) ?? false;
}
