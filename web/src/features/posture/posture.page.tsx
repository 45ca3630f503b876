import { Gauge, SearchX } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { PostureByDepartmentDocument, PostureDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Choice } from '../../ui/field.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { DiscoverFrame } from '../discover/discover-frame.tsx';
import { CsvButton } from './csv-button.tsx';
import { DayComparison } from './day-comparison.tsx';
import { DepartmentTable } from './department-table.tsx';
import { PostureNow } from './posture-now.tsx';

const PostureCourse = lazy(() => import('./posture-course.tsx'));

/** /assets/posture: how the company, or a department (?department=), stands, has stood, and what changed (?from=&to=, days). */
export default function PosturePage() {
  const [{ department, from, to }, set] = useSearchState(['department', 'from', 'to']);
  const [result, refresh] = useGraph(PostureDocument, { department: department === '' ? null : department });
  const [others, refreshOthers] = useGraph(PostureByDepartmentDocument, {});
  const days = known(result)?.posture ?? null;
  const departments = known(others)?.postureByDepartment ?? null;
  const last = days?.at(-1);
  const names = (departments ?? []).flatMap((each) => (each.department === null ? [] : [each.department]));
  const nothing = last === undefined && department === '' && result.state === 'ready';
  return (
    <DiscoverFrame
      title="Posture"
      guide="scans"
      intro="How well what runs is governed, owned and safe: by each scan, in one number and what it is made of."
      actions={days && last ? <CsvButton what="Days" name={`posture-${department || 'company'}`} days={days} /> : null}
    >
      {names.length > 0 || department !== '' ? (
        <Choice
          label="Of"
          className="w-full sm:w-72"
          value={department}
          options={[
            { value: '', label: 'the whole company' },
            ...[...new Set([...names.toSorted((one, other) => one.localeCompare(other)), ...(department === '' ? [] : [department])])].map(
              (name) => ({ value: name, label: name }),
            ),
          ]}
          onChange={(event) => set({ department: event.target.value, from: '', to: '' })}
        />
      ) : null}
      {days === null && result.state === 'loading' ? <Loading label="Loading the posture" lines={6} /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {nothing ? (
        <Empty icon={Gauge} title="Nothing has been scanned" actions={<ButtonLink to="/assets/scans">Scan telemetry</ButtonLink>}>
          Each scan of telemetry says how well what runs is governed. The first one shows here, those after it what changed.
        </Empty>
      ) : null}
      {last === undefined && department !== '' && result.state === 'ready' ? (
        <Empty
          icon={SearchX}
          title="Nothing is known of this department"
          actions={<ButtonLink to="/assets/posture">The whole company</ButtonLink>}
        >
          No scan found an application of {department}.
        </Empty>
      ) : null}
      {days && last ? (
        <>
          <PostureNow day={last} />
          <Suspense fallback={<Loading label="Loading the chart" />}>
            <PostureCourse days={days} />
          </Suspense>
          {days.length > 1 ? <DayComparison days={days} from={from} to={to} onChange={set} /> : null}
        </>
      ) : null}
      {others.state === 'failed' ? <ProblemNote problem={others.problem} onRetry={refreshOthers} /> : null}
      {departments && !nothing && department === '' ? <DepartmentTable departments={departments} /> : null}
    </DiscoverFrame>
  );
}
