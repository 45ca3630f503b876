import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useCallback } from 'react';
import type { Operation } from './address.ts';

/** Opens an operation in a tab of its own. */
export function useOpenOperation(): (operation: Operation) => void {
  const actions = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  return useCallback(
    ({ query, variables }) => {
      actions.addTab();
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables ?? '');
      queryEditor?.focus();
    },
    [actions, queryEditor, variableEditor],
  );
}

/** What the open tab holds, as it is typed. */
export function useOpenTab(): Operation & { operationName: string | null; response: string } {
  const tab = useGraphiQL((state) => state.tabs[state.activeTabIndex]);
  const chosen = useGraphiQL((state) => state.operationName);
  return {
    query: tab?.query ?? '',
    variables: tab?.variables?.trim() ? tab.variables : null,
    operationName: chosen ?? tab?.operationName ?? null,
    response: tab?.response ?? '',
  };
}
