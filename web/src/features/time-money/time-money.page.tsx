import { CompanyTimeZoneDocument, TimeMoneyDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Page } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { Rates } from './rates.tsx';
import { ZoneForm } from './zone-form.tsx';

/** Settings: the fiscal calendar, the reporting currency and the rates it is reached by. */
export default function TimeMoneyPage() {
  const [result, refresh] = useGraph(TimeMoneyDocument, {});
  const [zoneResult] = useGraph(CompanyTimeZoneDocument, {});
  const zone = known(zoneResult)?.tenant.timeZone ?? null;
  return (
    <Page
      title="Time & money"
      intro="What a quarter is, when a week starts, and in which currency amounts are told: for every question and dashboard."
    >
      {result.state === 'loading' ? <Loading label="Loading how time and money are counted" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' ? (
        <CalendarForm key={result.data.insightsSettings.changedAt ?? ''} settings={result.data.insightsSettings} refresh={refresh} />
      ) : null}
      {zone === null ? null : <ZoneForm key={zone} timeZone={zone} />}
      <Rates />
    </Page>
  );
}
