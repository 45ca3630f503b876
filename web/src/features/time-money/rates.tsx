import { Coins, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { ExchangeRatesDocument, RemoveExchangeRateDocument, SetExchangeRatesDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { TextArea } from '../../ui/field.tsx';
import { formatDay, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Empty, ProblemNote } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { readRates } from './read-rates.ts';

const PAGE = 50;

/** The rates amounts are converted by, each of its day; pasted by those who may set them. */
export function Rates() {
  const run = useRun();
  const may = useMay('exchange-rates.set');
  const [first, setFirst] = useState(PAGE);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [result, refresh] = useGraph(ExchangeRatesDocument, { first });
  const { rates, wrong } = readRates(text);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await run(SetExchangeRatesDocument, { rates });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const set = outcome.data.setExchangeRates;
    if (set.__typename === 'InputRefused') return setProblem(problemOfRefusal(set.problems));
    setText('');
    refresh();
    return notify('success', `${plural(rates.length, 'rate')} kept`, 'Amounts that depend on them are converted anew.');
  };
  const remove = async (rate: { base: string; quote: string; day: string }) => {
    const outcome = await run(RemoveExchangeRateDocument, rate);
    refresh();
    if (!outcome.ok) notify('error', outcome.problem.message, outcome.problem.todo);
  };
  const hint =
    wrong.length > 0
      ? `Not a rate: line ${wrong.slice(0, 5).join(', ')}`
      : 'One a line: 2026-03-31, EUR, USD, 1.0815, ECB – one EUR is 1.0815 USD, said by the ECB';
  return (
    <Panel title="Exchange rates">
      <div className="grid gap-5">
        {may ? (
          <div className="grid gap-3">
            <TextArea
              label="Add rates"
              hint={hint}
              spellCheck={false}
              className="font-mono"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            {problem ? <ProblemNote problem={problem} /> : null}
            <Button
              busy={busy}
              disabled={rates.length === 0 || wrong.length > 0}
              className="justify-self-start"
              onClick={() => void save()}
              data-set-rates
            >
              {rates.length > 0 ? `Keep ${plural(rates.length, 'rate')}` : 'Keep them'}
            </Button>
          </div>
        ) : null}
        <Listed
          what="the rates"
          result={result}
          refresh={refresh}
          pick={({ exchangeRates }) => exchangeRates}
          onMore={() => setFirst((count) => count + PAGE)}
          empty={
            <Empty icon={Coins} title="There are no rates">
              Amounts of several currencies are never added up without a rate of their day.
            </Empty>
          }
        >
          {(nodes) => (
            <DataTable
              label="Exchange rates"
              rows={nodes}
              rowKey={({ base, quote, day }) => `${base} ${quote} ${day}`}
              columns={[
                { name: 'Day', cell: ({ day }) => formatDay(day) },
                { name: 'One', cell: ({ base }) => base },
                { name: 'is', numeric: true, cell: ({ rate, quote }) => `${rate} ${quote}` },
                { name: 'Said by', cell: ({ source }) => source ?? '–' },
                ...(may
                  ? [
                      {
                        name: 'Change',
                        cell: ({ base, quote, day }: (typeof nodes)[number]) => (
                          <IconButton
                            label={`Remove ${base} to ${quote} of ${day}`}
                            className="size-7"
                            onClick={() => void remove({ base, quote, day })}
                          >
                            <Trash2 aria-hidden size={14} />
                          </IconButton>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </Listed>
      </div>
    </Panel>
  );
}
