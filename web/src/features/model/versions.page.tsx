import { History, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { OntologyVersionsDocument, RollBackOntologyDocument } from '../../gql/graphql.ts';
import type { OntologyVersionKind, OntologyVersionsQuery } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatMoment, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Empty } from '../../ui/states.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { Listed } from '../settings/listed.tsx';
import { DiffList } from './diff-list.tsx';
import { ModelFrame } from './model-frame.tsx';

const PAGE = 20;
const KINDS: Record<OntologyVersionKind, string> = {
  MAPPING: 'a mapping was accepted',
  EDIT: 'edited by people',
  ROLL_BACK: 'rolled back',
  REMOVAL: 'a source was removed',
};

type Version = OntologyVersionsQuery['ontologyVersions']['nodes'][number];

function Entry({ version, latest, onRollBack }: { version: Version; latest: boolean; onRollBack: () => void }) {
  const may = useMay('ontology.publish');
  return (
    <li className="panel grid gap-2 p-4" data-version={version.version}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="flex flex-wrap items-center gap-2 text-md font-semibold">
          Version {version.version}
          {latest ? <Badge tone="good">in force</Badge> : null}
          <Badge>
            {KINDS[version.kind]}
            {version.restored === null ? '' : ` to ${version.restored}`}
          </Badge>
        </h2>
        {may && !latest ? (
          <Button onClick={onRollBack} data-roll-back={version.version}>
            <RotateCcw aria-hidden size={15} /> Roll back to it
          </Button>
        ) : null}
      </div>
      <p className="text-sm text-muted">
        {version.publishedBy?.displayName ?? 'By itself'}, {formatMoment(version.publishedAt)} ·{' '}
        {plural(version.entityTypeCount, 'entity type')}
      </p>
      {version.note ? <p>“{version.note}”</p> : null}
      {version.changes.length > 0 ? (
        <Disclosure summary={plural(version.changes.length, 'change')} open={latest && version.changes.length <= 10}>
          <DiffList diff={version.changes} label={`Changes of version ${version.version}`} />
        </Disclosure>
      ) : (
        <p className="text-sm text-muted">The model itself did not change by it.</p>
      )}
    </li>
  );
}

/** Every version of the model, the newest first; any of them can be gone back to. */
export default function VersionsPage() {
  const run = useRun();
  const [first, setFirst] = useState(PAGE);
  const [asked, setAsked] = useState<Version | null>(null);
  const [result, refresh] = useGraph(OntologyVersionsDocument, { first });
  const rollBack = async (version: number): Promise<Problem | null> => {
    const outcome = await run(RollBackOntologyDocument, { version, note: null });
    if (!outcome.ok) return outcome.problem;
    const ended = outcome.data.rollBackOntology;
    refresh();
    if (ended.__typename === 'InputRefused') return problemOfRefusal(ended.problems);
    notify('success', `Version ${ended.version.version} is published`, `It is as version ${version} was.`);
    return null;
  };
  return (
    <ModelFrame intro="What was published, by whom and why, and how each version differs from the one before it.">
      <Listed
        what="the versions"
        result={result}
        refresh={refresh}
        pick={(data) => data.ontologyVersions}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={History} title="Nothing is published yet">
            The first version comes with the first mapping that is accepted.
          </Empty>
        }
      >
        {(versions) => (
          <ol className="grid gap-3" aria-label="Versions">
            {versions.map((version, index) => (
              <Entry key={version.version} version={version} latest={index === 0} onRollBack={() => setAsked(version)} />
            ))}
          </ol>
        )}
      </Listed>
      {asked ? (
        <ConfirmDialog
          title={`Roll back to version ${asked.version}?`}
          keep="Not now"
          action="Roll back"
          look="danger"
          onClose={() => setAsked(null)}
          onConfirm={() => rollBack(asked.version)}
        >
          <p>A new version is published that is as version {asked.version} was. No data is lost, and this too can be rolled back.</p>
        </ConfirmDialog>
      ) : null}
    </ModelFrame>
  );
}
