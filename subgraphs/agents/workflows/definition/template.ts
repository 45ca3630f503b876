/** A path into what is known: `steps.find.output.items[0].name`. */
export interface Reference {
  keys: readonly (string | number)[];
  /** Written with `?` at the end: null where there is nothing. */
  optional: boolean;
}

export type TemplatePart = { kind: 'TEXT'; text: string } | { kind: 'REFERENCE'; reference: Reference };

const MAX_REFERENCE = 300;
const REFERENCE = /^[A-Za-z_$][\w$-]*(?:\.[\w$-]+|\[\d{1,6}\])*\??$/u;
const KEY = /[\w$-]+/gu;

/** A path as it stands between `{{` and `}}`. @returns null when it is none */
export function parseReference(text: string): Reference | null {
  const written = text.trim();
  if (written.length > MAX_REFERENCE || !REFERENCE.test(written)) return null;
  const optional = written.endsWith('?');
  const keys = (optional ? written.slice(0, -1) : written).match(KEY) ?? [];
  return { keys: keys.map((key) => (/^\d+$/u.test(key) ? Number(key) : key)), optional };
}

/** Takes a text apart. @returns what is between the braces and is no path, when there is such */
export function parseTemplate(text: string): { parts: readonly TemplatePart[]; malformed: string | null } {
  const parts: TemplatePart[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf('{{', from);
    const close = open === -1 ? -1 : text.indexOf('}}', open + 2);
    if (open === -1 || close === -1) {
      if (open !== -1) return { parts, malformed: text.slice(open, open + 40) };
      if (from < text.length) parts.push({ kind: 'TEXT', text: text.slice(from) });
      return { parts, malformed: null };
    }
    if (open > from) parts.push({ kind: 'TEXT', text: text.slice(from, open) });
    const reference = parseReference(text.slice(open + 2, close));
    if (reference === null) return { parts, malformed: text.slice(open, Math.min(close + 2, open + 40)) };
    parts.push({ kind: 'REFERENCE', reference });
    from = close + 2;
  }
}
