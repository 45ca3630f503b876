import { parsed } from './values.ts';

/** What a JSON text begins with. */
export interface Beginning {
  /** The first value, as much of it as is there; undefined when the text is no JSON. */
  value: unknown;
  /** Where the first value ends; -1 when the text ends first. */
  end: number;
}

const [QUOTE, BACKSLASH, COMMA] = [34, 92, 44];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [123, 125, 91, 93];

/** Reads an object or list that may be cut off anywhere: what was begun and is not whole is left out, what is open is closed. */
export function readBeginning(text: string): Beginning {
  const closers: string[] = [];
  let whole = { end: 0, closers: '' };
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === COMMA) whole = { end: at, closers: closers.toReversed().join('') };
    else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      closers.push(code === OPEN_OBJECT ? '}' : ']');
      whole = { end: at + 1, closers: closers.toReversed().join('') };
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      closers.pop();
      whole = { end: at + 1, closers: closers.toReversed().join('') };
      if (closers.length === 0) return { value: parsed(text.slice(0, at + 1)), end: at + 1 };
    }
  }
  return { value: parsed(text.slice(0, whole.end) + whole.closers), end: -1 };
}
