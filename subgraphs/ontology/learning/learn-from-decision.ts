import type { DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { pastWords } from '../matching/past-mapping.ts';
import type { ProposedTable } from '../matching/proposal.ts';
import { normalWords } from '../matching/words.ts';
import { type Lesson, keepLessons } from './keep-lessons.ts';

/** What was decided about the columns of a proposal. */
export interface MappingDecision {
  readonly connectionId: string;
  readonly connectionName: string;
  /** The source's objects as they were discovered: names, types and profiles of the columns. */
  readonly objects: readonly DiscoveredObject[];
  /** What was proposed before the decision. */
  readonly before: readonly ProposedTable[];
  /** What was accepted, with every change; empty when all of it was rejected. */
  readonly after: readonly ProposedTable[];
  /** Columns whose proposed target a person rejected without another, by path of the object and name of the column. */
  readonly rejected: readonly { readonly path: string; readonly column: string }[];
  /** What policy accepted by itself teaches nothing: it would only confirm itself. */
  readonly by: 'PERSON' | 'POLICY' | 'AGENT';
  readonly decidedBy?: string;
  readonly decidedAt: Date;
}

/**
 * Keeps what a decision says, in the same transaction as the decision; the next proposal is made with it. Columns that became links, or stayed the
 * tenant's own under the name that was proposed, say nothing.
 */
export async function learnFromDecision(unit: UnitOfWork, decision: MappingDecision): Promise<void> {
  if (decision.by !== 'PERSON') return;
  const lessons = decision.after.length === 0 ? allRejected(decision) : lessonsOf(decision);
  await keepLessons(unit, lessons, {
    origin: 'DECISION',
    connectionId: decision.connectionId,
    decidedBy: decision.decidedBy ?? null,
    decidedAt: decision.decidedAt,
  });
}

function lessonsOf({ objects, before, after, rejected }: MappingDecision): Lesson[] {
  const typed = typesOf(objects);
  return after.flatMap((table) => {
    const proposed = before.find(({ path }) => path === table.path);
    const refused = new Set(rejected.filter(({ path }) => path === table.path).map(({ column }) => column));
    return table.fields.flatMap((field): Lesson[] => {
      if (field.relation !== null) return [];
      const was = proposed?.fields.find(({ column }) => column === field.column);
      const lesson = (attribute: string, canonical: boolean, accepted: boolean, entity: string): Lesson => ({
        ...namesOf(table, field.column),
        type: typed.get(`${table.objectId} ${field.column}`) ?? null,
        entity,
        attribute,
        canonical,
        accepted,
        score: accepted ? 1 : 0,
      });
      const edited = was !== undefined && was.attribute !== field.attribute && proposed?.entity === table.entity;
      const no = was?.canonical === true && (edited || refused.has(field.column)) ? [lesson(was.attribute, true, false, table.entity)] : [];
      if (field.leftOut === true || (refused.has(field.column) && !edited)) return no;
      return field.canonical || edited ? [...no, lesson(field.attribute, field.canonical, true, table.entity)] : no;
    });
  });
}

/** Rejecting all of a proposal says of what was put to canonical attributes that it was wrong there. */
function allRejected({ objects, before }: MappingDecision): Lesson[] {
  const typed = typesOf(objects);
  return before.flatMap((table) =>
    table.fields
      .filter(({ canonical, relation }) => canonical && relation === null)
      .map(({ column, attribute }) => ({
        ...namesOf(table, column),
        type: typed.get(`${table.objectId} ${column}`) ?? null,
        entity: table.entity,
        attribute,
        canonical: true,
        accepted: false,
        score: 0,
      })),
  );
}

const namesOf = ({ objectName, entity }: ProposedTable, field: string): Pick<Lesson, 'object' | 'field' | 'words'> => ({
  object: objectName,
  field,
  words: pastWords(field, [normalWords(entity), normalWords(objectName)]),
});

const typesOf = (objects: readonly DiscoveredObject[]) =>
  new Map(objects.flatMap(({ objectId, columns }) => columns.map(({ name, type }) => [`${objectId} ${name}`, type] as const)));
