import { useState } from 'react';
import { BarChart, StackedBars } from '../../ui/charts/bar-chart.tsx';
import type { ChartX } from '../../ui/charts/chart-data.ts';
import { Donut } from '../../ui/charts/donut.tsx';
import { Funnel } from '../../ui/charts/funnel.tsx';
import { Gauge } from '../../ui/charts/gauge.tsx';
import { HeatMap } from '../../ui/charts/heat-map.tsx';
import { AreaChart, LineChart } from '../../ui/charts/line-chart.tsx';
import { Scatter } from '../../ui/charts/scatter.tsx';
import { Sparkline } from '../../ui/charts/sparkline.tsx';
import { Waterfall } from '../../ui/charts/waterfall.tsx';
import {
  BEFORE,
  BRIDGE,
  BY_SEGMENT,
  CASH,
  COHORTS,
  LOAD,
  LONG,
  MANY,
  PIPELINE,
  PROFIT,
  REGIONS,
  REVENUE,
  TICKETS,
  UNFINISHED,
} from './samples.ts';
import { Specimen } from './specimen.tsx';

const TARGETS = [{ label: 'Target 1.2M', value: 1_200_000 }];
const ZONES = [
  { to: 0.9, label: 'Below plan', tone: 'bad' },
  { to: 1.1, label: 'On plan', tone: 'warning' },
  { to: 1.4, label: 'Above plan', tone: 'good' },
] as const;
const GAUGE = [{ key: 'nrr', label: 'Net revenue retention', points: [{ x: 'now', y: 1.18 }] }];
const LINES = [REVENUE, BEFORE];
const ONE = {
  bookings: UNFINISHED,
  revenue: [REVENUE],
  profit: [PROFIT],
  segment: [BY_SEGMENT],
  bridge: [BRIDGE],
  deals: [PIPELINE],
  long: [LONG],
  many: [MANY],
};

/** Every chart of the family on samples. */
export default function ChartsPart() {
  const [hover, setHover] = useState<ChartX | null>(null);
  const [chosen, setChosen] = useState<ChartX | null>(null);
  const pick = ({ x }: { x: ChartX }) => setChosen((now) => (now === x ? null : x));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Specimen
        name="LineChart"
        use="Values over time. Drag across it, or press + and −, to look closer."
        code={`<LineChart title="Revenue by region" unit="MONEY" series={series} zoomable />`}
      >
        <LineChart title="Revenue by region" unit="MONEY" series={REGIONS} zoomable hoverX={hover} onHoverX={setHover} />
      </Specimen>
      <Specimen
        name="LineChart with a forecast"
        use="What is not final is dashed, its interval is a band, what is remarkable is ringed, and a target is a line."
        code={`<LineChart
  title="Bookings"
  unit="MONEY"
  series={[{ key: 'bookings', label: 'Bookings', points: [
    { x: '2024-03-01', y: 1_480_000 },
    { x: '2024-04-01', y: 1_502_000, standing: 'forecast', low: 1_310_000, high: 1_660_000 },
  ] }]}
  targets={[{ label: 'Target 1.2M', value: 1_200_000 }]}
/>`}
      >
        <LineChart title="Bookings" unit="MONEY" series={ONE.bookings} targets={TARGETS} hoverX={hover} onHoverX={setHover} />
      </Specimen>
      <Specimen
        name="AreaChart"
        use="One value over time; what it is compared with is faint."
        code={`<AreaChart title="Revenue" unit="MONEY" series={[now, { ...before, faint: true }]} />`}
      >
        <AreaChart title="Revenue" unit="MONEY" series={LINES} hoverX={hover} onHoverX={setHover} />
      </Specimen>
      <Specimen
        name="AreaChart, stacked"
        use="Parts that add up, over time."
        code={`<AreaChart stacked="sum" title="Revenue by region" unit="MONEY" series={series} />`}
      >
        <AreaChart stacked="sum" title="Revenue by region" unit="MONEY" series={REGIONS} hoverX={hover} onHoverX={setHover} />
      </Specimen>
      <Specimen name="BarChart" use="Values from zero, also below it." code={`<BarChart title="Profit" unit="MONEY" series={[profit]} />`}>
        <BarChart title="Profit" unit="MONEY" series={ONE.profit} />
      </Specimen>
      <Specimen
        name="BarChart, side by side"
        use="A few series at each place."
        code={`<BarChart title="Tickets" unit="COUNT" series={[opened, closed]} />`}
      >
        <BarChart title="Tickets" unit="COUNT" series={TICKETS} />
      </Specimen>
      <Specimen name="StackedBars" use="Parts that add up." code={`<StackedBars title="Revenue by region" unit="MONEY" series={series} />`}>
        <StackedBars title="Revenue by region" unit="MONEY" series={REGIONS} />
      </Specimen>
      <Specimen
        name="StackedBars, 100 %"
        use="Parts of a whole, place by place."
        code={`<StackedBars stacked="whole" title="Mix by region" unit="MONEY" series={series} />`}
      >
        <StackedBars stacked="whole" title="Mix by region" unit="MONEY" series={REGIONS} />
      </Specimen>
      <Specimen
        name="BarChart, lying"
        use="Names, the largest first. Choose one (click, or Enter): other charts can be filtered by it."
        code={`<BarChart lying title="Revenue by segment" unit="MONEY" series={[bySegment]} selected={chosen} onSelect={({ x }) => setChosen(x)} />`}
      >
        <BarChart lying title="Revenue by segment" unit="MONEY" series={ONE.segment} selected={chosen} onSelect={pick} height={300} />
      </Specimen>
      <Specimen
        name="Donut"
        use="Parts of one whole; past seven the smallest are one."
        code={`<Donut title="Segments" unit="MONEY" series={[bySegment]} />`}
      >
        <Donut title="Segments" unit="MONEY" series={ONE.segment} height={300} selected={chosen} onSelect={pick} />
      </Specimen>
      <Specimen
        name="Waterfall"
        use="How one level became another."
        code={`<Waterfall title="From January to June" unit="MONEY" series={[{ key: 'mrr', label: 'MRR', points: [
  { x: 'January', y: 812_000, level: true },
  { x: 'New', y: 148_000 },
  { x: 'Churn', y: -87_000 },
  { x: 'June', y: 873_000, level: true },
] }]} />`}
      >
        <Waterfall title="From January to June" unit="MONEY" series={ONE.bridge} />
      </Specimen>
      <Specimen name="Funnel" use="Stages that fewer and fewer reach." code={`<Funnel title="Pipeline" unit="COUNT" series={[stages]} />`}>
        <Funnel title="Pipeline" unit="COUNT" series={ONE.deals} />
      </Specimen>
      <Specimen
        name="HeatMap"
        use="Many values at once: where there is more."
        code={`<HeatMap title="Requests by hour" unit="COUNT" series={days} />`}
      >
        <HeatMap title="Requests by hour" unit="COUNT" series={LOAD} />
      </Specimen>
      <Specimen
        name="Scatter"
        use="Two numbers of each thing against one another; a third is its area."
        code={`<Scatter title="Accounts" unit="MONEY" up="Revenue" across={{ label: 'Days to pay', unit: 'DAYS' }} series={groups} />`}
      >
        <Scatter title="Accounts" unit="MONEY" up="Revenue" across={{ label: 'Days to pay', unit: 'DAYS' }} series={COHORTS} height={270} />
      </Specimen>
      <Specimen
        name="Gauge"
        use="One value between its ends."
        code={`<Gauge title="Retention" unit="PERCENT" range={[0.6, 1.4]} target={{ label: 'Plan', value: 1.1 }} zones={zones} series={[nrr]} />`}
      >
        <Gauge
          title="Retention"
          unit="PERCENT"
          range={[0.6, 1.4]}
          target={{ label: 'Plan', value: 1.1 }}
          zones={ZONES}
          series={GAUGE}
          height={200}
        />
      </Specimen>
      <Specimen name="Sparkline" use="The course of a number, beside it." code={`<Sparkline points={points} className="h-10 w-40" />`}>
        <div className="flex flex-wrap items-end gap-8">
          {[REVENUE, BEFORE, PROFIT].map(({ key, label, points }) => (
            <div key={key} className="grid gap-1">
              <span className="text-sm text-muted">{label}</span>
              <Sparkline points={points} className="h-10 w-40" />
            </div>
          ))}
        </div>
      </Specimen>
      <Specimen name="Eight looks" use="Colours differ for colour-blind eyes too, and forms differ beside them." className="lg:col-span-2">
        <div className="grid gap-6 lg:grid-cols-2">
          <LineChart title="Eight lines" unit="NUMBER" series={CASH} />
          <StackedBars title="Eight parts" unit="NUMBER" series={CASH} />
        </div>
      </Specimen>
      <Specimen
        name="Ten thousand points"
        use="Drawn with the points that shape the line; every one is still reached by key and in the table."
        className="lg:col-span-2"
      >
        <LineChart title="Measured daily" unit="NUMBER" series={ONE.long} zoomable height={200} />
      </Specimen>
      <Specimen name="A thousand names" use="The largest are drawn, the rest is told." className="lg:col-span-2">
        <BarChart lying title="Orders by customer" unit="COUNT" series={ONE.many} height={260} />
      </Specimen>
    </div>
  );
}
