import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { DismissFindingDocument, ProposeFindingDocument } from '../../gql/graphql.ts';
import type { PilotFindingFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { formatAgo, formatCount, formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { EvidenceView } from '../agents/evidence-view.tsx';
import { evidenceCell, evidenceTable } from './evidence-table.ts';
import { findingLook, inUnit, outcomeOf, placeOfLink, severityLook } from './looks.ts';

/** One finding: what is the matter, why that is so, what is proposed, and what came of it. */
export function FindingCard({ finding, onChanged }: { finding: PilotFindingFieldsFragment; onChanged: () => void }) {
  const run = useRun();
  const now = useNow();
  const may = useMay('findings.change');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [dismissing, setDismissing] = useState(false);
  const [reason, setReason] = useState('');
  const { proposal, status } = finding;
  const table = evidenceTable(finding.evidence);

  const propose = async () => {
    setBusy(true);
    const ended = await run(ProposeFindingDocument, { id: finding.id });
    setBusy(false);
    if (!ended.ok) return setProblem(ended.problem);
    const { proposeFinding } = ended.data;
    if (proposeFinding.__typename === 'InputRefused') return setProblem(problemOfRefusal(proposeFinding.problems));
    setProblem(null);
    notify('success', 'It is proposed', 'It waits under Approvals.');
    return onChanged();
  };
  const dismiss = async (): Promise<Problem | null> => {
    const ended = await run(DismissFindingDocument, { id: finding.id, reason: reason.trim() || null });
    if (!ended.ok) return ended.problem;
    const { dismissFinding } = ended.data;
    if (dismissFinding.__typename === 'InputRefused') return problemOfRefusal(dismissFinding.problems);
    notify('success', 'Put aside', finding.title);
    onChanged();
    return null;
  };

  return (
    <li className="panel grid gap-3 p-5" data-finding={finding.id} data-status={status}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-72 gap-1">
          <h2 dir="auto" className="text-md font-semibold [overflow-wrap:anywhere]">
            {finding.title}
          </h2>
          <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted">
            <Badge tone={severityLook(finding.severity).tone}>{severityLook(finding.severity).word}</Badge>
            <Badge tone={findingLook(status).tone}>{findingLook(status).word}</Badge>
            {finding.agent ? (
              <Link to={`/agents/fleet/${finding.agent.id}`} className="link">
                {finding.agent.name}
              </Link>
            ) : null}
            <span title={formatMoment(finding.firstSeenAt)}>first seen {formatAgo(finding.firstSeenAt, now)}</span>
            {finding.timesSeen > 1 ? <span>seen {formatCount(finding.timesSeen)} times</span> : null}
          </p>
        </div>
        {proposal?.benefit == null || proposal.benefitUnit === null ? null : (
          <p className="text-right">
            <span className="text-lg font-semibold">{inUnit(proposal.benefit, proposal.benefitUnit)}</span>
            <span className="block text-xs text-muted">to be gained</span>
          </p>
        )}
      </div>
      {finding.detail ? (
        <p dir="auto" className="max-w-[80ch]">
          {finding.detail}
        </p>
      ) : null}
      {finding.reasons.length > 0 ? (
        <ul dir="auto" className="grid list-disc gap-0.5 pl-5 text-muted">
          {finding.reasons.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      ) : null}
      {proposal ? (
        <p className="rounded-md bg-raised p-3">
          <span className="text-xs text-muted">Proposed </span>
          <span dir="auto">{proposal.intent}</span>
          <span className="block text-sm text-muted">
            {proposal.touches === null ? '' : `Touches ${formatCount(proposal.touches)}. `}
            {proposal.reversible ? 'Can be undone.' : 'Cannot be undone.'}
          </span>
        </p>
      ) : null}
      <p className="text-sm text-muted">{outcomeOf(finding)}</p>
      {finding.comment ? (
        <p dir="auto" className="text-sm">
          “{finding.comment}”
        </p>
      ) : null}
      <Disclosure summary="Evidence">
        {table ? (
          <div className="scroll-thin overflow-x-auto" tabIndex={0} role="region" aria-label={`Evidence: ${finding.title}`}>
            <table className="w-full border-collapse text-sm">
              <thead>
                <tr className="border-b border-line">
                  {table.columns.map(({ label }, index) => (
                    <th key={index} scope="col" className="py-1.5 pr-4 text-left font-medium text-muted">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row, index) => (
                  <tr key={index} className="border-b border-line last:border-0">
                    {table.columns.map(({ unit }, place) => (
                      <td key={place} dir="auto" className="py-1.5 pr-4 align-top">
                        {evidenceCell(row[place], unit)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          <EvidenceView evidence={finding.evidence} />
        )}
      </Disclosure>
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {finding.links.map((link) => {
          const to = placeOfLink(link);
          return to === null ? null : (
            <Link key={`${link.kind}${link.id}`} to={to} className="inline-flex items-center gap-1.5 link">
              {link.label} <ArrowRight aria-hidden size={14} />
            </Link>
          );
        })}
        {finding.run ? (
          <Link to={`/runs/${finding.run.id}`} className="inline-flex items-center gap-1.5 link">
            The run <ArrowRight aria-hidden size={14} />
          </Link>
        ) : null}
        {may ? (
          <span className="ml-auto flex flex-wrap gap-2">
            {status === 'OPEN' && proposal ? (
              <Button look="primary" busy={busy} onClick={() => void propose()} data-propose>
                Propose it now
              </Button>
            ) : null}
            {status === 'PROPOSED' ? (
              <Link to="/agents" className="inline-flex min-h-9 items-center link">
                Decide
              </Link>
            ) : null}
            {status === 'OPEN' || status === 'PROPOSED' ? (
              <Button onClick={() => setDismissing(true)} data-dismiss>
                Put aside
              </Button>
            ) : null}
          </span>
        ) : null}
      </div>
      {dismissing ? (
        <ConfirmDialog
          title="Put this aside?"
          keep="Keep it"
          action="Put aside"
          look="primary"
          onClose={() => setDismissing(false)}
          onConfirm={dismiss}
        >
          <p>It is not proposed again unless what is behind it changes.</p>
          <Field label="Why" name="reason" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </ConfirmDialog>
      ) : null}
    </li>
  );
}
