import { z } from 'zod';
import { insightsErrors } from '../insights.errors.ts';
import { personaSchema } from '../metrics/metric-definition.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';

const MAX_ID_CHARACTERS = 6_000;
const idSchema = z.tuple([z.string().min(1), personaSchema.nullable()]);

/** The id of an answer: its question and persona, so that any reference to it can be asked again. */
export function encodeAnswerId(question: string, persona: PersonaName | null): string {
  return Buffer.from(JSON.stringify([question, persona])).toString('base64url');
}

/** Question and persona behind an id. @throws ANSWER_ID_INVALID for anything we did not make. */
export function decodeAnswerId(id: string): { question: string; persona: PersonaName | null } {
  if (id.length > MAX_ID_CHARACTERS) throw insightsErrors.ANSWER_ID_INVALID({});
  try {
    const [question, persona] = idSchema.parse(JSON.parse(Buffer.from(id, 'base64url').toString('utf8')));
    return { question, persona };
  } catch (cause) {
    throw insightsErrors.ANSWER_ID_INVALID({}, { cause });
  }
}
