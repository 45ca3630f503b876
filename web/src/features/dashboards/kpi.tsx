import { useMemo } from 'react';
import { classes } from '../../ui/classes.ts';
import { Sparkline } from '../../ui/charts/sparkline.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { arrowOf, arrowPath, goodWord, trendWord } from '../../ui/trend.ts';
import { changeText, deltaText } from '../../ui/delta.ts';
import { splitValue } from '../../ui/split-value.ts';
import type { Content } from './content.ts';

const FEWEST_POINTS = 3;
/** Longer numbers are set smaller, so that they stand whole. */
const LONG_NUMBER = 9;

/** One number: its value, where it is going and whether that is good, its course, and how sure it is. */
export function Kpi({ content }: { content: Content }) {
  const { delta, trend, series, confidence } = content;
  const course = useMemo(() => series.map(({ start, period, value }) => ({ x: start, name: period, y: value })), [series]);
  const good = trend ? goodWord(trend) : null;
  const change = changeText(content);
  const { number, unit } = splitValue(content.formattedValue ?? '–');
  const words = [trend ? trendWord(trend) : null, deltaText(content), good].filter((each) => each !== null).join(' · ');
  return (
    <div className="kpi relative h-full min-h-0">
      <div className="kpi-head">
        <p
          className={classes(
            'shrink-0 leading-10 font-semibold tracking-tight whitespace-nowrap',
            number.length > LONG_NUMBER ? 'text-xl' : 'text-2xl',
          )}
          data-widget-value
          title={content.text}
        >
          {number}
          {unit ? <span className="text-sm font-medium text-muted"> {unit}</span> : null}
        </p>
        {series.length >= FEWEST_POINTS ? <Sparkline points={course} className="kpi-course" /> : null}
      </div>
      <div className="absolute inset-x-0 bottom-0 flex items-center justify-between gap-2">
        {trend || delta ? (
          <p className="flex min-w-0 items-center gap-1.5 text-sm" title={words}>
            {trend ? (
              <svg width="11" height="11" viewBox="-6 -6 12 12" aria-hidden className="shrink-0">
                <path d={arrowPath(arrowOf(trend), 10)} fill="currentColor" />
              </svg>
            ) : null}
            <span aria-hidden className="truncate">
              {change ? <span className="font-medium">{change} </span> : null}
              <span className="text-muted">{trend ? trendWord(trend) : delta ? `on ${delta.versus}` : ''}</span>
            </span>
            <span className="sr-only">{words}</span>
          </p>
        ) : (
          <span />
        )}
        {confidence ? <ConfidenceMark score={confidence.score} tier={confidence.tier} /> : null}
      </div>
    </div>
  );
}
