import { appendFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { logIn } from '../../cli/server/connect.ts';
import type { GraphClient } from '../../cli/graph/client.ts';
import { newDataFolder, startProduct } from '../../tests/journeys/support/product.ts';
import { startThrowAwayServer } from '../../tests/testkit/postgres-cluster.ts';
import type { Bench, Given } from '../bench.ts';
import { measureFacts } from './many-facts.ts';
import { abilitiesOf, askGraph, type Abilities, type Reply } from './asked.ts';
import { newTenant, publish } from './pipeline.ts';
import { readQuestions, type Question } from './questions.ts';
import { readingSpeed } from './speed.ts';
import { judge, summary, type RunGold, type Scored } from './score.ts';
import { openSource, setsIn, type Source } from './source.ts';

/** Questions in plain English on a database nobody prepared: connected, mapped and asked as a customer would, scored by execution. */
export const ask: Bench = {
  summary:
    'questions on a plain database (--data): connected through the pipeline, asked, scored by execution against gold statements or answers',
  options: {
    data: { kind: 'TEXT', fallback: null, about: 'folder with a dump or CSVs and questions*.csv|json, or of such folders' },
    questions: { kind: 'TEXT', fallback: null, about: 'file of questions, where it does not lie with the data' },
    set: { kind: 'TEXT', fallback: null, about: 'only the set of this name' },
    misses: { kind: 'TEXT', fallback: null, about: 'file that every question not answered rightly is written to' },
    signals: { kind: 'TEXT', fallback: null, about: 'file that what was measured of each answered question is written to' },
    facts: { kind: 'NUMBER', fallback: 0, minimum: 0, about: 'instead: how long answers take over so many revenue records' },
    database: { kind: 'TEXT', fallback: null, about: 'with --facts: URL of a PostgreSQL server; else one is started' },
    speed: { kind: 'FLAG', about: 'only how long questions of the sets take to be read, with 500 metrics and 50 000 values; no server' },
    half: { kind: 'TEXT', fallback: null, about: 'open or held: one half of the questions, told apart by their text' },
  },
  async run(given) {
    if (given.number('facts') > 0) return measureFacts(given);
    const folder = given.text('data');
    if (folder === null) throw new Error('--data <folder> is needed: a folder with a dump or CSVs, and questions');
    if (given.flag('speed')) return readingSpeed(folder);
    const server = await startThrowAwayServer();
    if (server === null) throw new Error('PostgreSQL’s server programs are not installed');
    const { dataFolder, discard } = newDataFolder();
    Object.assign(process.env, { AUTONOMOS_DEMO: 'off', RATE_LIMITS: 'off' });
    const misses = given.text('misses');
    if (misses !== null) writeFileSync(misses, '');
    try {
      await using product = await startProduct(dataFolder, '--database', server.url);
      const owner = await logIn(product, dataFolder);
      const can = await abilitiesOf(owner);
      const all: Scored[] = [];
      for (const set of setsIn(folder)) {
        const name = basename(set);
        if (given.text('set') !== null && given.text('set') !== name) continue;
        const questions = halfOf(readQuestions(set, given.text('questions')), given.text('half'));
        if (questions.length === 0) continue;
        await using source = await openSource(set, server.url);
        const client = await newTenant(owner, name);
        await publish(client, source.at, name);
        const scored = await askAll({ client, can, name, source }, questions, given);
        tell(name, scored, given, misses);
        all.push(...scored);
      }
      const signals = given.text('signals');
      if (signals !== null) writeFileSync(signals, JSON.stringify(signalsOf(all), null, 1));
      return summary(all);
    } finally {
      discard();
      await server.stop();
    }
  },
};

/** What the model of confidence is fitted on: how each answered question was read, and whether its answer was right. */
const signalsOf = (scored: readonly Scored[]) =>
  scored.flatMap(({ set, question, verdict, confidence }) =>
    confidence === null
      ? []
      : [{ set, question, right: verdict === 'RIGHT' || verdict === 'MORE', score: confidence.score, signals: confidence.signals ?? [] }],
  );

/** The halves are told apart by the letters of a question, so that a set that grows keeps what was unseen unseen. */
function halfOf(questions: Question[], half: string | null): Question[] {
  if (half === null) return questions;
  const sum = (text: string): number => Array.from(text).reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  return questions.filter(({ question }) => (sum(question) % 2 === 0) === (half === 'open'));
}

async function askAll(
  { client, can, name, source }: { client: GraphClient; can: Abilities; name: string; source: Source },
  questions: readonly Question[],
  given: Given,
): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const each of questions) {
    const golds: RunGold[] = await source.run(each.golds, given.say);
    if (golds.length === 0) continue;
    let after: string | null = null;
    for (const earlier of each.after) {
      const reply = await askGraph(client, can, earlier, after, each.persona);
      after = 'id' in reply ? reply.id : after;
    }
    const started = performance.now();
    const reply: Reply = await askGraph(client, can, each.question, after, each.persona);
    const ms = performance.now() - started;
    const answered = 'rows' in reply ? reply : null;
    scored.push({
      set: name,
      question: each.question,
      class: each.class,
      verdict: judge(reply, golds),
      confidence: answered?.confidence ?? null,
      ms,
      told:
        answered === null ? `${reply.__typename} ${reply.text ?? ''}` : `${answered.text}\n    ${answered.sql.replaceAll(/\s+/gu, ' ')}`,
    });
  }
  return scored;
}

function tell(name: string, scored: readonly Scored[], { say }: Given, misses: string | null): void {
  say(`${name.padEnd(24)} ${JSON.stringify(summary(scored))}`);
  const classes = Map.groupBy(scored, (each) => each.class);
  if (classes.size > 1) for (const [kind, some] of classes) say(`  ${(kind ?? 'other').padEnd(22)} ${JSON.stringify(summary(some))}`);
  if (misses === null) return;
  const lines = scored
    .filter(({ verdict }) => verdict !== 'RIGHT')
    .map((each) => `${each.verdict} ${each.confidence?.tier ?? ''} ${each.set}: ${each.question}\n    ${each.told}`);
  appendFileSync(misses, `${lines.join('\n')}\n`);
}
