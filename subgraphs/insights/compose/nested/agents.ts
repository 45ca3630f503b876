import type { Context } from '../context.ts';
import { EMPTY_PHRASE, type NounPhrase } from './noun-phrases.ts';
import type { Piece } from './pieces.ts';
import { words } from './sentence-words.ts';
import { isLinkingVerb } from './verbs.ts';
import { speaksOf } from './words.ts';

/** `who directed the film`: whom a link of that name leads to comes first; null where nobody does. */
export function withDoers(context: Context, phrases: readonly NounPhrase[]): NounPhrase[] | null {
  const [first, ...rest] = phrases;
  const verb = first?.said[0] === 'who' ? first.said.find((word, index) => index > 0 && (isLinkingVerb(word) || /[a-z]{2}ed$/u.test(word))) : undefined; // prettier-ignore
  if (first === undefined || verb === undefined || /^(?:have|has|had|do|did|be)$/u.test(verb)) return [...phrases];
  const entities = context.model.model.entities
    .filter(({ label }) => words(label).some((word) => speaksOf(verb, word)))
    .flatMap(({ relations }) =>
      relations.filter(({ target }) => PEOPLE.test(target)).map(({ target }) => ({ entity: target, exact: true })),
    );
  const [noun] = [...first.nouns, ...first.values];
  if (entities.length === 0 || noun === undefined) return null;
  const doer = { ...noun, text: 'who', stem: 'who', entities, attributes: [], relations: [], values: [] };
  return [{ ...EMPTY_PHRASE, said: ['who'], nouns: [doer] }, { ...first, said: first.said.slice(1) }, ...rest];
}

/** Records that do something: of the two that a link joins, these. */
const PEOPLE = /^(?:person|people|user|employee|member|staff|artist|artiste|individual|human|contact|player|customer|worker)s?$/iu;

/** `actor` where a table of links is called `acts`, `director` where it is `directs`: who is linked so. */
export function withAgents(context: Context, pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => {
    if (piece.entities.length + piece.attributes.length + piece.relations.length + piece.values.length > 0) return piece;
    if (!/(?:er|or)s?$/u.test(piece.text)) return piece;
    const entities = context.model.model.entities
      .filter((link) => link.relations.length >= 2 && words(link.label).some((word) => speaksOf(piece.text, word)))
      .flatMap((link) => link.relations.filter(({ target }) => PEOPLE.test(target)).map(({ name, target }) => ({ entity: target, exact: true, link: { entity: link.name, relation: name } }))); // prettier-ignore
    return entities.length === 0 ? piece : { ...piece, entities };
  });
}
