import type { Role } from '../../kernel/viewer/viewer.ts';
import type { Pilot } from '../agent/pilots.ts';
import type { Look } from './reading/look.ts';
import { type Found, MAX_FINDINGS, MAX_FURTHER, type Need, type Report } from './report.ts';

/** Something a pilot looks at by itself, without a language model: the same data always give the same findings. */
export interface Analysis {
  /** `<pilot>.<what>`, also the name of its tool. */
  name: string;
  pilot: Pilot;
  title: string;
  description: string;
  /** Whether its findings tell something of records: then they are not for everybody. */
  records: boolean;
  /** Who is shown its findings; left out: everybody. */
  audience?: readonly Role[];
  run(look: Look): Promise<Examined>;
}

export interface Examined {
  findings: readonly Found[];
  complete: boolean;
  examined: number;
  needs: readonly Need[];
}

const WEIGHT = { CRITICAL: 3, HIGH: 2, MEDIUM: 1, LOW: 0 } as const;

/** Nothing could be looked at, for want of this. */
export function lacking(...needs: readonly Need[]): Examined {
  return { findings: [], complete: false, examined: 0, needs };
}

/** The report of an analysis: the gravest findings first, then those that bring most, then by key, so that equal data give equal reports. */
export async function report(analysis: Analysis, look: Look): Promise<Report> {
  const { findings, complete, examined, needs } = await analysis.run(look);
  const sorted = findings.toSorted(
    (a, b) =>
      WEIGHT[b.severity] - WEIGHT[a.severity] ||
      (b.proposal?.benefit?.value ?? 0) - (a.proposal?.benefit?.value ?? 0) ||
      b.measure.value - a.measure.value ||
      (a.key < b.key ? -1 : 1),
  );
  return {
    analysis: analysis.name,
    findings: sorted.slice(0, MAX_FINDINGS),
    further: sorted.slice(MAX_FINDINGS, MAX_FINDINGS + MAX_FURTHER).map(({ key }) => key),
    complete: complete && sorted.length <= MAX_FINDINGS + MAX_FURTHER,
    examined,
    needs: [...needs],
  };
}
