import { hash } from 'node:crypto';
import type { Screening } from '../../kernel/privacy/screening/screening.ts';
import { layoutOfRows } from '../files/reading/layout.ts';
import { recordNormaliser } from '../files/typing/normalise-record.ts';
import { normalise, MISFIT } from '../files/typing/normalise.ts';
import type { Page } from '../kit/connector.ts';
import { screenPage } from '../privacy/screen-page.ts';
import { cellOf, cellsOf, documentOf } from './bson-cells.ts';
import { MAX_CELL_CHARACTERS } from './limits.ts';
import type { CollectionPlan } from './plan.ts';

export interface LandingInput {
  /** Documents as they came over the wire. */
  documents: Uint8Array[];
  columns: CollectionPlan['columns'];
  /** Documents read before these. */
  before: number;
  screening: Screening | null;
}
export type LandedDocuments = Pick<Page, 'records' | 'bad' | 'tallies'>;

const MAX_RAW_CHARACTERS = 2000;

/** Makes records of documents, and screens them. Synchronous: for worker threads. */
export function landDocuments(input: LandingInput): LandedDocuments {
  const landed = readDocuments(input);
  return input.screening === null ? landed : screenPage(landed, input.screening);
}

function readDocuments({ documents, columns, before }: LandingInput): LandedDocuments {
  const layout = layoutOfRows(columns.map(({ name }) => ({ name, evidence: [] })));
  const normaliser = recordNormaliser(layout, columns.map(({ format }) => format)); // prettier-ignore
  const key = columns.findIndex(({ name }) => name === '_id');
  const landed: LandedDocuments = { records: [], bad: [] };
  for (const [index, bytes] of documents.entries()) {
    const line = before + index + 1;
    const document = documentOf(bytes);
    const raw = (): string => rawOf(document);
    const cells = cellsOf(document);
    const texts = columns.map(({ name }) => cells.get(name)?.text.trim() ?? '');
    const long = texts.findIndex((text) => text.length > MAX_CELL_CHARACTERS);
    if (long >= 0) {
      const reason = `${columns[long]?.name}: more than ${MAX_CELL_CHARACTERS.toLocaleString('en-US')} characters`;
      landed.bad.push({ line, code: 'RECORD_TOO_LONG', reason, raw: '' });
      continue;
    }
    const values = normaliser({
      line,
      cells: texts.map((text) => text.replaceAll('\0', '')),
      get raw() {
        return raw();
      },
    });
    if (!Array.isArray(values)) {
      landed.bad.push(values);
      continue;
    }
    const id = values[key] ?? null;
    if (id === null) {
      landed.bad.push({ line, code: 'BLANK_KEY', reason: 'its _id is blank', raw: raw() });
      continue;
    }
    const data = JSON.stringify(Object.fromEntries(values.map((value, at) => [columns[at]?.name, value])));
    landed.records.push({ key: String(id), line, data, hash: hash('sha256', data, 'base64url').slice(0, 27) });
  }
  return landed;
}

/** The key of a document as its record carries it; null when it has none there. */
export function keyOf(id: unknown, columns: CollectionPlan['columns']): string | null {
  const format = columns.find(({ name }) => name === '_id')?.format;
  const text = cellOf(id).text.trim().replaceAll('\0', '');
  const value = format === undefined ? text : normalise(text, format);
  return value === MISFIT || value === null || value === '' ? null : String(value);
}

/** A document for people; a part of it when it is large. */
function rawOf(document: object): string {
  let text = '';
  for (const [name, { text: cell }] of cellsOf(document)) {
    text += `${text === '' ? '' : ', '}${name}: ${cell.slice(0, 200)}`;
    if (text.length > MAX_RAW_CHARACTERS) break;
  }
  return text.slice(0, MAX_RAW_CHARACTERS);
}
