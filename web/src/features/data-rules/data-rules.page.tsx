import { useState } from 'react';
import { DataRuleModelDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Masks } from './masks.tsx';
import { MemberList } from './member-list.tsx';
import { RowRules } from './row-rules.tsx';

/** Who sees which records and values. */
export default function DataRulesPage() {
  const [result, refresh] = useGraph(DataRuleModelDocument, {});
  const [version, setVersion] = useState(0);
  const model = known(result)?.entityTypes.nodes ?? [];
  const changed = () => setVersion((count) => count + 1);
  return (
    <Page
      title="Data access"
      guide="data-access"
      intro="Which records and which values members see. It holds wherever data is read: records, answers, dashboards, exports, agents. Owners are restricted only by rules that name them."
    >
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      <RowRules model={model} onChanged={changed} />
      <Masks model={model} onChanged={changed} />
      <MemberList version={version} />
    </Page>
  );
}
