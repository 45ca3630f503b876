import type { AssetDetails, Certificate } from '../details/asset-details.ts';
import { standardOf } from '../known/attestations.ts';

/** A security attestation with when it ends, by itself or by its standard; null where nobody knows when it was issued. */
export interface Paper {
  standard: string;
  independent: boolean;
  expires: number | null;
  record: string | null;
}

/** All attestations, the one that holds longest first. */
export function papersOf({ attestations }: AssetDetails): Paper[] {
  const papers = (attestations?.entries() ?? []).map(([, { standard, issued, expires, record }]): Paper => {
    const { name, months, independent } = standardOf(standard);
    return { standard: name, independent, expires: expires ?? (issued === null ? null : addMonths(issued, months)), record };
  });
  return papers.toSorted(
    (one, other) => (other.expires ?? -Infinity) - (one.expires ?? -Infinity) || (one.standard < other.standard ? -1 : 1),
  );
}

/** Whether a paper holds at a moment; one that nobody knows the end of does. */
export const holds = ({ expires }: { expires: number | null }, asOf: number): boolean => expires === null || expires > asOf;

/** Certificates that something was served with, without those that a later one of the same subject replaced. */
export function certificatesInUse({ certificates }: AssetDetails): Certificate[] {
  const bySubject = Map.groupBy(
    (certificates?.entries() ?? []).map(([, certificate]) => certificate),
    ({ subject }) => subject ?? '',
  );
  return [...bySubject.values()].flatMap((same) => same.toSorted((one, other) => (other.to ?? Infinity) - (one.to ?? Infinity))[0] ?? []);
}

function addMonths(at: number, months: number): number {
  const date = new Date(at);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getTime();
}
