import type { Example } from './example.ts';
import { useOpenOperation } from './use-open-operation.ts';

/** Prepared operations under a heading; each opens in a tab of its own. */
export function OperationList({ heading, operations }: { heading: string; operations: readonly Example[] }) {
  const open = useOpenOperation();
  return (
    <div>
      <h3>{heading}</h3>
      <ul>
        {operations.map((each) => (
          <li key={each.title}>
            <button type="button" onClick={() => open(each)}>
              {each.title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
