import type { Inline } from './blocks.ts';

/** What begins a piece: code, a link, strong and emphasised text, a mark that stands for itself. */
const PIECES = [
  { kind: 'escape', pattern: /^\\([\\`*_{}[\]()#+.!|<>-])/ },
  { kind: 'code', pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/ },
  { kind: 'link', pattern: /^\[((?:\[[^\]]*\]|`[^`]*`|[^\]`])*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/ },
  { kind: 'strong', pattern: /^\*\*(?=\S)([\s\S]*?\S)\*\*/ },
  { kind: 'emphasis', pattern: /^\*(?=[^\s*])([\s\S]*?[^\s*])\*(?!\*)/ },
  { kind: 'emphasis', pattern: /^_(?=[^\s_])([\s\S]*?[^\s_])_(?!\w)/ },
] as const;

/** Links lead somewhere on this site or to the web; anything else (javascript:, data:) stays text. */
const SAFE_LINK = /^(https?:\/\/|mailto:|[#./\w-])/i;
const OTHER_SCHEME = /^(?!https?:|mailto:)[a-z][\w+.-]*:/i;

/** Reads running text. Marks that begin nothing stand for themselves, so that no text is ever lost. */
export function readInline(source: string): Inline[] {
  const found: Inline[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') found.push(text);
    text = '';
  };
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at);
    const before = source[at - 1] ?? ' ';
    const piece = PIECES.find(
      ({ kind, pattern }) => pattern.test(rest) && !(kind === 'emphasis' && rest.startsWith('_') && /\w/.test(before)),
    );
    const [all = '', first = '', second = ''] = piece?.pattern.exec(rest) ?? [];
    if (!piece || all === '') {
      text += source[at] ?? '';
      at += 1;
      continue;
    }
    at += all.length;
    if (piece.kind === 'escape') {
      text += first;
      continue;
    }
    flush();
    if (piece.kind === 'code') found.push({ kind: 'code', code: second.trim() });
    else if (piece.kind !== 'link') found.push({ kind: piece.kind, text: readInline(first) });
    else if (SAFE_LINK.test(second) && !OTHER_SCHEME.test(second)) found.push({ kind: 'link', href: second, text: readInline(first) });
    else found.push(...readInline(first));
  }
  flush();
  return found;
}
