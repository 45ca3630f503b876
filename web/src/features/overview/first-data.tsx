import { ArrowRight } from 'lucide-react';
import { Link } from 'react-router';
import { UploadPanel } from '../connect/upload-panel.tsx';
import { DemoButton } from '../workspaces/demo-button.tsx';

const STEPS = [
  ['Drop your files', 'CSV, JSON, Parquet or Excel; several at once.'],
  ['Accept what was recognised', 'Tables, types and links, one screen to look over.'],
  ['Ask', 'In plain English; every answer shows its sources.'],
] as const;

/** Somebody without data: one thing to do, right here. */
export function FirstData() {
  return (
    <section
      aria-label="Next step"
      data-next-step
      className="sky relative overflow-hidden rounded-xl border border-line p-5 [--sky-x:88%] sm:p-8"
    >
      <div className="grid items-center gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div className="grid gap-4">
          <div className="grid gap-1.5">
            <h2 className="text-xl font-semibold tracking-tight text-balance">Connect your own data in five minutes</h2>
            <p className="text-md text-muted">Nothing at the source is ever changed.</p>
          </div>
          <ol className="grid gap-3">
            {STEPS.map(([title, text], index) => (
              <li key={title} className="flex gap-3">
                <span
                  aria-hidden
                  className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent"
                >
                  {index + 1}
                </span>
                <span>
                  <span className="font-medium">{title}</span> <span className="text-muted">{text}</span>
                </span>
              </li>
            ))}
          </ol>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <DemoButton />
            <Link to="/connections/new" className="inline-flex items-center gap-1.5 link">
              Connect a database or a business system <ArrowRight aria-hidden size={14} />
            </Link>
          </div>
        </div>
        <div className="rounded-xl bg-surface/80">
          <UploadPanel />
        </div>
      </div>
    </section>
  );
}
