import type { AxisChartProps } from './chart-data.ts';
import { Columns } from './columns.tsx';
import { Rows } from './rows.tsx';

export interface BarChartProps extends AxisChartProps {
  /** Bars lie below one another, each with its name in front and its value behind: for names. Upright bars are for time. */
  lying?: boolean | undefined;
}

/** Values as bars from zero; several series stand side by side. */
export function BarChart({ lying = false, ...props }: BarChartProps) {
  return lying ? <Rows {...props} stacked="no" /> : <Columns {...props} stacked="no" />;
}

/** Values as bars on top of one another: `sum` adds them up, `whole` shows parts of 100 %. */
export function StackedBars({ lying = false, stacked = 'sum', ...props }: BarChartProps & { stacked?: 'sum' | 'whole' }) {
  return lying ? <Rows {...props} stacked={stacked} /> : <Columns {...props} stacked={stacked} />;
}
