import { backStep } from '../../model/model-index.ts';
import type { Context } from '../context.ts';
import { words } from './sentence-words.ts';
import { speaksOf } from './words.ts';

/** Steps of a path; more is not what people mean. */
const MAX_STEPS = 3;
/** What a link the other way round costs beside a step. */
const BACK = 0.6;

/** A way from records to what they are told for, dearer the longer it is. */
export interface KeyPath {
  path: string[];
  cost: number;
}

const said = (spoken: readonly string[], ...names: string[]): number =>
  spoken.some((word) => names.flatMap(words).some((name) => speaksOf(word, name))) ? 0.35 : 0;

/** The nearest way from records of an entity to those of another; across one link the other way round where no relation leads there. */
export function keyPath(context: Context, from: string, to: string, spoken: readonly string[]): KeyPath | null {
  const found: KeyPath[] = [];
  const { model } = context;
  const ups = model.paths(from).filter(({ relations }) => relations.length < MAX_STEPS || relations.length === 0);
  for (const { relations, target } of model.paths(from))
    if (target === to && (relations.length > 0 || from === to))
      found.push({ path: relations, cost: relations.length - said(spoken, ...relations) });
  for (const up of ups)
    for (const child of model.model.entities)
      for (const relation of child.relations) {
        if (relation.target !== up.target || child.name === from) continue;
        const link = child.attributes.length === 0 ? -0.2 : 0;
        for (const rest of model.paths(child.name)) {
          const path = [...up.relations, backStep(child.name, relation.name), ...rest.relations];
          if (rest.target !== to || path.length > MAX_STEPS || rest.relations[0] === relation.name) continue;
          const bonus = said(spoken, child.name, child.label);
          found.push({ path, cost: path.length + BACK + link - bonus });
        }
      }
  return found.toSorted((a, b) => a.cost - b.cost)[0] ?? null;
}
