import type { AnswerFacts } from '../answer/answer-types.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { defaultFunction } from '../compose/measure-choices.ts';
import type { RelationKind } from '../metrics/metric-definition.ts';
import { isNumeric } from '../model/model-index.ts';
import { inSentence } from '../suggest/question-for.ts';
import { type Neighbour, ORBIT } from './neighbour.ts';

const MAX_NUMBERS = 5;
const MAX_LINKED = 3;

/** Numbers that need no metric: how many records there are, their other quantities, and how many there are of what is tied to them. */
export function nearNumbers(knowledge: Knowledge, answer: AnswerFacts): Neighbour[] {
  const base = answer.plan.sources[0];
  const entity = base === undefined ? null : knowledge.model.find(base.entity);
  if (base === undefined || entity === null) return [];
  const dated = base.timeField !== null;
  const noun = inSentence(entity.pluralLabel);
  const near = (id: string, label: string, asked: string, explanation: string, relation: RelationKind = 'CORRELATE'): Neighbour => ({
    id,
    label,
    asked,
    dated,
    conditioned: true,
    orbit: ORBIT[relation],
    relation,
    explanation,
    domain: answer.domain,
    origin: 'NEAR',
  });
  const count = near(
    `count:${entity.name}`,
    `Number of ${noun}`,
    `how many ${noun}`,
    `It is computed from ${noun}; their number moves it.`,
    'DRIVER',
  );
  const numbers = entity.attributes.filter(isNumeric).map((attribute) => {
    const verb = defaultFunction(attribute) === 'sum' ? 'total' : 'average';
    const label = attribute.label.toLowerCase();
    return near(
      `${verb}:${entity.name}.${attribute.name}`,
      `${verb === 'total' ? 'Total' : 'Average'} ${label}`,
      `${verb} ${entity.label.toLowerCase()} ${label}`,
      `${attribute.label} is another number of the same ${noun}.`,
    );
  });
  const counted = (name: string, plural: string, explanation: string): Neighbour => ({
    ...near(`count:${name}`, `Number of ${plural}`, `how many ${plural} are there`, explanation),
    dated: false,
  });
  const linked = knowledge.model
    .paths(entity.name)
    .filter(({ relations }) => relations.length === 1)
    .map(({ target }) => {
      const plural = inSentence(knowledge.model.entity(target).pluralLabel);
      return counted(target, plural, `Each of the ${noun} belongs to one of the ${plural}.`);
    });
  const belonging = knowledge.model.model.entities
    .filter(({ name, relations }) => name !== entity.name && relations.some(({ target }) => target === entity.name))
    .map(({ name, pluralLabel }) => {
      const plural = inSentence(pluralLabel);
      return counted(name, plural, `Each of the ${plural} belongs to one of the ${noun}.`);
    });
  return [count, ...numbers.slice(0, MAX_NUMBERS), ...linked.slice(0, MAX_LINKED), ...belonging.slice(0, MAX_LINKED)];
}
