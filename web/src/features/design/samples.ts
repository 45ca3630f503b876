import type { ChartPoint, ChartSeries } from '../../ui/charts/chart-data.ts';

/** Made-up numbers for the catalogue, always the same: nothing here is anybody's data. */

const MONTHS = 18;
const FIRST_YEAR = 2023;

/** Numbers between 0 and 1 that look like chance and are not: a small linear congruential generator. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function month(index: number): string {
  return `${FIRST_YEAR + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

function course(key: string, label: string, start: number, growth: number, seed: number, months = MONTHS): ChartSeries {
  const next = noise(seed);
  let value = start;
  const points = Array.from({ length: months }, (_, index): ChartPoint => {
    value *= 1 + growth + (next() - 0.5) * 0.14;
    return { x: month(index), y: Math.round(value) };
  });
  return { key, label, points };
}

export const REVENUE = course('revenue', 'Revenue', 820_000, 0.035, 7);
export const REGIONS = [
  course('emea', 'EMEA', 310_000, 0.028, 11),
  course('amer', 'Americas', 420_000, 0.036, 23),
  course('apac', 'Asia Pacific', 150_000, 0.05, 5),
  course('latam', 'Latin America', 90_000, 0.02, 41),
];

/** The last month still runs; three more are guessed; one was remarkable. */
export const UNFINISHED: readonly ChartSeries[] = [
  {
    key: 'bookings',
    label: 'Bookings',
    points: [
      ...REVENUE.points
        .slice(0, 14)
        .map((point, index): ChartPoint =>
          index === 8 ? { ...point, y: 620_000, note: 'Far below what the months around it say' } : point,
        ),
      ...REVENUE.points.slice(14).map(({ x, y }, index): ChartPoint => ({
        x,
        y,
        standing: 'forecast',
        low: (y ?? 0) * (0.95 - index * 0.03),
        high: (y ?? 0) * (1.05 + index * 0.03),
      })),
    ],
  },
];

const SEGMENTS = [
  'Enterprise',
  'Mid-market',
  'Small business',
  'Public sector',
  'Partners',
  'Education',
  'Start-ups',
  'Charities',
  'Other',
];
export const BY_SEGMENT: ChartSeries = {
  key: 'segment',
  label: 'Revenue',
  points: SEGMENTS.map((x, index) => ({ x, y: Math.round(4_200_000 / (index + 1.4)), share: 0.31 / (index * 0.7 + 1) })),
};

export const BEFORE: ChartSeries = {
  ...REVENUE,
  key: 'before',
  label: 'The year before',
  faint: true,
  points: REVENUE.points.map(({ x, y }, index) => ({ x, y: Math.round((y ?? 0) * (0.78 + (index % 5) * 0.01)) })),
};

export const PROFIT: ChartSeries = {
  key: 'profit',
  label: 'Profit',
  points: Array.from({ length: 12 }, (_, index) => ({
    x: month(index),
    y: Math.round(Math.sin(index / 1.7) * 84_000 + index * 4_000 - 20_000),
  })),
};

export const BRIDGE: ChartSeries = {
  key: 'mrr',
  label: 'MRR',
  points: [
    { x: 'January', y: 812_000, level: true },
    { x: 'New', y: 148_000 },
    { x: 'Expansion', y: 96_000 },
    { x: 'Contraction', y: -41_000 },
    { x: 'Churn', y: -87_000 },
    { x: 'June', y: 928_000, level: true },
  ],
};

export const PIPELINE: ChartSeries = {
  key: 'deals',
  label: 'Deals',
  points: [
    { x: 'Leads', y: 4_120 },
    { x: 'Qualified', y: 1_870 },
    { x: 'Proposal', y: 930 },
    { x: 'Negotiation', y: 512 },
    { x: 'Won', y: 274 },
  ],
};

const HOURS = ['08', '10', '12', '14', '16', '18'];
export const LOAD: readonly ChartSeries[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].map((label, day) => {
  const next = noise(day * 37 + 3);
  return {
    key: label,
    label,
    points: HOURS.map((x, hour) => ({
      x: `${x}:00`,
      y: day === 5 && hour > 3 ? null : Math.round((20 - Math.abs(hour - 2.4) * 4) * (6 - day * 0.7) * (0.7 + next() * 0.6)),
    })),
  };
});

export const COHORTS: readonly ChartSeries[] = ['Growth', 'Stable', 'At risk'].map((label, group) => {
  const next = noise(group * 91 + 17);
  return {
    key: label,
    label,
    points: Array.from({ length: 34 }, (_, index) => {
      const x = Math.round((next() + group * 0.5) * 180) / 10;
      return {
        x,
        y: Math.round((52_000 - x * 900 + next() * 16_000) / 10) * 10,
        name: `Account ${group + 1}-${index + 1}`,
        size: Math.round(next() * 900),
      };
    }),
  };
});

export const TICKETS: readonly ChartSeries[] = [
  {
    key: 'open',
    label: 'Opened',
    points: Array.from({ length: 10 }, (_, index) => ({ x: `2024-W${index + 1}`, name: `Week ${index + 1}`, y: 40 + ((index * 17) % 23) })),
  },
  {
    key: 'closed',
    label: 'Closed',
    points: Array.from({ length: 10 }, (_, index) => ({ x: `2024-W${index + 1}`, name: `Week ${index + 1}`, y: 36 + ((index * 29) % 27) })),
  },
];

const DAYS = 10_000;
const DAY_MS = 86_400_000;
/** Ten thousand days of a measurement. */
export const LONG: ChartSeries = {
  key: 'long',
  label: 'Measured',
  points: (() => {
    const next = noise(77);
    let value = 500;
    return Array.from({ length: DAYS }, (_, index) => {
      value += (next() - 0.498) * 18;
      return { x: new Date(Date.UTC(1995, 0, 1) + index * DAY_MS).toISOString().slice(0, 10), y: Math.round(value * 10) / 10 };
    });
  })(),
};

export const MANY: ChartSeries = {
  key: 'many',
  label: 'Orders',
  points: Array.from({ length: 1_000 }, (_, index) => ({ x: `Customer ${index + 1}`, y: Math.round(90_000 / (index + 3)) })),
};

export const CASH: readonly ChartSeries[] = Array.from({ length: 8 }, (_, index) =>
  course(`s${index}`, `Series ${index + 1}`, 100 + index * 70, 0.01, index * 13 + 2, 12),
);

/** A label of exactly 400 characters. */
export const LONG_LABEL =
  'A name that somebody really wrote into a field that had no limit, with everything in it that they knew about the customer at the time: '
    .repeat(4)
    .slice(0, 400);
export const RIGHT_TO_LEFT = 'الإيرادات حسب المنطقة';
