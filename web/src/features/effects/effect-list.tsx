import { Zap } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { EffectsDocument } from '../../gql/graphql.ts';
import type { EffectStatus } from '../../gql/graphql.ts';
import { useEvery } from '../../graph/use-every.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { effectLook } from './looks.ts';
import { Settle } from './settle.tsx';

const PAGE = 50;
const LOOK_MS = 10_000;

interface EffectListProps {
  /** Only those of one run. */
  runId?: string;
  status: EffectStatus | null;
}

/** What agents did outside, the newest first. What is in doubt is settled here. */
export function EffectList({ runId, status }: EffectListProps) {
  const may = useMay('effects.settle');
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(EffectsDocument, { first, status, runId: runId ?? null });
  useEvery(LOOK_MS, refresh);
  return (
    <Listed
      what="the effects"
      result={result}
      refresh={refresh}
      pick={(data) => data.effects}
      onMore={() => setFirst((count) => count + PAGE)}
      empty={
        <Empty icon={Zap} title={status === 'IN_DOUBT' ? 'Nothing is in doubt' : 'Nothing was done outside'}>
          What agents do where only we keep account is planned here before it is done. A call that is cut off is in doubt until somebody
          says what became of it; it is never done twice by itself.
        </Empty>
      }
    >
      {(effects) => (
        <ul aria-label="Effects" className="panel divide-y divide-line">
          {effects.map((effect) => (
            <li key={effect.id} className="grid gap-2 p-4" data-effect={effect.id} data-status={effect.status}>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-mono text-sm font-medium">{effect.tool}</span>
                <Badge tone={effectLook(effect.status).tone}>{effectLook(effect.status).word}</Badge>
                <span className="text-sm text-muted sm:ml-auto">{formatMoment(effect.plannedAt)}</span>
              </div>
              <p className="text-sm text-muted">
                {effect.agent?.name ?? 'An agent'}, step <span className="font-mono text-xs">{effect.path}</span>
                {effect.run && runId === undefined ? (
                  <>
                    {' of '}
                    <Link to={`/runs/${effect.run.id}`} className="link">
                      {effect.run.title}
                    </Link>
                  </>
                ) : null}
                {effect.settledBy ? ` · settled by ${effect.settledBy.displayName}` : ''}
              </p>
              {effect.problem ? <p className="text-sm text-low">{effect.problem}</p> : null}
              {effect.status === 'IN_DOUBT' && may ? <Settle effect={effect} onSettled={refresh} /> : null}
              {effect.input == null && effect.output == null ? null : (
                <Disclosure summary="What went in, and what came back">
                  <div className="grid gap-3 lg:grid-cols-2">
                    {effect.input == null ? null : (
                      <CodeBlock code={JSON.stringify(effect.input, null, 2)} label={`Input of ${effect.tool}, ${effect.path}`} />
                    )}
                    {effect.output == null ? null : (
                      <CodeBlock code={JSON.stringify(effect.output, null, 2)} label={`Output of ${effect.tool}, ${effect.path}`} />
                    )}
                  </div>
                </Disclosure>
              )}
            </li>
          ))}
        </ul>
      )}
    </Listed>
  );
}
