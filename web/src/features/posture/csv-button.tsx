import { Download } from 'lucide-react';
import type { PostureFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { downloadPosture } from './posture-csv.ts';

/** Hands out days of posture as a file. @param what is in it, for those who do not see where it stands */
export function CsvButton({ what, name, days }: { what: string; name: string; days: readonly PostureFragment[] }) {
  return (
    <Button aria-label={`${what} as CSV`} onClick={() => downloadPosture(name, days)}>
      <Download aria-hidden size={15} /> CSV
    </Button>
  );
}
