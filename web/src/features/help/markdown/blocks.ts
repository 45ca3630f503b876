/** A piece of running text. */
export type Inline =
  | string
  | { kind: 'strong' | 'emphasis'; text: readonly Inline[] }
  | { kind: 'code'; code: string }
  | { kind: 'link'; href: string; text: readonly Inline[] };

/** One block of a guide; what is written in Markdown, without its marks. */
export type Block =
  | { kind: 'heading'; level: number; id: string; text: readonly Inline[] }
  | { kind: 'paragraph'; text: readonly Inline[] }
  | { kind: 'list'; ordered: boolean; items: readonly (readonly Block[])[] }
  | { kind: 'table'; head: readonly (readonly Inline[])[]; rows: readonly (readonly (readonly Inline[])[])[] }
  | { kind: 'code'; language: string; code: string }
  | { kind: 'quote'; blocks: readonly Block[] }
  | { kind: 'image'; href: string; label: string };

/** The words of running text, without its marks. */
export function plainText(text: readonly Inline[]): string {
  return text.map((each) => (typeof each === 'string' ? each : each.kind === 'code' ? each.code : plainText(each.text))).join('');
}

/** The words of blocks as one line. */
export function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'heading':
        case 'paragraph':
          return plainText(block.text);
        case 'list':
          return block.items.map(wordsOf).join(' · ');
        case 'table':
          return [block.head, ...block.rows].map((row) => row.map(plainText).join(' ')).join(' · ');
        case 'code':
          return block.code.replaceAll(/\s+/g, ' ');
        case 'quote':
          return wordsOf(block.blocks);
        case 'image':
          return block.label;
      }
    })
    .join(' ')
    .trim();
}
