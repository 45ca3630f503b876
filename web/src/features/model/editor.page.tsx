import { GitBranch } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { useViewer } from '../../app/viewer.ts';
import { DiscardOntologyDraftDocument, EditOntologyDocument, ModelPartsDocument, OntologyDraftDocument } from '../../gql/graphql.ts';
import type { DifferenceFragment, OntologyChange } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { DiffList } from './diff-list.tsx';
import { EditForm } from './edit-form.tsx';
import { ModelFrame } from './model-frame.tsx';
import { Publish } from './publish.tsx';
import { Rebase } from './rebase.tsx';

/** The draft of the model: edits on one side, what they come to on the other, and publishing. */
export default function EditorPage() {
  const run = useRun();
  const viewer = useViewer();
  const may = useMay('ontology.edit');
  const [busy, setBusy] = useState(false);
  const [result, refresh] = useGraph(OntologyDraftDocument, {}, { pause: !may });
  const [parts] = useGraph(ModelPartsDocument, {});
  const draft = result.state === 'ready' ? result.data.ontologyDraft : null;
  const types = parts.state === 'ready' ? parts.data.entityTypes.nodes : [];
  const edit = async (change: OntologyChange): Promise<Problem | null> => {
    setBusy(true);
    const outcome = await run(EditOntologyDocument, { changes: [change], revision: draft?.revision ?? null });
    setBusy(false);
    if (!outcome.ok) return outcome.problem;
    const edited = outcome.data.editOntology;
    refresh();
    return edited.__typename === 'InputRefused' ? problemOfRefusal(edited.problems) : null;
  };
  const revert = async ({ entityType, subject, name }: DifferenceFragment) => {
    const attribute = subject === 'ATTRIBUTE' ? name : null;
    const relation = subject === 'RELATION' ? name : null;
    const problem = await edit({ kind: 'REVERT', entityType, attribute, relation });
    if (problem) notify('error', problem.message, problem.todo);
  };
  const discard = async () => {
    setBusy(true);
    const outcome = await run(DiscardOntologyDraftDocument, {});
    setBusy(false);
    refresh();
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    return notify('success', 'The draft is discarded', 'The published model stays as it is.');
  };
  return (
    <ModelFrame intro="Change the model in a draft of your own; nobody sees it until it is published. Publishing never loses data, and can be rolled back.">
      {may || viewer === null ? null : (
        <Empty icon={GitBranch} title="Your role does not allow editing the model">
          You can see its{' '}
          <Link to="/ontology/edit/versions" className="link">
            versions
          </Link>
          . An owner or an administrator can give you another role.
        </Empty>
      )}
      {may && result.state === 'loading' ? <Loading label="Loading the draft" lines={6} /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {parts.state === 'failed' ? <ProblemNote problem={parts.problem} /> : null}
      {may && result.state === 'ready' ? (
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <Panel title="An edit">
            <EditForm types={types} diff={draft?.diff ?? []} busy={busy} onEdit={edit} />
          </Panel>
          <Panel
            title="The draft"
            aside={
              draft ? (
                <span className="text-sm text-muted">
                  over version {draft.basedOn}, {formatMoment(draft.updatedAt)}
                </span>
              ) : null
            }
          >
            <div className="grid gap-4" data-draft={draft?.diff.length ?? 0}>
              {draft === null || draft.diff.length === 0 ? (
                <p className="text-muted">
                  {draft === null
                    ? 'There is no draft. Your first edit begins one.'
                    : 'The edits come to nothing: the model would be as it is.'}
                </p>
              ) : (
                <>
                  <p className="text-sm text-muted">{plural(draft.diff.length, 'change')}</p>
                  <DiffList diff={draft.diff} label="Changes of the draft" onRevert={(change) => void revert(change)} />
                </>
              )}
              {draft?.problems.map((problem) => (
                <ProblemNote key={`${problem.code} ${problem.message}`} problem={{ ...problem, retry: false }} />
              ))}
              {draft?.behind ? <Rebase refresh={refresh} /> : null}
              {draft ? (
                <>
                  <Publish disabled={draft.problems.length > 0 || draft.behind || draft.diff.length === 0} refresh={refresh} />
                  <Button look="quiet" busy={busy} className="justify-self-start" onClick={() => void discard()}>
                    Discard the draft
                  </Button>
                </>
              ) : null}
            </div>
          </Panel>
        </div>
      ) : null}
    </ModelFrame>
  );
}
