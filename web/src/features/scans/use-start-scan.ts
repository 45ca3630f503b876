import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { StartScanDocument } from '../../gql/graphql.ts';
import type { StartScanInput } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';

/** Starts a scan and goes to where it is shown. Resolves with what stands against it, else null. */
export function useStartScan(): (input: StartScanInput) => Promise<Problem | null> {
  const run = useRun();
  const navigate = useNavigate();
  return useCallback(
    async (input) => {
      const ended = await run(StartScanDocument, { input });
      if (!ended.ok) return ended.problem;
      const { startScan } = ended.data;
      if (startScan.__typename === 'InputRefused') return problemOfRefusal(startScan.problems);
      await navigate(`/assets/scans/${startScan.scan.id}`);
      return null;
    },
    [run, navigate],
  );
}
