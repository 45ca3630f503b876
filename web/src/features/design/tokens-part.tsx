import { MARKS, lookAt } from '../../ui/charts/looks.ts';
import { Patterns, Swatch } from '../../ui/charts/swatch.tsx';
import { Specimen } from './specimen.tsx';

const COLOURS: readonly { group: string; use: string; tokens: readonly string[] }[] = [
  { group: 'Surfaces', use: 'From the page up.', tokens: ['bg', 'surface', 'raised', 'line', 'control', 'scrim'] },
  { group: 'Inks', use: 'Read on every surface.', tokens: ['ink', 'muted', 'accent', 'accent-strong', 'on-accent', 'accent-soft'] },
  {
    group: 'Confidence and state',
    use: 'Never alone: a word, a ring or an icon says the same.',
    tokens: ['high', 'medium', 'low', 'high-soft', 'medium-soft', 'low-soft'],
  },
  { group: 'Domains', use: 'The hue of a metric’s domain.', tokens: ['finance', 'growth', 'operations', 'product', 'people'] },
];
const TYPE = [
  { size: 12, name: 'text-xs', use: 'labels of charts, codes' },
  { size: 13, name: 'text-sm', use: 'notes, heads of tables' },
  { size: 14, name: 'text-base', use: 'everything' },
  { size: 16, name: 'text-md', use: 'titles of cards' },
  { size: 20, name: 'text-lg', use: 'sheets' },
  { size: 24, name: 'text-xl', use: 'pages' },
  { size: 32, name: 'text-2xl', use: 'the one number' },
] as const;
const SPACE = [4, 8, 12, 16, 20, 24, 32, 40, 48, 56] as const;
const RADII = { sm: 'rounded-sm', md: 'rounded-md', lg: 'rounded-lg', xl: 'rounded-xl' } as const;
const MOTION = [
  { ms: 120, use: 'colours under the pointer' },
  { ms: 180, use: 'things that appear' },
  { ms: 300, use: 'things that change places' },
] as const;

/** Every token. */
export default function TokensPart() {
  const looks = MARKS.map((_, index) => lookAt(index));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {COLOURS.map(({ group, use, tokens }) => (
        <Specimen key={group} name={group} use={use}>
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
            {tokens.map((token) => (
              <li key={token} className="grid gap-1.5">
                <span className="h-12 rounded-md border border-line" style={{ background: `var(--${token})` }} />
                <code className="font-mono text-xs text-muted">--{token}</code>
              </li>
            ))}
          </ul>
        </Specimen>
      ))}
      <Specimen
        name="Charts"
        use="Eight colours that differ for colour-blind eyes, each with a form for its points and a pattern for its areas."
        className="lg:col-span-2"
      >
        <svg aria-hidden width="0" height="0" className="absolute">
          <Patterns looks={looks} scope="tokens" />
        </svg>
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {looks.map((look, index) => (
            <li key={look.color} className="flex items-center gap-3">
              <span className="size-10 rounded-md" style={{ background: look.color }} />
              <span className="grid gap-1">
                <code className="font-mono text-xs text-muted">--chart-{index + 1}</code>
                <span className="flex items-center gap-2">
                  <Swatch look={look} form="line" scope="tokens" />
                  <Swatch look={look} form="area" scope="tokens" />
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Type" use="Inter, with figures of one width.">
        <ul className="grid gap-3">
          {TYPE.map(({ size, name, use }) => (
            <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className={name}>1,204 accounts</span>
              <span className="text-sm text-muted">
                <code className="font-mono text-xs">{name}</code> · {size} px · {use}
              </span>
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Space" use="Steps of 4 px; 16 between cards.">
        <ul className="flex flex-wrap items-end gap-3">
          {SPACE.map((size) => (
            <li key={size} className="grid justify-items-center gap-1 text-xs text-muted">
              <span className="bg-accent" style={{ width: size, height: size }} />
              {size}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Corners" use="Controls, cards, sheets.">
        <ul className="flex flex-wrap gap-4">
          {Object.entries(RADII).map(([radius, look]) => (
            <li key={radius} className="grid justify-items-center gap-1 text-xs text-muted">
              <span className={`size-14 border border-control bg-raised ${look}`} />
              {radius}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Motion" use="Short, and none at all for those who asked for none.">
        <ul className="grid gap-2">
          {MOTION.map(({ ms, use }) => (
            <li key={ms} className="group flex items-center gap-3 text-sm">
              <span className="w-14 text-right font-medium">{ms} ms</span>
              <span
                className="h-2 rounded-full bg-accent transition-transform group-hover:translate-x-3"
                style={{ width: ms / 2, transitionDuration: `${ms}ms` }}
              />
              <span className="text-muted">{use}</span>
            </li>
          ))}
        </ul>
      </Specimen>
    </div>
  );
}
