import type { CanonicalRelation } from '../canonical/ontology-file.ts';
import { labelFrom } from './labels.ts';
import { isStepOfScale } from './levels.ts';
import { phrase, phraseOf, phraseSimilarity } from './name-similarity.ts';
import { type ProposedField, Transform } from './proposal.ts';
import { ReasonKind, reasonOf } from './reasons.ts';
import { type TablePlan, freeAttribute, namesOf, synonymsOf } from './table-plan.ts';
import { camelCase, expand, normalWords, words } from './words.ts';

const LINK_SUFFIXES = new Set(['id', 'key', 'code', 'number', 'fk', 'ref', 'uuid', 'name', 'no', 'nr', 'num', 'cd']);
const RELATION_THRESHOLD = 0.6;

/** Links by column; a person's choice of an attribute for the column wins over a link. */
export function relationsOf(
  plan: TablePlan,
  plans: readonly TablePlan[],
  decided: ReadonlyMap<string, string>,
  used: Set<string>,
): Map<string, ProposedField> {
  const result = new Map<string, ProposedField>();
  const entity = plan.score?.prepared.entity;
  const candidates = [...plan.references.values()].map((reference) => {
    const target = plans.find((other) => other.context.object.objectId === reference.target.objectId);
    const best = bestRelation(reference.column, entity?.relations ?? []);
    return { reference, target, best };
  });
  for (const { reference, target, best } of candidates.toSorted((a, b) => (b.best?.similarity ?? 0) - (a.best?.similarity ?? 0))) {
    const column = plan.context.object.columns.find((candidate) => candidate.name === reference.column);
    if (target === undefined || column === undefined) continue;
    const decision = decided.get(column.name);
    if (decision !== undefined && entity?.attributes.some((attribute) => attribute.name === decision)) continue;
    const canonical = canonicalRelation(best, target.name, decision, entity?.relations ?? [], used);
    const own = linkWords(column.name);
    const label = canonical?.label ?? labelFrom(own, column.name);
    const name = canonical?.name ?? freeAttribute(decision ?? camelCase(expand(own)), used, namesOf(plan), 'Link');
    used.add(name);
    const number = isStepOfScale(column, reference.target) ? freeAttribute(`${name}Value`, used, namesOf(plan), 'Own') : null;
    if (number !== null) used.add(number);
    const similarity = canonical === null ? 0.9 : Math.max(0.85, best?.similarity ?? 0);
    result.set(column.name, {
      column: column.name,
      attribute: name,
      label,
      canonical: canonical !== null,
      type: column.type,
      semantic: 'IDENTIFIER',
      transform: Transform.NONE,
      synonyms: synonymsOf(label, [
        ...(canonical?.synonyms ?? best?.relation.synonyms ?? []),
        expand(own).join(' '),
        own.join(' '),
        words(column.name).join(' '),
      ]),
      description: canonical?.description ?? column.description,
      currency: null,
      relation: {
        target: target.name,
        targetObjectId: reference.target.objectId,
        targetColumn: reference.targetColumn,
        number: number === null ? null : { attribute: number, semantic: 'RATE' },
      },
      confidence: decision === undefined ? Math.min(0.98, similarity * (0.75 + 0.25 * reference.coverage)) : 1,
      evidence: [...(decision === undefined ? [] : ['chosen by a person']), ...reference.evidence],
      reasons: [
        ...(decision === undefined ? [] : [reasonOf(ReasonKind.PERSON, 1, 'chosen by a person')]),
        ...reference.evidence.map((text) => reasonOf(ReasonKind.KEY, reference.coverage, text)),
      ],
      alternatives: [],
    });
  }
  return result;
}

function canonicalRelation(
  best: { relation: CanonicalRelation; similarity: number } | null,
  target: string,
  decision: string | undefined,
  relations: readonly CanonicalRelation[],
  used: ReadonlySet<string>,
): CanonicalRelation | null {
  const wanted = decision === undefined ? best?.relation : relations.find((relation) => relation.name === decision);
  return wanted !== undefined && wanted.target === target && !used.has(wanted.name) ? wanted : null;
}

function bestRelation(column: string, relations: readonly CanonicalRelation[]): { relation: CanonicalRelation; similarity: number } | null {
  const name = phraseOf(normalWords(linkWords(column).join(' ')));
  let best: { relation: CanonicalRelation; similarity: number } | null = null;
  for (const relation of relations)
    for (const text of [relation.name, relation.label, relation.target, ...relation.synonyms]) {
      const similarity = phraseSimilarity(name, phrase(text));
      if (similarity >= RELATION_THRESHOLD && similarity > (best?.similarity ?? 0)) best = { relation, similarity };
    }
  return best;
}

/** `pizza_type_id` → pizza type; `customerId` → customer; `id` stays. */
function linkWords(column: string): string[] {
  const tokens = words(column.replace(/([a-z])(Id|ID)$/, '$1 id'));
  const bare = tokens.length > 1 && LINK_SUFFIXES.has(tokens.at(-1) ?? '') ? tokens.slice(0, -1) : tokens;
  return bare;
}
