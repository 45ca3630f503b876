import { identifies, NOTHING_IDENTIFIES } from './compare/identifying.ts';
import { comparersOf, type Comparer } from './compare/comparer.ts';
import { frequenciesOf } from './learn/frequencies.ts';
import { SILENT } from './learn/em.ts';
import { weightOf } from './learn/compared.ts';
import { prepare, type PreparedRecord } from './prepare.ts';
import { levelOf, sentenceOf } from './sentences.ts';
import type { ComparisonModel, Decision, ResolvableRecord, ResolutionModel, Score } from './types.ts';

// Bits against from which one field contradicts, however much the others agree.
const CONTRADICTION = -2.5;

const compiled = new WeakMap<ResolutionModel, readonly { comparer: Comparer; model: ComparisonModel }[]>();

/** Scores two records: the evidence of each field, in bits, and what it says. The same whichever comes first. */
export function score(model: ResolutionModel, a: ResolvableRecord, b: ResolvableRecord): Score {
  return scorePrepared(model, prepare(a, model.fields), prepare(b, model.fields));
}

/** As `score`, of records prepared before. */
export function scorePrepared(model: ResolutionModel, a: PreparedRecord, b: PreparedRecord): Score {
  const comparisons = compile(model).map(({ comparer, model: comparison }) => {
    const likeness = comparer.compare(a, b);
    const degree = likeness === null ? SILENT : Math.round(likeness.likeness * 100);
    const weight = weightOf(comparison, degree, likeness?.bits ?? 0);
    const level = levelOf(degree);
    const at = model.fields.findIndex(({ name }) => name === comparer.field);
    return { field: comparer.field, level, weight, sentence: sentenceOf(comparer, level, a.values[at] ?? null, b.values[at] ?? null) };
  });
  return { ...weigh(model, a, b), comparisons };
}

/** The weight alone, and the strongest evidence against: for the millions of pairs that nobody looks at. */
export function weigh(
  model: ResolutionModel,
  a: PreparedRecord,
  b: PreparedRecord,
): { weight: number; probability: number; against: number } {
  let weight = Math.log2(model.prior / (1 - model.prior));
  let against = 0;
  let identified = false;
  for (const { comparer, model: comparison } of compile(model)) {
    const likeness = comparer.compare(a, b);
    if (likeness === null) continue;
    const degree = Math.round(likeness.likeness * 100);
    const own = weightOf(comparison, degree, likeness.bits);
    weight += own;
    against = Math.min(against, own);
    identified ||= identifies(comparer, degree);
  }
  // What merely has something in common is no more likely one than not, however much of it there is.
  const told = identified ? weight : Math.min(weight, 0);
  return { weight, probability: 1 / (1 + 2 ** -told), against: identified ? against : Math.min(against, NOTHING_IDENTIFIES) };
}

/**
 * Whether two records are one, by the model's thresholds: merged without asking, shown to a person, or neither. Nothing is merged without
 * asking over a field that clearly says otherwise, nor where nothing names or identifies the two.
 */
export function decide(model: ResolutionModel, scored: { readonly weight: number; readonly against?: number }): Decision {
  if (scored.weight >= model.thresholds.match && (scored.against ?? 0) > CONTRADICTION) return 'MATCH';
  return scored.weight >= model.thresholds.possible ? 'POSSIBLE' : 'NON_MATCH';
}

function compile(model: ResolutionModel): readonly { comparer: Comparer; model: ComparisonModel }[] {
  const known = compiled.get(model);
  if (known !== undefined) return known;
  const related = model.comparisons.some(({ aspect }) => aspect === 'RELATED');
  const made = comparersOf(model.fields, frequenciesOf(model.frequencies), related).flatMap((comparer, index) => {
    const comparison = model.comparisons[index];
    return comparison === undefined ? [] : [{ comparer, model: comparison }];
  });
  compiled.set(model, made);
  return made;
}
