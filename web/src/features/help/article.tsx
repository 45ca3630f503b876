import { Fragment } from 'react';
import { Link } from 'react-router';
import { classes } from '../../ui/classes.ts';
import { CodeBlock } from '../../ui/code-block.tsx';
import type { Block, Inline } from './markdown/blocks.ts';
import { addressIn } from './guides.ts';
import { pictureAt } from './pictures.ts';

const LINK = 'link';

/** Running text of a guide. */
export function Text({ text }: { text: readonly Inline[] }) {
  return text.map((each, at) => <Fragment key={at}>{typeof each === 'string' ? each : <Piece piece={each} />}</Fragment>);
}

function Piece({ piece }: { piece: Exclude<Inline, string> }) {
  switch (piece.kind) {
    case 'code':
      return <code className="rounded-sm bg-raised px-1 py-0.5 font-mono text-[0.92em] break-words">{piece.code}</code>;
    case 'strong':
      return (
        <strong className="font-semibold">
          <Text text={piece.text} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Text text={piece.text} />
        </em>
      );
    case 'link': {
      const to = addressIn(piece.href);
      if (to === null) return <Text text={piece.text} />;
      if (/^(https?:|mailto:)/.test(to))
        return (
          <a href={to} target="_blank" rel="noreferrer" className={LINK}>
            <Text text={piece.text} />
          </a>
        );
      return (
        <Link to={to} className={LINK}>
          <Text text={piece.text} />
        </Link>
      );
    }
  }
}

function Heading({ level, id, text }: Extract<Block, { kind: 'heading' }>) {
  const Tag = level === 2 ? 'h2' : level === 3 ? 'h3' : 'h4';
  return (
    <Tag
      id={id}
      tabIndex={-1}
      className={classes('group scroll-mt-20 font-semibold tracking-tight outline-none', level === 2 ? 'mt-6 text-lg' : 'mt-3 text-md')}
    >
      <Text text={text} />
      <Link
        to={`#${id}`}
        aria-label="Link to this part"
        className="ml-2 px-1 font-normal text-muted opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
      >
        #
      </Link>
    </Tag>
  );
}

function Table({ head, rows }: Extract<Block, { kind: 'table' }>) {
  const cell = 'px-3 py-2 text-left align-top';
  return (
    <div className="scroll-thin overflow-x-auto rounded-md border border-line" tabIndex={0} role="region" aria-label="Table">
      <table className="w-full border-collapse text-base">
        <thead className="border-b border-line bg-raised text-sm">
          <tr>
            {head.map((each, at) => (
              <th key={at} scope="col" className={classes(cell, 'font-medium text-muted')}>
                {each.length === 0 ? <span className="sr-only">Name</span> : <Text text={each} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line} className="border-b border-line last:border-0">
              {row.map((each, at) => (
                <td key={at} className={classes(cell, at === 0 && 'min-w-44')}>
                  <Text text={each} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function One({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <Heading {...block} />;
    case 'paragraph':
      return (
        <p className="max-w-[76ch] leading-6 text-pretty">
          <Text text={block.text} />
        </p>
      );
    case 'list': {
      const Tag = block.ordered ? 'ol' : 'ul';
      return (
        <Tag className={classes('grid max-w-[76ch] gap-2 pl-5 leading-6 marker:text-muted', block.ordered ? 'list-decimal' : 'list-disc')}>
          {block.items.map((item, at) => (
            <li key={at} className="pl-1">
              <Article blocks={item} tight />
            </li>
          ))}
        </Tag>
      );
    }
    case 'table':
      return <Table {...block} />;
    case 'code':
      return <CodeBlock label={block.language === '' ? 'Example' : `Example, ${block.language}`} code={block.code} />;
    case 'quote':
      return (
        <blockquote className="border-l-2 border-accent pl-4">
          <Article blocks={block.blocks} />
        </blockquote>
      );
    case 'image': {
      const source = pictureAt(block.href);
      return source ? <img src={source} alt={block.label} loading="lazy" className="w-full rounded-lg border border-line" /> : null;
    }
  }
}

/** What a guide says. Its title is the page’s own. */
export function Article({ blocks, tight = false }: { blocks: readonly Block[]; tight?: boolean }) {
  return (
    <div className={classes('grid grid-cols-[minmax(0,1fr)]', tight ? 'gap-2' : 'gap-4')}>
      {blocks.map((block, at) => (block.kind === 'heading' && block.level === 1 ? null : <One key={at} block={block} />))}
    </div>
  );
}
