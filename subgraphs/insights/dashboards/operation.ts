import type { PersonaName } from '../metrics/metric-definition.ts';
import type { StoredView } from './stored-view.ts';
import type { WidgetOperation } from './widget.type.ts';

const QUERY = `query WidgetAnswer($question: String!, $persona: Persona) {
  ask(question: $question, persona: $persona) {
    __typename
    ... on Answer {
      id
      text
      label
      value
      unit
      formattedValue
      delta { absolute relative versus previousValue }
      trend { direction change }
      columns { name label unit type }
      rows
      truncated
      series { period start value }
      confidence { score tier reasons { text effect } }
      plan { json }
      sql
      lineage { entity columns connection { id } object { id } }
    }
    ... on Clarification {
      text
      choices { label question }
    }
    ... on Declined {
      reason
      text
      notUnderstood
      missing
      wouldHelp
      suggestions
    }
  }
}`;

/** The operation of a widget that shows a part of its result. */
export function operationOfView({ document, variables, operationName }: StoredView): WidgetOperation {
  return { query: document, variables: JSON.parse(variables) as Record<string, unknown>, operationName: operationName ?? '' };
}

/** The operation that gives a widget its numbers; anybody can run it as it is. */
export function operationOf(question: string, persona: PersonaName | null): WidgetOperation {
  return { query: QUERY, variables: { question, persona }, operationName: 'WidgetAnswer' };
}
