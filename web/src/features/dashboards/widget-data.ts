import { WidgetResultDocument } from '../../gql/graphql.ts';
import type { Persona, WidgetAnswerFieldsFragment, WidgetResultQuery } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import type { GraphState } from '../../graph/use-graph.ts';
import { downloadCsv } from '../../ui/csv.ts';

/** One widget's answer. Each is asked for on its own: a slow or failing one keeps nobody waiting. */
export function useWidgetResult(question: string, persona: Persona | null, pause: boolean): [GraphState<WidgetResultQuery>, () => void] {
  return useGraph(WidgetResultDocument, { question, persona }, { pause });
}

/** The answer in a result; null while there is none. */
export function answerOf(result: GraphState<WidgetResultQuery>): WidgetAnswerFieldsFragment | null {
  return result.state === 'ready' && result.data.ask.__typename === 'Answer' ? result.data.ask : null;
}

/** Hands the person the rows behind a widget; for a single number, its course where there is one. */
export function downloadRows(title: string, { columns, rows, series, label }: WidgetAnswerFieldsFragment): void {
  const single = rows.length <= 1 && series.length > 1;
  if (single)
    downloadCsv(
      title,
      ['Period', label],
      series.map((point) => [point.period, point.value]),
    );
  else
    downloadCsv(
      title,
      columns.map((column) => column.label),
      rows.map((row) => row ?? []),
    );
}
