import { ArrowUp } from 'lucide-react';
import { useMay } from '../../app/use-may.ts';
import { SetSurvivorshipDocument, SurvivorshipDocument } from '../../gql/graphql.ts';
import type { SurvivorshipInput, SurvivorshipRule } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { RULES } from './rules.ts';

interface SurvivorshipProps {
  entityType: string;
  labels: ReadonlyMap<string, string>;
}

/** Which source is trusted most, and by which rule each attribute's value is chosen among those of the members. A change shows at once. */
export function Survivorship({ entityType, labels }: SurvivorshipProps) {
  const run = useRun();
  const may = useMay('records.correct');
  const [result, refresh] = useGraph(SurvivorshipDocument, { entityType });
  if (result.state === 'loading') return <Loading label="Loading how values are chosen" />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  const policy = result.data.survivorshipPolicy;
  if (!policy) return null;
  const save = async (input: Omit<SurvivorshipInput, 'entityType'>) => {
    const outcome = await run(SetSurvivorshipDocument, { input: { entityType, ...input } });
    refresh();
    const set = outcome.ok ? outcome.data.setSurvivorship : null;
    const problem = !outcome.ok ? outcome.problem : set?.__typename === 'InputRefused' ? problemOfRefusal(set.problems) : null;
    if (problem) notify('error', problem.message, problem.todo);
    else notify('success', 'Values are chosen anew', 'What people set stays as it is.');
  };
  const trust = policy.trust;
  const raise = (index: number) => {
    const ids = trust.map(({ id }) => id);
    const [moved] = ids.splice(index, 1);
    if (moved !== undefined) ids.splice(index - 1, 0, moved);
    void save({ trust: ids });
  };
  return (
    <Panel title="How values are chosen">
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <section className="grid content-start gap-2">
          <h3 className="text-sm font-medium">Trusted, the most first</h3>
          <ol className="grid gap-1" aria-label="Trust">
            {trust.map(({ id, name }, index) => (
              <li key={id} className="flex min-h-9 items-center justify-between gap-2 rounded-md border border-line px-3">
                <span>
                  {index + 1}. {name}
                </span>
                {may && index > 0 ? (
                  <IconButton label={`Trust ${name} more`} onClick={() => raise(index)}>
                    <ArrowUp aria-hidden size={15} />
                  </IconButton>
                ) : null}
              </li>
            ))}
          </ol>
        </section>
        <DataTable
          label="Rules"
          rows={policy.rules}
          rowKey={({ attribute }) => attribute}
          columns={[
            { name: 'Attribute', cell: ({ attribute }) => labels.get(attribute) ?? attribute },
            {
              name: 'Its value is',
              cell: ({ attribute, rule, byDefault }) =>
                may ? (
                  <select
                    aria-label={`How ${labels.get(attribute) ?? attribute} is chosen`}
                    className={`${CONTROL} !w-auto`}
                    value={byDefault ? '' : rule}
                    onChange={(event) =>
                      void save({
                        rules: [{ attribute, rule: event.target.value === '' ? null : (event.target.value as SurvivorshipRule) }],
                      })
                    }
                  >
                    <option value="">as usual{byDefault ? `: ${RULES[rule].word}` : ''}</option>
                    {(Object.keys(RULES) as SurvivorshipRule[]).map((each) => (
                      <option key={each} value={each}>
                        {RULES[each].word}
                      </option>
                    ))}
                  </select>
                ) : (
                  RULES[rule].word
                ),
            },
            { name: 'Which means', cell: ({ rule }) => <span className="text-sm text-muted">{RULES[rule].hint}</span> },
          ]}
        />
      </div>
    </Panel>
  );
}
