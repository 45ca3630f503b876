import { Link } from 'react-router';
import type { ResolutionPairsQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCell } from '../../ui/format.ts';
import { LEVELS } from './words.ts';

export type Pair = ResolutionPairsQuery['resolutionPairs']['nodes'][number];
type Member = NonNullable<Pair['a']>;

function Head({ member }: { member: Member }) {
  return (
    <span className="grid">
      <Link to={`/ontology/records/${member.recordId}`} className="font-medium link">
        {member.title}
      </Link>
      <span className="text-xs text-muted">
        {member.lineage.connection.name} · {member.lineage.object.name} · {member.lineage.sourceKey}
      </span>
    </span>
  );
}

const missing = (value: unknown) => value === null || value === undefined || value === '';

/** Two records side by side, what is compared first; how alike each value is stands beside it in a word. */
export function PairValues({ pair, labels }: { pair: Pair; labels: ReadonlyMap<string, string> }) {
  const { a, b } = pair;
  if (!a || !b) return <p className="text-muted">One of the two is gone, or rules about data keep it from you.</p>;
  // A field may be compared in several ways: what says most stands beside its values.
  const said = pair.comparisons.toSorted((one, other) => Math.abs(one.weight) - Math.abs(other.weight));
  const compared = new Map(said.map((each) => [each.field, each]));
  const weighty = said.toReversed().map(({ field }) => field);
  const names = [...new Set([...weighty, ...labels.keys()])].filter((name) => !missing(a.values[name]) || !missing(b.values[name]));
  const rows = names.map((name) => ({
    name,
    label: compared.get(name)?.label ?? labels.get(name) ?? name,
    a: formatCell(a.values[name], null),
    b: formatCell(b.values[name], null),
    level: compared.get(name)?.level ?? null,
  }));
  return (
    <div className="grid gap-2" data-pair-values>
      <div className="grid gap-3 sm:grid-cols-2">
        <Head member={a} />
        <Head member={b} />
      </div>
      <DataTable
        label={`${a.title} beside ${b.title}`}
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { name: 'Attribute', cell: (row) => <span className="text-sm text-muted">{row.label}</span> },
          { name: 'One', cell: (row) => <span className="block max-w-[36ch] break-words">{row.a}</span> },
          { name: 'Other', cell: (row) => <span className="block max-w-[36ch] break-words">{row.b}</span> },
          {
            name: 'Alike',
            cell: (row) =>
              row.level === null ? (
                <span className="text-muted">–</span>
              ) : (
                <Badge tone={LEVELS[row.level].tone}>{LEVELS[row.level].word}</Badge>
              ),
          },
        ]}
      />
    </div>
  );
}
