import { useState } from 'react';
import { PublishWorkflowDocument, RetireWorkflowDocument, WorkflowVersionTextDocument } from '../../gql/graphql.ts';
import type { WorkflowVersionFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { DiffView } from './diff-view.tsx';
import { shapeOf } from './shape.ts';
import { versionLook } from './version-look.ts';

interface WorkflowVersionsProps {
  workflow: string;
  versions: readonly WorkflowVersionFieldsFragment[];
  /** The two that are compared; null: none. */
  compared: { from: number; to: number } | null;
  may: boolean;
  onCompare: (from: number | null, to: number | null) => void;
  onChanged: () => void;
}

/** Every version of a workflow; any is published, and any two are compared. */
export function WorkflowVersions({ workflow, versions, compared, may, onCompare, onChanged }: WorkflowVersionsProps) {
  const run = useRun();
  const [asked, setAsked] = useState<{ version: number; what: 'publish' | 'retire' } | null>(null);
  const change = async ({ version, what }: { version: number; what: 'publish' | 'retire' }): Promise<Problem | null> => {
    const variables = { workflow, version };
    const outcome = what === 'publish' ? await run(PublishWorkflowDocument, variables) : await run(RetireWorkflowDocument, variables);
    if (!outcome.ok) return outcome.problem;
    const ended = 'publishWorkflow' in outcome.data ? outcome.data.publishWorkflow : outcome.data.retireWorkflow;
    if (ended.__typename === 'InputRefused') return problemOfRefusal(ended.problems);
    onChanged();
    notify('success', what === 'publish' ? `Version ${version} is published` : `Version ${version} is published no more`);
    return null;
  };
  return (
    <div className="grid gap-5">
      <ol aria-label="Versions" className="panel divide-y divide-line">
        {versions.map((each, index) => {
          const { word, tone } = versionLook(each.status);
          const before = versions[index + 1];
          return (
            <li
              key={each.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4"
              data-version={each.version}
              data-status={each.status}
            >
              <div className="grid min-w-0 flex-1 basis-60 gap-0.5">
                <p className="flex flex-wrap items-center gap-2.5 font-medium">
                  Version {each.version} <Badge tone={tone}>{word}</Badge>
                </p>
                <p className="text-sm text-muted">
                  {each.createdBy?.displayName ?? 'Came with the product'}, {formatMoment(each.createdAt)}
                </p>
                {each.note ? <p dir="auto">“{each.note}”</p> : null}
              </div>
              <div className="flex flex-wrap gap-2">
                <ButtonLink look="quiet" to={`?version=${each.version}`}>
                  Look at it
                </ButtonLink>
                {before ? (
                  <Button onClick={() => onCompare(before.version, each.version)} data-compare={each.version}>
                    What changed
                  </Button>
                ) : null}
                {may && each.status !== 'PUBLISHED' ? (
                  <Button onClick={() => setAsked({ version: each.version, what: 'publish' })} data-publish={each.version}>
                    Publish
                  </Button>
                ) : null}
                {may && each.status === 'PUBLISHED' ? (
                  <Button look="danger" onClick={() => setAsked({ version: each.version, what: 'retire' })}>
                    Take back
                  </Button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
      {compared ? (
        <Comparison workflow={workflow} versions={versions.map(({ version }) => version)} compared={compared} onCompare={onCompare} />
      ) : null}
      {asked ? (
        <ConfirmDialog
          title={asked.what === 'publish' ? `Publish version ${asked.version}?` : `Take version ${asked.version} back?`}
          keep="Not now"
          action={asked.what === 'publish' ? 'Publish it' : 'Take it back'}
          look={asked.what === 'publish' ? 'primary' : 'danger'}
          onClose={() => setAsked(null)}
          onConfirm={() => change(asked)}
        >
          <p>
            {asked.what === 'publish'
              ? 'Runs that begin from now on go by it. Those that are under way go on with the version they began with.'
              : 'No new run begins with it, and none by the name alone until another version is published. Those under way go on.'}
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

interface ComparisonProps extends Pick<WorkflowVersionsProps, 'workflow' | 'onCompare'> {
  versions: readonly number[];
  compared: { from: number; to: number };
}

function Comparison({ workflow, versions, compared: { from, to }, onCompare }: ComparisonProps) {
  const [was] = useGraph(WorkflowVersionTextDocument, { workflow, version: from }, { policy: 'cache-first' });
  const [is] = useGraph(WorkflowVersionTextDocument, { workflow, version: to }, { policy: 'cache-first' });
  const [before, after] = [known(was)?.workflowVersion ?? null, known(is)?.workflowVersion ?? null];
  const [shapeBefore, shapeAfter] = [shapeOf(before?.definition), shapeOf(after?.definition)];
  const choice = (label: string, value: number, onChange: (version: number) => void) => (
    <label className="inline-flex items-center gap-2 text-sm">
      {label}
      <select
        className="min-h-9 rounded-md border border-control bg-surface px-2"
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {versions.map((version) => (
          <option key={version} value={version}>
            version {version}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section aria-label="What changed" className="grid gap-4" data-comparison={`${from}-${to}`}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="mr-auto text-md font-semibold">What changed</h2>
        {choice('From', from, (version) => onCompare(version, to))}
        {choice('to', to, (version) => onCompare(from, version))}
        <Button look="quiet" onClick={() => onCompare(null, null)}>
          Close
        </Button>
      </div>
      {was.state === 'failed' ? <ProblemNote problem={was.problem} /> : null}
      {is.state === 'failed' ? <ProblemNote problem={is.problem} /> : null}
      {before && after && shapeBefore && shapeAfter ? (
        <DiffView before={{ shape: shapeBefore, text: before.text }} after={{ shape: shapeAfter, text: after.text }} />
      ) : was.state === 'loading' || is.state === 'loading' ? (
        <Loading label="Loading both versions" />
      ) : null}
    </section>
  );
}
