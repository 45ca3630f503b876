import { read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { inSentence } from './question-for.ts';
import { sampleQuestions } from './sample-questions.ts';

export interface SuggestionFacts {
  text: string;
  completion: string;
  kind: 'QUESTION' | 'METRIC' | 'DIMENSION' | 'ENTITY' | 'VALUE' | 'TIME';
}

const MAX_TRIED = 40;
const MAX_VALUES_SCANNED = 20_000;
const TIMES = ['this year', 'last quarter', 'last month', 'by month', 'by quarter', 'by year'];

function named(knowledge: Knowledge): SuggestionFacts[] {
  const metrics = [...knowledge.metrics.values()]
    .filter((metric) => metric.computation !== null)
    .map(({ definition }) => ({ text: inSentence(definition.label), completion: '', kind: 'METRIC' as const }));
  const entities = knowledge.model.model.entities.map((entity) => ({
    text: inSentence(entity.pluralLabel),
    completion: '',
    kind: 'ENTITY' as const,
  }));
  const attributes = knowledge.model.model.entities.flatMap((entity) =>
    [...entity.attributes, ...entity.relations].map((each) => ({
      text: inSentence(each.label),
      completion: '',
      kind: 'DIMENSION' as const,
    })),
  );
  return [...metrics, ...entities, ...attributes, ...TIMES.map((text) => ({ text, completion: '', kind: 'TIME' as const }))];
}

function values(knowledge: Knowledge, stub: string): SuggestionFacts[] {
  const found: SuggestionFacts[] = [];
  let scanned = 0;
  for (const entity of Object.values(knowledge.profile.entities)) {
    for (const attribute of Object.values(entity.attributes)) {
      for (const value of attribute.values ?? []) {
        scanned += 1;
        if (value.toLowerCase().startsWith(stub)) found.push({ text: value, completion: '', kind: 'VALUE' });
        if (found.length >= 10 || scanned > MAX_VALUES_SCANNED) return found;
      }
    }
  }
  return found;
}

/** Where the words being typed begin: the last one, two or three words. */
function stubs(text: string): { head: string; stub: string }[] {
  const starts = [...text.matchAll(/(?:^|\s)(?=\S)/g)].map((match) => match.index + match[0].length);
  return starts
    .slice(-3)
    .map((start) => ({ head: text.slice(0, start), stub: text.slice(start).toLowerCase() }))
    .filter(({ stub }) => stub.length >= 2);
}

/** Completions of a question being typed; each completed question was read and understood. */
export function suggest(knowledge: Knowledge, text: string, first: number, today: string): SuggestionFacts[] {
  const typed = text.trimStart().slice(0, 300);
  const lower = typed.toLowerCase().trim();
  const samples = sampleQuestions(knowledge, null, 24, today);
  const questions = samples.filter(
    (question) => lower === '' || question.toLowerCase().startsWith(lower) || (lower.length >= 3 && question.toLowerCase().includes(lower)),
  );
  const found: SuggestionFacts[] = questions.map((question) => ({ text: question, completion: question, kind: 'QUESTION' }));
  if (lower !== '') {
    const names = named(knowledge);
    for (const { head, stub } of stubs(typed)) {
      const fitting = [
        ...names.filter((each) => each.text.toLowerCase().startsWith(stub)),
        ...(stub.length >= 2 ? values(knowledge, stub) : []),
      ];
      found.push(...fitting.map((each) => ({ ...each, completion: `${head}${each.text}` })));
    }
  }
  const good: SuggestionFacts[] = [];
  const seen = new Set<string>([lower]);
  let tried = 0;
  for (const each of found) {
    if (good.length >= first || tried >= MAX_TRIED) break;
    if (seen.has(each.completion.toLowerCase())) continue;
    seen.add(each.completion.toLowerCase());
    tried += 1;
    if (each.kind === 'QUESTION' || read(knowledge, each.completion, today).kind === 'understood') good.push(each);
  }
  return good;
}
