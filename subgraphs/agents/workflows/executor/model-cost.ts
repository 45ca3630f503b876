import type { ModelTerms } from '../../models/models.ts';
import type { Cost } from '../../tools/tool.ts';
import type { ModelStep } from '../definition/definition.ts';

/** Tokens around what is asked: roles, marks, the form's own words. */
const AROUND = 256;

/**
 * What a step for a model comes to at most. No token is shorter than a byte, so what is read has no more tokens than bytes; what is written is bounded by
 * the step. @returns tokens, and millionths of a dollar where the price is known
 */
export function modelCostAtMost(
  { form, maxTokens }: Pick<ModelStep, 'form' | 'maxTokens'>,
  texts: readonly string[],
  { inputPrice, outputPrice }: ModelTerms,
): Cost {
  const read = [...texts, JSON.stringify(form)].reduce((sum, text) => sum + Buffer.byteLength(text), AROUND);
  return { tokens: read + maxTokens, micros: Math.ceil(read * (inputPrice ?? 0) + maxTokens * (outputPrice ?? 0)) };
}
