import { ChartNoAxesColumn, Download, Image, Table2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { IconButton, Button } from '../button.tsx';
import { classes } from '../classes.ts';
import { downloadCsv } from '../csv.ts';
import { notify } from '../notify.ts';
import { useSize } from '../use-size.ts';
import type { ChartProps } from './chart-data.ts';
import './charts.css';
import { Legend } from './legend.tsx';
import { Skeleton } from './skeleton.tsx';
import type { Shape } from './skeleton.tsx';
import type { Twin } from './twin.ts';
import { TwinTable } from './twin-table.tsx';
import type { SeriesChoice } from './use-series.ts';

/** Charts say nothing below this width or height. */
const SMALLEST_PX = 80;
const USUAL_HEIGHT_PX = 240;

interface ChartFrameProps extends Omit<ChartProps, 'unit' | 'series' | 'onSelect' | 'selected'> {
  shape: Shape;
  hasData: boolean;
  twin: () => Twin;
  /** Series to choose among; one alone needs no legend. */
  choice?: SeriesChoice | undefined;
  form?: 'line' | 'area';
  /** Said below the drawing: what is not drawn, and why. */
  note?: string | null;
  /** More tools beside the usual ones. */
  tools?: ReactNode;
  smallest?: number;
  children: (size: { width: number; height: number }) => ReactNode;
}

/** What stands around every chart: heading, tools (table, CSV, picture), legend, and what is shown while there is nothing to draw. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, shape, hasData, twin, choice, form = 'area', note, chrome = 'full', loading = false, problem = null, children } = props;
  const { smallest = SMALLEST_PX, height = USUAL_HEIGHT_PX } = props;
  const [own, setOwn] = useState<'chart' | 'table'>('chart');
  const figure = useRef<HTMLElement>(null);
  const view = props.view ?? own;
  const fill = height === 'fill';
  const ready = !loading && !problem && hasData;
  return (
    <figure
      ref={figure}
      aria-label={title}
      aria-busy={loading || undefined}
      data-chart={shape}
      data-state={loading ? 'loading' : problem ? 'failed' : hasData ? 'ready' : 'empty'}
      className={classes('group/chart relative m-0 flex min-w-0 flex-col gap-2', fill && 'h-full min-h-0')}
    >
      {chrome === 'none' ? null : (
        <figcaption className={classes('flex items-start justify-between gap-3', chrome === 'tools' && 'justify-end')}>
          {chrome === 'full' ? (
            <span className="line-clamp-2 min-h-7 min-w-0 pt-0.5 text-base leading-6 font-semibold break-words" dir="auto" title={title}>
              {title}
            </span>
          ) : null}
          {ready ? <Tools {...{ title, view, setView: props.view ? null : setOwn, twin, figure, more: props.tools }} /> : null}
        </figcaption>
      )}
      {ready && view === 'chart' && choice && choice.all.length > 1 ? <Legend choice={choice} form={form} /> : null}
      {ready && view === 'table' ? (
        <TwinTable title={title} twin={twin()} height={fill ? null : height} />
      ) : (
        <Box height={fill ? null : height} smallest={smallest} draw={ready ? children : null}>
          {loading ? <Skeleton shape={shape} title={title} /> : null}
          {!loading && problem ? (
            <div
              role="alert"
              data-problem={problem.code}
              className="grid h-full content-center justify-items-start gap-1.5 overflow-y-auto rounded-md border border-dashed border-low px-4 py-2 text-sm"
            >
              <p className="font-medium text-low">{problem.message}</p>
              {problem.todo ? <p className="text-muted">{problem.todo}</p> : null}
              {problem.retry && props.onRetry ? (
                <Button className="mt-1 min-h-8" onClick={props.onRetry}>
                  Try again
                </Button>
              ) : null}
            </div>
          ) : null}
          {!loading && !problem && !hasData ? (
            <div className="grid h-full place-content-center justify-items-center gap-1 rounded-md border border-dashed border-line px-4 text-center text-sm text-muted">
              {props.empty ?? 'There is nothing to draw here yet: no value in this time or for this filter.'}
            </div>
          ) : null}
        </Box>
      )}
      {ready && note && view === 'chart' ? <p className="text-xs text-muted">{note}</p> : null}
    </figure>
  );
}

interface BoxProps {
  /** null: as high as the box it stands in. */
  height: number | null;
  smallest: number;
  draw: ((size: { width: number; height: number }) => ReactNode) | null;
  children: ReactNode;
}

/** The room for the drawing, measured; what is too small for it shows nothing. */
function Box({ height, smallest, draw, children }: BoxProps) {
  const [box, size] = useSize<HTMLDivElement>();
  return (
    <div
      ref={box}
      className={classes('relative min-w-0', height === null && 'min-h-0 flex-1')}
      style={height === null ? undefined : { height }}
    >
      {children}
      {draw && size && size.width >= smallest && size.height >= smallest ? draw(size) : null}
    </div>
  );
}

interface ToolsProps {
  title: string;
  view: 'chart' | 'table';
  setView: ((view: 'chart' | 'table') => void) | null;
  twin: () => Twin;
  figure: RefObject<HTMLElement | null>;
  more: ReactNode;
}

/** What can be done with a chart that is drawn. */
function Tools({ title, view, setView, twin, figure, more }: ToolsProps) {
  const [busy, setBusy] = useState(false);
  const picture = async () => {
    const element = figure.current;
    if (!element || busy) return;
    setBusy(true);
    try {
      const { downloadPng } = await import('../png.ts');
      await downloadPng(element, title);
    } catch {
      notify('error', 'The picture could not be made.', 'Take the table as CSV instead, or try another browser.');
    }
    setBusy(false);
  };
  return (
    <span data-no-picture className="chart-tools flex shrink-0 text-muted">
      {more}
      {setView ? (
        <IconButton
          label={view === 'chart' ? `Show as a table: ${title}` : `Show as a chart: ${title}`}
          aria-pressed={view === 'table'}
          className="size-7"
          data-chart-tool="table"
          onClick={() => setView(view === 'chart' ? 'table' : 'chart')}
        >
          {view === 'chart' ? <Table2 aria-hidden size={15} /> : <ChartNoAxesColumn aria-hidden size={15} />}
        </IconButton>
      ) : null}
      <IconButton
        label={`Save as CSV: ${title}`}
        className="size-7"
        data-chart-tool="csv"
        onClick={() => {
          const { head, rows } = twin();
          downloadCsv(
            title,
            head.map(({ name }) => name),
            rows,
          );
        }}
      >
        <Download aria-hidden size={15} />
      </IconButton>
      <IconButton
        label={`Save as a picture: ${title}`}
        className="size-7"
        data-chart-tool="png"
        aria-busy={busy || undefined}
        onClick={() => void picture()}
      >
        <Image aria-hidden size={15} />
      </IconButton>
    </span>
  );
}
