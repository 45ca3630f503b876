import { analysisAsked, type AnalysisAsk } from '../compose/analysis-asked.ts';
import type { ReadToken, Reading } from '../compose/interpret.ts';
import { read } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';

const MEANING: Record<AnalysisAsk['kind'], string> = {
  WHY: 'why it moved',
  FORECAST: 'where it goes',
  ANOMALIES: 'what is unusual',
  WHAT_IF: 'what would follow',
};

/** A question as it is read, and what it asks for beside the number. */
export interface AskedReading {
  reading: Reading;
  analysis: AnalysisAsk | null;
}

/**
 * Reads a question that may ask for more than a number: what asks for the reason, the future, the unusual or what would follow is taken out,
 * and the rest is read as any question. What cannot be read so is read as it stands.
 */
export function readAsked(knowledge: Knowledge, question: string, today: string): AskedReading {
  const asked = analysisAsked(question);
  const plain = (): AskedReading => ({ reading: read(knowledge, question, today), analysis: null });
  if (asked === null) return plain();
  const reading = read(knowledge, asked.question, today);
  if (reading.kind === 'refused') {
    const whole = plain();
    return whole.reading.kind === 'understood' ? whole : { reading, analysis: null };
  }
  // Only numbers move; what asks why a list is so is a list.
  if (reading.interpretation.plan.shape === 'list') return plain();
  const said = asked.said.map(({ start, end }): ReadToken => {
    const text = question.slice(start, end);
    const from = start + text.length - text.trimStart().length;
    return { text: text.trim(), start: from, end: from + text.trim().length, kind: 'AGGREGATE', meaning: MEANING[asked.analysis.kind] };
  });
  const tokens = [...said.filter(({ text }) => text !== ''), ...reading.tokens].toSorted((a, b) => a.start - b.start);
  return { reading: { ...reading, tokens }, analysis: asked.analysis };
}
