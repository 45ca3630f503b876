import { CircleCheck } from 'lucide-react';
import type { ScanDetailQuery } from '../../gql/graphql.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Empty } from '../../ui/states.tsx';
import { refusalWords } from './looks.ts';

interface ScanProblemsProps {
  problems: NonNullable<ScanDetailQuery['scan']>['problems'];
  /** All records that were refused; only the first are named. */
  refused: number;
  onMore: () => void;
}

/** The records that a scan kept out of the graph, each with its place and why. */
export function ScanProblems({ problems, refused, onMore }: ScanProblemsProps) {
  if (refused === 0)
    return (
      <Empty icon={CircleCheck} title="Nothing was refused">
        Every record that was read is taken as evidence, or kept.
      </Empty>
    );
  return (
    <>
      <DataTable
        label="Refused records"
        rows={problems.nodes}
        rowKey={(row) => String(problems.nodes.indexOf(row))}
        columns={[
          { name: 'Record', cell: ({ record }) => <span className="font-mono text-xs break-all">{record}</span> },
          { name: 'List', sort: ({ list }) => list, cell: ({ list }) => <span className="font-mono text-xs">{list}</span> },
          { name: 'File', sort: ({ file }) => file, cell: ({ file }) => <span className="break-all">{file}</span> },
          { name: 'Why', sort: ({ code }) => code, cell: ({ code }) => <span data-refused={code}>It {refusalWords(code)}.</span> },
        ]}
      />
      <LoadMore shown={problems.nodes.length} total={problems.totalCount} busy={false} onMore={onMore} />
    </>
  );
}
