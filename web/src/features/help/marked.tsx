import { marksIn } from './search.ts';

/** Text with the words that were looked for marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const marks = marksIn(text, words);
  return (
    <>
      {marks.map(([from, to], at) => (
        <span key={from}>
          {text.slice(marks[at - 1]?.[1] ?? 0, from)}
          <mark className="rounded-sm bg-accent-soft font-medium text-ink">{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
