import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { assembleKnowledge, read, type Knowledge } from '../../subgraphs/insights/answer/knowledge.ts';
import { bicycleSeller } from '../../subgraphs/insights/companies.testkit.ts';
import { loadMetricDefinitions } from '../../subgraphs/insights/metrics/load-metrics.ts';
import type { MetricDefinition } from '../../subgraphs/insights/metrics/metric-definition.ts';
import { testEntity, testModel, testProfile } from '../../subgraphs/insights/model.testkit.ts';
import { questionFiles, readQuestions } from './questions.ts';

const METRICS = 500;
const VALUES = 50_000;
const PLAIN_TABLES = 12;
/** Asked once before it is measured: programs are slow at what they do for the first time. */
const WARM_UP = 200;

const SYLLABLES = 'bar cel dor fen gal hur ila jor kem lun mar nov oti pel qua ros sil tan ulm ver wex yar zel'.split(' ');

/** A name that no other number has. */
function nameOf(number: number): string {
  const syllable = (place: number): string => SYLLABLES[Math.floor(number / SYLLABLES.length ** place) % SYLLABLES.length] ?? '';
  const word = (from: number): string => syllable(from) + syllable(from + 1) + syllable(from + 2);
  return `${word(0)} ${word(2)}`;
}

/** The product's metrics, and as many again under names of their own as make up the number. */
function manyMetrics(): MetricDefinition[] {
  const shipped = loadMetricDefinitions();
  const own = Array.from({ length: Math.max(0, METRICS - shipped.length) }, (_, index): MetricDefinition[] => {
    const like = shipped[index % shipped.length];
    if (like === undefined) return [];
    const kind = nameOf(index * 7 + 11);
    return [{ ...like, name: `${like.name}_${index}`, label: `${kind} ${like.label.toLowerCase()}`, synonyms: like.synonyms.map((each) => `${kind} ${each}`), related: [] }]; // prettier-ignore
  });
  return [...shipped, ...own.flat()];
}

/** A tenant with many metrics and many values: a seller's records, and a dozen plain tables that lead to one another. */
async function bigTenant(): Promise<Knowledge> {
  const plain = Array.from({ length: PLAIN_TABLES }, (_, index) => {
    const label = nameOf(index * 977 + 3).split(' ')[0] ?? '';
    const name = `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
    return { name, index };
  }).map(({ name, index }, _, all) =>
    testEntity({
      name,
      plural: `${name}s`,
      canonical: false,
      title: 'name',
      attributes: [
        ['name', 'Name', 'TEXT', 'NAME'],
        ['kind', 'Kind', 'TEXT', 'CATEGORY'],
        ['size', 'Size', 'DECIMAL', 'QUANTITY'],
        ['openedYear', 'Opened year', 'INTEGER', 'CATEGORY'],
      ],
      relations: index === 0 ? [] : [['part', 'Part', all[index - 1]?.name ?? name]],
      records: [{ name: nameOf(index), kind: 'plain', size: index, openedYear: 1990 + index }],
    }),
  );
  const company = [...bicycleSeller(), ...plain];
  const profile = testProfile(company);
  const named = plain.map(({ entity }) => profile.entities[entity.name]?.attributes['name']);
  const each = Math.ceil(VALUES / named.length);
  named.forEach((attribute, place) => {
    if (attribute === undefined) return;
    attribute.values = Array.from({ length: each }, (_, index) => nameOf(place * each + index));
    attribute.distinct = each;
  });
  return assembleKnowledge(testModel(company), manyMetrics(), profile);
}

/** Questions of all sets below a folder: as they are asked, of other data, so that much of them is strange. */
function questionsBelow(folder: string): string[] {
  const below = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory());
  const own = questionFiles(folder).length === 0 ? [] : readQuestions(folder, null).map(({ question }) => question);
  return [...own, ...below.flatMap(questionsBelow)];
}

/** How long a question takes to be read, and nothing but that, with many metrics and many values. */
export async function readingSpeed(folder: string): Promise<Readonly<Record<string, number>>> {
  const knowledge = await bigTenant();
  const questions = questionsBelow(folder);
  for (const question of questions.slice(0, WARM_UP)) read(knowledge, question, '2026-01-01');
  const times = questions.map((question) => {
    const started = performance.now();
    read(knowledge, question, '2026-01-01');
    return performance.now() - started;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100;
  return {
    questions: questions.length,
    metrics: knowledge.metrics.size,
    values: VALUES,
    p50_ms: at(0.5),
    p95_ms: at(0.95),
    p99_ms: at(0.99),
  };
}
