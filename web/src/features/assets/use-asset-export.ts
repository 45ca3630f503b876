import { useState } from 'react';
import { AssetsDocument } from '../../gql/graphql.ts';
import type { AssetFilter, AssetOrder, AssetRowFragment, AssetsQuery } from '../../gql/graphql.ts';
import type { Outcome } from '../../graph/use-graph.ts';
import { useRun } from '../../graph/use-graph.ts';
import { downloadCsv } from '../../ui/csv.ts';
import { notify } from '../../ui/notify.ts';
import { CSV_HEADER, csvRow } from './asset-csv.ts';

const PAGE = 500;
const MOST = 20_000;

/** Hands over all assets that pass a filter as a CSV file, read page by page; says so where there are more than one file takes. */
export function useAssetExport(): { busy: boolean; save: (filter: AssetFilter, order: AssetOrder) => Promise<void> } {
  const run = useRun();
  const [busy, setBusy] = useState(false);
  const save = async (filter: AssetFilter, order: AssetOrder) => {
    setBusy(true);
    const rows: AssetRowFragment[] = [];
    let after: string | null = null;
    do {
      const page: Outcome<AssetsQuery> = await run(AssetsDocument, { filter, order, first: PAGE, after });
      if (!page.ok) {
        setBusy(false);
        return notify('error', page.problem.message, page.problem.todo);
      }
      const { nodes, pageInfo }: AssetsQuery['assets'] = page.data.assets;
      rows.push(...nodes);
      after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    } while (after !== null && rows.length < MOST);
    setBusy(false);
    downloadCsv('assets', CSV_HEADER, rows.map(csvRow));
    if (after !== null) notify('warning', 'Not all assets are in the file', 'It has the first 20,000; narrow the catalogue for the rest.');
  };
  return { busy, save };
}
