import type { DataAccessPreviewQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatCount } from '../../ui/format.ts';
import { MODES } from './words.ts';

type Preview = NonNullable<DataAccessPreviewQuery['dataAccessPreview']>;

/** What somebody sees of each entity type: how many records, and what is masked. */
export function PreviewTable({ preview }: { preview: Preview }) {
  if (!preview.restricted) return <p className="text-muted">No rule applies: everything is visible as it is.</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[36rem] text-left text-base">
        <thead className="text-sm text-muted">
          <tr>
            <th className="py-1.5 pr-4 font-medium">Records</th>
            <th className="py-1.5 pr-4 text-right font-medium">Seen</th>
            <th className="py-1.5 pr-4 text-right font-medium">Of</th>
            <th className="py-1.5 font-medium">Because</th>
          </tr>
        </thead>
        <tbody>
          {preview.types.map(({ entityType, label, visible, total, rowRules, masks }) => (
            <tr key={entityType} className="border-t border-line align-top" data-type={entityType} data-visible={visible}>
              <th scope="row" className="py-2 pr-4 font-medium">
                {label}
              </th>
              <td className="py-2 pr-4 text-right tabular-nums">{formatCount(visible)}</td>
              <td className="py-2 pr-4 text-right text-muted tabular-nums">{formatCount(total)}</td>
              <td className="py-2">
                <div className="flex flex-wrap gap-1.5">
                  {rowRules.map((rule) => (
                    <Badge key={rule} tone="accent">
                      {rule}
                    </Badge>
                  ))}
                  {masks.map((mask) => (
                    <Badge key={mask.attribute} tone="warning">
                      {mask.label}: {MODES[mask.mode].label.toLowerCase()}
                    </Badge>
                  ))}
                  {rowRules.length === 0 && masks.length === 0 ? <span className="text-muted">all as it is</span> : null}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
