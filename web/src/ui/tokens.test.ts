import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { warmth } from './charts/heat-geometry.ts';
import { EYES, contrast, distance, mix, oklab, rgbOf } from './color.testkit.ts';

const WEB = join(import.meta.dirname, '../..');
const TOKENS = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The tokens of one theme; the light one changes what the dark one says. */
function tokensOf(theme: 'dark' | 'light'): Map<string, string> {
  const [, dark = '', light = ''] = /:root \{(.*?)\n\}.*?\[data-theme='light'\] \{(.*?)\n\}/s.exec(TOKENS) ?? [];
  const blocks = theme === 'dark' ? [dark] : [dark, light];
  return new Map(
    blocks.flatMap((block) =>
      Array.from(block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g), ([, name = '', value = '']) => [name, value] as const),
    ),
  );
}

/** The palette that was agreed on. */
const AGREED = {
  dark: {
    bg: '#0b1020',
    surface: '#131a2e',
    raised: '#1b2440',
    ink: '#e8ecf7',
    muted: '#a3afcc',
    accent: '#8ea8ff',
    control: '#6b79a8',
    high: '#3ddc97',
    medium: '#f5c451',
    low: '#ff7b7b',
  },
  light: { bg: '#f6f7fb', surface: '#ffffff', raised: '#eef1f8', high: '#0b7a4b', medium: '#8a5a00', low: '#b3261e' },
} as const;

const SURFACES = ['bg', 'surface', 'raised'];
const TEXTS = ['ink', 'muted', 'accent', 'accent-strong', 'high', 'medium', 'low', 'finance', 'growth', 'operations', 'product', 'people'];
const SOFT = [
  ['accent', 'accent-soft'],
  ['high', 'high-soft'],
  ['medium', 'medium-soft'],
  ['low', 'low-soft'],
  ...['accent-soft', 'high-soft', 'medium-soft', 'low-soft'].flatMap((soft) => [
    ['ink', soft],
    ['muted', soft],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
];
const AA_TEXT = 4.5;
const AA_SHAPES = 3;
/** Two colours of a chart are at least so far apart for every kind of eyes. */
const APART = 0.07;
const CHART = Array.from({ length: 8 }, (_, index) => `chart-${index + 1}`);

describe.each(['dark', 'light'] as const)('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const color = (name: string) => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`no token --${name}`);
    return rgbOf(value);
  };

  test('has the palette that was agreed on', () => {
    expect(Object.fromEntries(Object.keys(AGREED[theme]).map((name) => [name, tokens.get(name)]))).toEqual(AGREED[theme]);
  });

  test('every ink can be read on every surface it stands on', () => {
    const pairs = [...TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface])), ...SOFT];
    const bad = pairs.flatMap(([text = '', surface = '']) => {
      const found = contrast(color(text), color(surface));
      return found < AA_TEXT ? [`${text} on ${surface}: ${found.toFixed(2)}`] : [];
    });
    expect(bad).toEqual([]);
  });

  test('borders of controls and all colours of charts stand out from every surface', () => {
    const bad = ['control', ...CHART].flatMap((name) =>
      SURFACES.flatMap((surface) => {
        const found = contrast(color(name), color(surface));
        return found < AA_SHAPES ? [`${name} on ${surface}: ${found.toFixed(2)}`] : [];
      }),
    );
    expect(bad).toEqual([]);
  });

  test.each(Object.entries(EYES))('the colours of charts differ for eyes with %s', (_name, eyes) => {
    const close = CHART.flatMap((one, index) =>
      CHART.slice(index + 1).flatMap((other) => {
        const apart = distance(color(one), color(other), eyes);
        return apart < APART ? [`${one} and ${other}: ${apart.toFixed(3)}`] : [];
      }),
    );
    expect(close).toEqual([]);
  });

  test('the writing in a heat map can be read at every warmth', () => {
    for (let step = -50; step <= 50; step++) {
      const { fill, ink } = warmth(step / 50);
      const [, name = '', percent = ''] = /var\(--(chart-\d)\) (\d+)%/.exec(fill) ?? [];
      const [, turn = ''] = /calc\(\(([\d.]+) - l\)/.exec(ink) ?? [];
      const cell = mix(color(name), color('surface'), Number(percent) / 100);
      const writing = rgbOf(oklab(cell)[0] > Number(turn) ? '#000000' : '#ffffff');
      expect(contrast(writing, cell), `${name} at ${percent} %`).toBeGreaterThanOrEqual(AA_TEXT);
    }
  });
});

test('no colour is written anywhere but in the tokens', () => {
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(tsx?|css|html|svg)$/.test(path) && !/^src\/gql\/|^public\/favicon|tokens\.css$|\.test\.tsx?$|\.testkit\.ts$/.test(path),
  );
  expect(files.length).toBeGreaterThan(100);
  const literal =
    /#[0-9a-f]{3,8}\b(?![\w-])|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\((?!from )|\b(?:fill|stroke|color|background)(?:=["'{]+|: ?["']?)(?:white|black|red|green|blue|gr[ae]y|yellow|orange|purple|pink)\b/gi;
  const found = files.flatMap((path) =>
    Array.from(readFileSync(join(WEB, path), 'utf8').matchAll(literal), ([text]) => text)
      // An address or a private name, not a colour.
      .filter((text) => !/^#(add|bad|bed|dad|fed|cab|ace|fade|face|dead|deaf|beef|feed|cafe|edge)$/i.test(text))
      .map((text) => `${path}: ${text}`),
  );
  expect(found).toEqual([]);
});
