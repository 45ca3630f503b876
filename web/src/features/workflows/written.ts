import { isMap, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { shapeOf } from './shape.ts';
import type { Shape } from './shape.ts';

/** A text as far as it can be read: what it says, and where. YAML is read; JSON is a part of it. */
export interface Written {
  /** null while it is no mapping. */
  shape: Shape | null;
  /** Why it cannot be read at all. */
  faults: readonly { line: number; message: string }[];
  /** The line, from 1, of a place such as `steps[2].dependsOn[0]`; the nearest one above it that is there. */
  lineOf: (path: string) => number;
}

/** The parts of a place: `steps[2].dependsOn[0]` → steps, 2, dependsOn, 0. */
export function partsOf(path: string): (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => (index === undefined ? (name ?? '') : Number(index)));
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function offsetOf(document: Document.Parsed, path: string): number {
  const parts = partsOf(path);
  for (let length = parts.length; length > 0; length -= 1) {
    const node = document.getIn(parts.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      // The value of a key stands behind it; a mapping within a list begins with its first key.
      const range = node.range as readonly number[];
      return range[0] ?? 0;
    }
  }
  return 0;
}

/** Reads what somebody is writing. Pure. */
export function readWritten(text: string): Written {
  const document = parseDocument(text, { prettyErrors: false, strict: true });
  const faults = document.errors.map(({ message, pos }) => ({ line: lineAt(text, pos[0]), message }));
  return {
    shape: faults.length === 0 && isMap(document.contents) ? shapeOf(document.toJS({ maxAliasCount: 10 })) : null,
    faults,
    lineOf: (path) => lineAt(text, offsetOf(document, path)),
  };
}
