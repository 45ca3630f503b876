import type { Topic } from '../../../schema/events/events.ts';
import type { NumberedEntry } from './event-transport.ts';

/** Which events of a tenant somebody follows, and from where on. */
export interface EventSelection {
  tenantId: string;
  topics: readonly Topic[];
  /** Fields of the payload and the value each must have. */
  match: Readonly<Record<string, string>>;
  /** Fields of the payload and values with which an event is left out. */
  except: Readonly<Record<string, readonly string[]>>;
  /** When it is given, one of these has to fit besides. */
  among?: readonly EventClause[] | undefined;
  /** Everything after this number, then what comes; 0 is everything that is kept; null is what comes from now on. */
  after: number | null;
}

/** A topic, and the values that fields of its payload may have; `subject.agentId` lies within another, and '' is none. */
export interface EventClause {
  topic: Topic;
  where: Readonly<Record<string, readonly string[]>>;
}

/** Whether the selection is about this entry, wherever it stands. Asked for each event and each of thousands who follow. */
export function selects(selection: Omit<EventSelection, 'after'>, entry: Pick<NumberedEntry, 'tenantId' | 'topic' | 'payload'>): boolean {
  if (entry.tenantId !== selection.tenantId || !selection.topics.includes(entry.topic)) return false;
  const fields = entry.payload as Readonly<Record<string, unknown>>;
  const { match, except } = selection;
  for (const name in match) if (fields[name] !== match[name]) return false;
  for (const name in except) if (except[name]?.some((value) => fields[name] === value) === true) return false;
  return selection.among === undefined || selection.among.some((clause) => entry.topic === clause.topic && fits(clause, fields));
}

/** Whether a payload is as a clause says. */
export function fits({ where }: Pick<EventClause, 'where'>, payload: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(where).every(([name, values]) => values.includes(textAt(payload, name.split('.'))));
}

function textAt(value: unknown, path: readonly string[]): string {
  let found = value;
  for (const name of path)
    found = typeof found === 'object' && found !== null ? (found as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof found === 'string' ? found : '';
}
