import { Segments } from '../../ui/segments.tsx';
import type { Reviewing } from './use-review.ts';

/** Which columns are shown, how many were looked at, and the keys. */
export function ReviewBar({ review }: { review: Reviewing }) {
  const { counts } = review;
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <Segments
        label="Which columns"
        value={review.only === 'review' || review.only === 'mine' ? review.only : ''}
        options={[
          { value: '', label: `All ${counts.all}` },
          { value: 'review', label: `To review ${counts.review}` },
          { value: 'mine', label: `Yours ${counts.mine}` },
        ]}
        onChange={review.setOnly}
      />
      <p className="text-sm text-muted" role="status">
        {review.seen.size} of {counts.all} looked at
      </p>
      <p className="text-sm text-muted max-lg:hidden">
        <kbd>j</kbd> <kbd>k</kbd> move · <kbd>o</kbd> open · <kbd>a</kbd> right · <kbd>r</kbd> none of these · <kbd>x</kbd> leave out ·{' '}
        <kbd>1</kbd>–<kbd>3</kbd> take an alternative
      </p>
    </div>
  );
}
