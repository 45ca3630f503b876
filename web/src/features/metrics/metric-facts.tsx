import type { ReactNode } from 'react';
import type { MetricDetailQuery } from '../../gql/graphql.ts';
import { Panel } from '../../ui/page.tsx';
import { AGGREGATES, DIRECTIONS, SCENARIOS } from './words.ts';

type Metric = NonNullable<MetricDetailQuery['metric']>;

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

/** One way to compute it, in words. */
function inWords({ aggregate, of, entity, time, where }: Metric['spec']['bindings'][number]): string {
  const conditions = where.length === 0 ? '' : `, where ${where.map(({ attribute }) => attribute).join(' and ')} fit`;
  return `${AGGREGATES[aggregate]}${of ? ` of ${of}` : ''} over ${entity}${time ? `, by ${time}` : ''}${conditions}`;
}

/** What a metric means: in words, as a formula or as ways to compute it, and who says so. */
export function MetricFacts({ metric }: { metric: Metric }) {
  const { spec } = metric;
  return (
    <Panel title="What it means">
      <dl className="grid gap-4">
        <Fact name="Definition">{metric.definition}</Fact>
        <Fact name="Who defines it so">{metric.source || 'Nobody said.'}</Fact>
        {spec.formula ? (
          <Fact name="Formula">
            <code className="font-mono text-sm">{spec.formula}</code>
          </Fact>
        ) : null}
        {spec.bindings.length > 0 ? (
          <Fact name={spec.bindings.length > 1 ? 'Computed as the first of these that your data allows' : 'Computed as'}>
            <ol className="grid list-decimal gap-1 pl-5 text-sm">
              {spec.bindings.map((binding) => (
                <li key={JSON.stringify(binding)}>{inWords(binding)}</li>
              ))}
            </ol>
          </Fact>
        ) : null}
        {metric.grain ? <Fact name="One record behind it">{metric.grain}</Fact> : null}
        {metric.note ? <Fact name="What your data made of it">{metric.note}</Fact> : null}
        <Fact name="Which way is good">{DIRECTIONS[metric.goodDirection]}</Fact>
        {metric.scenarios.length > 0 ? <Fact name="Known">{metric.scenarios.map((each) => SCENARIOS[each]).join(', ')}</Fact> : null}
        {metric.synonyms.length > 0 ? <Fact name="Also called">{metric.synonyms.join(', ')}</Fact> : null}
        {metric.personas.length > 0 ? <Fact name="For">{metric.personas.join(', ')}</Fact> : null}
      </dl>
    </Panel>
  );
}
