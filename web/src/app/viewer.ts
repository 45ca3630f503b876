import { createContext, use } from 'react';
import type { ViewerFieldsFragment } from '../gql/graphql.ts';

/** Who is logged in; null until the server has said so. */
export const ViewerContext = createContext<ViewerFieldsFragment | null>(null);

export function useViewer(): ViewerFieldsFragment | null {
  return use(ViewerContext);
}
