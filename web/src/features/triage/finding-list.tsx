import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import type { TriageFieldsFragment } from '../../gql/graphql.ts';
import { notify } from '../../ui/notify.ts';
import { Empty } from '../../ui/states.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { usePeople } from '../discover/use-people.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { FindingRow } from './finding-row.tsx';
import { useTriage } from './use-triage.ts';
import type { Decision } from './use-triage.ts';

interface FindingListProps {
  findings: readonly TriageFieldsFragment[];
  refresh: () => void;
  /** They are all about the asset whose page this is. */
  about?: boolean;
}

/** Findings to decide about, by button or key: j and k move, a accepts, r resolves, o opens again. */
export function FindingList({ findings, refresh, about = false }: FindingListProps) {
  const may = useMay('findings.triage');
  const people = usePeople('nobody', !may);
  const triage = useTriage(refresh);
  const [at, setAt] = useState<string | null>(null);
  const [accepting, setAccepting] = useState<TriageFieldsFragment | null>(null);
  const index = Math.max(
    0,
    findings.findIndex(({ id }) => id === at),
  );
  const current = findings[index];
  const decide = async (finding: TriageFieldsFragment, decision: Decision) => {
    const problem = await triage(finding, decision);
    if (problem) notify('error', problem.message, problem.todo);
  };
  const go = (step: number) => {
    const next = findings[Math.min(findings.length - 1, Math.max(0, index + step))];
    if (!next) return;
    setAt(next.id);
    requestAnimationFrame(() => document.querySelector('[data-finding][data-current]')?.scrollIntoView({ block: 'nearest' }));
  };
  useKeys(
    {
      j: () => go(1),
      k: () => go(-1),
      a: () => (may && current?.status === 'OPEN' ? setAccepting(current) : undefined),
      r: () => void (may && current && current.status !== 'RESOLVED' && decide(current, { kind: 'RESOLVE', comment: null })),
      o: () => void (may && current && current.status !== 'OPEN' && decide(current, { kind: 'REOPEN' })),
    },
    findings.length > 0,
  );
  if (findings.length === 0)
    return (
      <Empty icon={CircleCheck} title="Nothing is noteworthy">
        Scans and syncs look at it again, and say here what they find.
      </Empty>
    );
  return (
    <>
      {may ? (
        <p className="text-sm text-muted max-lg:hidden">
          <kbd>j</kbd> <kbd>k</kbd> move · <kbd>a</kbd> accept · <kbd>r</kbd> resolve · <kbd>o</kbd> open again
        </p>
      ) : null}
      <ul className="grid gap-3" aria-label="Findings">
        {findings.map((finding) => (
          <FindingRow
            key={finding.id}
            finding={finding}
            people={people}
            named={!about}
            current={finding.id === current?.id}
            may={may}
            onCurrent={() => setAt(finding.id)}
            onAccept={() => setAccepting(finding)}
            onDecide={(decision) => void decide(finding, decision)}
          />
        ))}
      </ul>
      {accepting ? (
        <AcceptDialog
          finding={accepting}
          onClose={() => setAccepting(null)}
          onAccept={(reason, until) => triage(accepting, { kind: 'ACCEPT', reason, until })}
        />
      ) : null}
    </>
  );
}
