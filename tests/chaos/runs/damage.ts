import type { Mixed } from './mixed.ts';

/** A run that was started. */
export interface StartedRun {
  id: string;
  mixed: Mixed;
}

/** What is wrong with what runs came to, in words: `others` is what is neither lost nor doubled, such as an effect that nobody asked for. */
export interface Wrong {
  lost: string[];
  doubled: string[];
  others: string[];
}

/** @param counts how often each effect happened, by its key */
export function damageOf(runs: readonly StartedRun[], statusOf: ReadonlyMap<string, string>, counts: ReadonlyMap<string, number>): Wrong {
  const wrong: Wrong = { lost: [], doubled: [], others: [] };
  const foreseen = new Set<string>();
  for (const { id, mixed } of runs) {
    const { name } = mixed.definition;
    const status = statusOf.get(id) ?? 'gone';
    if (status !== mixed.ends) wrong.others.push(`${name} ${id} is ${status}`);
    for (const key of mixed.must(id)) {
      foreseen.add(key);
      if (status !== 'RUNNING' && status !== 'WAITING' && !counts.has(key)) wrong.lost.push(`${name}: ${key} never happened`);
    }
    for (const key of mixed.may(id)) foreseen.add(key);
  }
  for (const [key, count] of counts) {
    for (let more = 1; more < count; more += 1) wrong.doubled.push(`${key} happened ${count} times`);
    if (!foreseen.has(key)) wrong.others.push(`${key} happened, and nobody wanted it`);
  }
  return wrong;
}
