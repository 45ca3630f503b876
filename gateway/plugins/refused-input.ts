import { ResponseData } from '../engine/response/response-data.ts';

const HINT = '"problems":[{';
/** Longer replies are no refusals. */
const MAX_CHARACTERS = 20_000;

/** The code of the first problem in what a mutation answered, where its caller asked for it; null: nothing was refused. */
export function refusedInput(data: unknown): string | null {
  const text = data instanceof ResponseData ? data.text : null;
  if (text === null || text.length > MAX_CHARACTERS || !text.includes(HINT)) return null;
  const values: unknown[] = Object.values((JSON.parse(text) as Record<string, unknown> | null) ?? {});
  for (const value of values) {
    const problems = typeof value === 'object' && value !== null && 'problems' in value ? value.problems : null;
    const first: unknown = Array.isArray(problems) ? problems[0] : null;
    if (typeof first === 'object' && first !== null) return 'code' in first && typeof first.code === 'string' ? first.code : 'REFUSED';
  }
  return null;
}
