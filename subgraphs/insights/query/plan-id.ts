import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { personaSchema } from '../metrics/metric-definition.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';

const PREFIX = 'plan.';
const MAX_ID_CHARACTERS = 12_000;
/** Nothing that we made unpacks to more. */
const MAX_BYTES = 200_000;
const idSchema = z.tuple([z.unknown(), personaSchema.nullable()]);

/** The id of a plan’s answer: the plan itself, so that any reference to it can be run again. */
export function encodePlanId(plan: unknown, persona: PersonaName | null): string {
  return PREFIX + deflateRawSync(JSON.stringify([plan, persona])).toString('base64url');
}

/** Whether an answer’s id names a plan, not a question. */
export const isPlanId = (id: string): boolean => id.startsWith(PREFIX);

/** Plan, not validated, and persona behind an id; null for anything we did not make. */
export function decodePlanId(id: string): { candidate: unknown; persona: PersonaName | null } | null {
  if (!isPlanId(id) || id.length > MAX_ID_CHARACTERS) return null;
  try {
    const text = inflateRawSync(Buffer.from(id.slice(PREFIX.length), 'base64url'), { maxOutputLength: MAX_BYTES }).toString('utf8');
    const [candidate, persona] = idSchema.parse(JSON.parse(text));
    return { candidate, persona };
  } catch {
    return null;
  }
}
