import { FlaskConical } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { MetricChoicesDocument, MetricDetailDocument, WhatIfDocument } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/field.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { MOST_CHANGES, readWhatIf, writeWhatIf } from './what-if-address.ts';
import type { SupposedChange, WhatIfAddress } from './what-if-address.ts';
import { WhatIfChange } from './what-if-change.tsx';
import { WhatIfOutcome } from './what-if-outcome.tsx';

const MOST_METRICS = 200;
const USUAL_PERCENT = 10;
/** A slider on its way asks nothing. */
const PAUSE_MS = 200;
const MOST_DRIVERS = 8;

/** The supposition once it has rested for a moment. */
function useSettled(address: WhatIfAddress): string {
  const text = JSON.stringify(address);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What would follow if drivers changed: each as a slider, and beside them every metric as it is and as it would be. It all stands in the address. */
export default function WhatIfPage() {
  const [search, setSearch] = useSearchParams();
  const address = readWhatIf(search);
  const { changes, metric } = address;
  const asked = JSON.parse(useSettled(address)) as WhatIfAddress;
  const [choices] = useGraph(MetricChoicesDocument, { first: MOST_METRICS });
  const [detail] = useGraph(MetricDetailDocument, { name: metric ?? '' }, { pause: metric === null });
  const input = {
    metric: asked.metric,
    changes: asked.changes.map(({ metric: name, kind, amount }) => ({
      metric: name,
      ...(kind === 'percent' ? { byPercent: amount } : { to: amount }),
    })),
  };
  const [result, refresh] = useGraph(WhatIfDocument, { input }, { pause: asked.changes.length === 0 });
  const data = result.state === 'ready' ? result.data : result.state === 'loading' ? result.previous : null;
  // While a slider is on its way the outcome before stays in sight; that of other metrics never does.
  const told = data?.whatIf.__typename === 'WhatIf' ? data.whatIf : null;
  const names = (list: readonly string[]) => list.toSorted().join(' ');
  const same = told !== null && names(told.drivers.map((each) => each.metric.name)) === names(changes.map((each) => each.metric)) && asked.metric === metric; // prettier-ignore
  const outcome = changes.length > 0 && same ? told : null;
  const settled = JSON.stringify(asked) === JSON.stringify(address);
  const refusal = settled && changes.length > 0 && result.state === 'ready' && result.data.whatIf.__typename === 'InputRefused' ? result.data.whatIf : null; // prettier-ignore
  const metrics = choices.state === 'ready' ? choices.data.metrics.nodes : [];
  const of = (name: string) => metrics.find((each) => each.name === name);
  const to = (next: WhatIfAddress) => setSearch(writeWhatIf(next), { replace: true, preventScrollReset: true });
  const add = (name: string) => to({ ...address, changes: [...changes, { metric: name, kind: 'percent', amount: USUAL_PERCENT }] });
  const set = (index: number, next: SupposedChange) => to({ ...address, changes: changes.map((each, at) => (at === index ? next : each)) });
  const free = metrics.filter(({ name }) => name !== metric && !changes.some((each) => each.metric === name));
  const related = detail.state === 'ready' ? (detail.data.metric?.related ?? []) : [];
  const drivers = related
    .filter(({ relation, name }) => (relation === 'COMPONENT' || relation === 'DRIVER') && free.some((each) => each.name === name))
    .slice(0, MOST_DRIVERS);
  const options = (list: readonly { name: string; label: string }[]) => list.map(({ name, label }) => ({ value: name, label }));

  return (
    <>
      <BackLink to="/business-metrics">Metrics</BackLink>
      <Page
        title="What if?"
        intro="Suppose that drivers change, and see it carried through the definitions of your metrics. Nothing is saved."
      >
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(320px,400px)_minmax(0,1fr)]">
          <Panel title="Suppose">
            <div className="grid gap-4">
              <Choice
                label="And look at"
                value={metric ?? ''}
                options={[{ value: '', label: 'whatever follows' }, ...options(metrics)]}
                onChange={(event) =>
                  to({ changes: changes.filter((each) => each.metric !== event.target.value), metric: event.target.value || null })
                }
              />
              {changes.length > 0 ? (
                <ul className="grid gap-3" aria-label="What changes">
                  {changes.map((change, index) => {
                    const driver = outcome?.drivers.find((each) => each.metric.name === change.metric);
                    return (
                      <WhatIfChange
                        key={change.metric}
                        change={change}
                        label={of(change.metric)?.label ?? change.metric}
                        unit={of(change.metric)?.unit ?? 'NUMBER'}
                        original={driver?.original ?? null}
                        written={driver?.formattedOriginal ?? null}
                        onChange={(next) => set(index, next)}
                        onRemove={() => to({ ...address, changes: changes.filter((_each, at) => at !== index) })}
                      />
                    );
                  })}
                </ul>
              ) : null}
              {drivers.length > 0 && changes.length < MOST_CHANGES ? (
                <div className="flex flex-wrap gap-1.5" role="group" aria-label="What is known to move it">
                  {drivers.map(({ name, label }) => (
                    <Button key={name} className="min-h-8 rounded-full text-sm" data-driver={name} onClick={() => add(name)}>
                      {label}
                    </Button>
                  ))}
                </div>
              ) : null}
              {changes.length < MOST_CHANGES ? (
                <Choice
                  label={changes.length === 0 ? 'What changes' : 'What else changes'}
                  value=""
                  options={[{ value: '', label: 'Choose a metric' }, ...options(free)]}
                  onChange={(event) => (event.target.value ? add(event.target.value) : undefined)}
                />
              ) : null}
            </div>
          </Panel>
          <div className="grid gap-4" aria-busy={result.state === 'loading'}>
            {choices.state === 'failed' ? <ProblemNote problem={choices.problem} /> : null}
            {changes.length === 0 ? (
              <Empty icon={FlaskConical} title="Nothing is supposed yet">
                Choose what changes: by how many percent, or to which value. What follows from it is told here, beside how things are.
              </Empty>
            ) : null}
            {changes.length > 0 && result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
            {refusal ? <ProblemNote problem={problemOfRefusal(refusal.problems)} /> : null}
            {changes.length > 0 && !outcome && !refusal && result.state !== 'failed' ? <Loading label="Working out what follows" /> : null}
            {outcome ? (
              <Panel label="What follows" className="grid gap-4">
                <p className="text-md" data-what-if-text aria-live="polite">
                  {outcome.text}
                </p>
                <WhatIfOutcome caption={outcome.text} rows={[...outcome.affected, ...outcome.drivers]} />
                {outcome.assumptions.length > 0 ? (
                  <section className="grid gap-1.5 border-t border-line pt-4 text-sm text-muted">
                    <h2 className="font-medium">What was taken to stay as it is</h2>
                    <ul className="grid list-disc gap-1 pl-4">
                      {outcome.assumptions.map((each) => (
                        <li key={each}>{each}</li>
                      ))}
                    </ul>
                  </section>
                ) : null}
              </Panel>
            ) : null}
          </div>
        </div>
      </Page>
    </>
  );
}
