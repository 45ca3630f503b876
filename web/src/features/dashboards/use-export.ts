import { useCallback } from 'react';
import { ExportDashboardDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { download } from '../../ui/download.ts';
import { notify } from '../../ui/notify.ts';

/** Hands the person a saved dashboard as a file: its layout with its data, or its data alone. */
export function useExport(): (id: string, format: 'JSON' | 'CSV') => Promise<void> {
  const run = useRun();
  return useCallback(
    async (id, format) => {
      const outcome = await run(ExportDashboardDocument, { id, format });
      if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
      const file = outcome.data.exportDashboard;
      if (!file) return notify('error', 'There is nothing to export', 'Keep the dashboard first.');
      const [extension = ''] = file.fileName.split('.').toReversed();
      return download(file.fileName.slice(0, -(extension.length + 1)), extension, new Blob([file.content], { type: file.mediaType }));
    },
    [run],
  );
}
