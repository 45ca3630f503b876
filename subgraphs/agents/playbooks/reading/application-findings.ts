import type { Analysis, Examined } from '../analysis.ts';
import { lacking } from '../analysis.ts';
import { applicationsKnown, type AssetFindingSeen, assetFindings, foundAbout, NO_TELEMETRY } from './asset-findings.ts';
import type { Look } from './look.ts';

interface Asked {
  /** Codes of findings. */
  codes: readonly string[];
  /** What the number of a finding counts. */
  label: string;
  /** Which of them; left out: all. */
  which?: (seen: AssetFindingSeen) => boolean;
}

/** What scans found of these kinds. */
export async function examineApplications(look: Look, { codes, label, which = () => true }: Asked): Promise<Examined> {
  const examined = await applicationsKnown(look);
  if (examined === 0) return lacking(NO_TELEMETRY);
  const { seen, complete } = await assetFindings(look, codes);
  return { findings: seen.filter(which).map((each) => foundAbout(each, label)), complete, examined, needs: [] };
}

/** An analysis that tells what scans found and derives nothing itself. */
export function applicationAnalysis(about: Omit<Analysis, 'run' | 'records'>, asked: Asked): Analysis {
  return { ...about, records: false, run: (look) => examineApplications(look, asked) };
}
