import { formatDay, plural } from '../../ui/format.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { EvidenceFieldsFragment } from '../../gql/graphql.ts';
import { PLANES } from '../discover/words.ts';
import type { Asset } from './asset.ts';

/** Why an application is judged as it is: each reason in words, with the records behind it. */
export function ReasonList({ reasons }: { reasons: Asset['reasons'] }) {
  return (
    <ul className="grid gap-2" aria-label="Reasons">
      {reasons.map(({ code, text, evidence }) => (
        <li key={code} data-reason={code}>
          {evidence.length === 0 ? (
            <p className="pl-5">{text}</p>
          ) : (
            <Disclosure
              summary={
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <span className="text-ink">{text}</span>
                  <span className="text-sm">
                    {plural(
                      evidence.reduce((sum, { count }) => sum + count, 0),
                      'record',
                    )}
                  </span>
                </span>
              }
            >
              <EvidenceItems evidence={evidence} />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What records say, each with where it comes from. */
function EvidenceItems({ evidence }: { evidence: readonly EvidenceFieldsFragment[] }) {
  return (
    <ul className="grid gap-1.5 pb-2 text-sm">
      {evidence.map(({ plane, says, record, at, count }, index) => (
        <li key={index} className="grid gap-0.5">
          <span dir="auto">{says}</span>
          <span className="flex flex-wrap gap-x-3 text-muted">
            <span>{PLANES[plane]}</span>
            {record === null ? null : <span className="font-mono text-xs break-all">{record}</span>}
            {at === null ? null : <span>{formatDay(at)}</span>}
            {count > 1 ? <span>{plural(count, 'record')}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
