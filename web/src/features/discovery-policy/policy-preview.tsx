import { useEffect, useRef } from 'react';
import { formatMoment, plural } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { ChangeTable } from '../discover/change-table.tsx';
import { CountTiles } from '../discover/count-tiles.tsx';
import type { Preview } from './policy-editor.tsx';
import { POLICY_SECTIONS } from './policy-fields.ts';

const LABELS = new Map(POLICY_SECTIONS.flatMap(({ fields }) => fields.map(({ path, label }) => [path, label])));
const named = (paths: readonly string[]): string => paths.map((path) => LABELS.get(path) ?? path).join(', ');

/** What another policy would have made of a past scan. */
export function PolicyPreview({ preview }: { preview: Preview }) {
  const { scan, before, after, changed, changes, shownByScanOnly, ignored } = preview;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <Panel title={`What would change in scan ${scan.number}`} label="Preview">
      <div ref={place} className="grid scroll-mt-16 gap-4" data-preview-changed={changed}>
        {scan.asOf === null ? null : <p className="text-muted">As of {formatMoment(scan.asOf)}.</p>}
        <CountTiles counts={after} before={before} />
        <p role="status">
          {changed === 0
            ? 'Every application would be judged as it is.'
            : `${plural(changed, 'application')} would be judged differently${changes.length < changed ? `; the first ${changes.length} are shown` : ''}.`}
        </p>
        {changes.length > 0 ? <ChangeTable label="What would change" changes={changes} /> : null}
        {shownByScanOnly.length > 0 ? (
          <p className="text-sm text-muted">Shown by a new scan only, not here: {named(shownByScanOnly)}.</p>
        ) : null}
        {ignored.length > 0 ? <p className="text-sm text-muted">Of no consequence: {named(ignored)}.</p> : null}
      </div>
    </Panel>
  );
}
