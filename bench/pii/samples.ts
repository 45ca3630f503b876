import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { generator } from './generate/generate.ts';
import type { TypedSpan } from './score.ts';

/** A text and what is in it. */
export interface Sample {
  text: string;
  gold: TypedSpan[];
}

const SEED = 7;
const FILE = z.array(
  z.looseObject({
    full_text: z.string(),
    spans: z.array(z.looseObject({ entity_type: z.string(), start_position: z.number().int(), end_position: z.number().int() })),
  }),
);

/** Reads a file of labelled texts, or all .json files of a folder. Places are counted in code points there, in UTF-16 units here. */
export function readSamples(path: string): Sample[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((name) => join(path, name))
    : [path];
  return files.flatMap((file) =>
    FILE.parse(JSON.parse(readFileSync(file, 'utf8'))).map(({ full_text: text, spans }) => {
      const units = unitsOf(text);
      return {
        text,
        gold: spans.map(({ entity_type: type, start_position: start, end_position: end }) => ({
          type,
          start: units(start),
          end: units(end),
        })),
      };
    }),
  );
}

/** Texts of our own from templates, names and places that training never saw. */
export function makeSamples(texts: number): Sample[] {
  const make = generator('TEST', SEED);
  return Array.from({ length: texts }, () => {
    const { text, gold } = make();
    return { text, gold: gold.map(({ kind: type, start, end }) => ({ type, start, end })) };
  });
}

function unitsOf(text: string): (point: number) => number {
  if (!/[\ud800-\udbff]/u.test(text) && !/[\u{10000}-\u{10ffff}]/u.test(text)) return (point) => point;
  const starts: number[] = [];
  let at = 0;
  for (const point of text) {
    starts.push(at);
    at += point.length;
  }
  return (point) => starts[point] ?? at;
}
