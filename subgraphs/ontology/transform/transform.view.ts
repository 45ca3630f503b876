import { sentenceOf } from './sentence.ts';
import type { AlsoFed, SuggestedTransform as Suggested, SuggestedUnpivot as SuggestedSheet } from './shaped.ts';
import type { TransformStep as Step } from './steps.ts';
import { DerivedField, TransformCase, TransformInForce, TransformStep, TransformSuggestion, UnpivotSuggestion } from './transform.type.ts';

const NO_SETTINGS = {
  cases: null,
  otherwise: null,
  fallback: null,
  from: null,
  fromColumn: null,
  to: null,
  onColumn: null,
  separator: null,
  part: null,
  rest: null,
  columns: null,
  decimal: null,
  dates: null,
  blanks: null,
};

function stepShown(step: Step): TransformStep {
  const cases =
    step.kind === 'WORDS'
      ? { cases: step.cases.map(({ value, words }) => ({ from: words, to: value })), otherwise: null, fallback: step.otherwise }
      : {};
  const shown = Object.assign(new TransformStep(), { ...NO_SETTINGS, ...step, ...cases });
  shown.cases = shown.cases?.map((each) => Object.assign(new TransformCase(), each)) ?? null;
  return shown;
}

/** The graph's view of steps; settings and sentences quote values of the source: those under any rule see the kinds only. */
export function transformsShown(steps: readonly Step[], restricted: boolean): TransformInForce[] {
  return steps.map((step) =>
    Object.assign(new TransformInForce(), {
      step: restricted ? Object.assign(new TransformStep(), { ...NO_SETTINGS, kind: step.kind }) : stepShown(step),
      sentence: restricted ? '' : sentenceOf(step),
    }),
  );
}

/** The graph's view of what could be done to a column’s values: made of them, so nothing for those under any rule. */
export const suggestionsShown = (suggested: readonly Suggested[], restricted: boolean): TransformSuggestion[] =>
  restricted
    ? []
    : suggested.map(({ transform, type, confidence, evidence }) =>
        Object.assign(new TransformSuggestion(), {
          transforms: transformsShown(transform, false),
          type,
          confidence,
          evidence: [...evidence],
        }),
      );

/** The graph's view of what else a column feeds. */
export const derivedShown = (
  also: readonly Pick<AlsoFed, 'attribute' | 'label' | 'type' | 'transform'>[],
  restricted: boolean,
): DerivedField[] =>
  also.map(({ attribute, label, type, transform }) =>
    Object.assign(new DerivedField(), { attribute, label, type, transforms: transformsShown(transform, restricted) }),
  );

/** The graph's view of how a sheet could be unpivoted; null where it is none. */
export function unpivotShown(suggested: SuggestedSheet | null | undefined): UnpivotSuggestion | null {
  if (suggested == null) return null;
  const { confidence, evidence, plan } = suggested;
  const { periodColumn, metricColumn, scenarioColumn, dimensions } = plan;
  const cells = plan.cells.map(({ column }) => column);
  return Object.assign(new UnpivotSuggestion(), {
    confidence,
    evidence: [...evidence],
    periodColumn,
    metricColumn,
    scenarioColumn,
    dimensions: [...dimensions],
    cells,
  });
}
