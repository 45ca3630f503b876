import type { PieceKind } from '../../../subgraphs/kernel/personal-data/tagger/tags.ts';

/** A stretch of a text with its kind. */
export interface Span<Kind extends string> {
  kind: Kind;
  start: number;
  end: number;
}

/** A text with what is in it: pieces, as the tagger learns them, and spans, as benchmarks of this kind name them. */
export interface LabelledText {
  text: string;
  pieces: Span<PieceKind>[];
  gold: Span<string>[];
  /** Places of a kind that is not learnt, such as honorifics and numbers. */
  template: string;
}

/** Puts a labelled text together from left to right. */
export interface TextBuilder {
  put: (text: string, piece?: PieceKind | null, gold?: string | null) => void;
  /** Everything put by `inner` is one span. */
  group: (gold: string, inner: () => void) => void;
  done: (template: string) => LabelledText;
}

/** An empty one. */
export function newTextBuilder(): TextBuilder {
  let text = '';
  const pieces: Span<PieceKind>[] = [];
  const gold: Span<string>[] = [];
  let grouped = false;
  return {
    put(part, piece = null, kind = null) {
      if (piece !== null) pieces.push({ kind: piece, start: text.length, end: text.length + part.length });
      if (kind !== null && !grouped) gold.push({ kind, start: text.length, end: text.length + part.length });
      text += part;
    },
    group(kind, inner) {
      const start = text.length;
      grouped = true;
      inner();
      grouped = false;
      gold.push({ kind, start, end: text.length });
    },
    done: (template) => ({ text, pieces, gold, template }),
  };
}
