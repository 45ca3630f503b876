import type { ConnectionKind, ConnectorFormsQuery } from '../../gql/graphql.ts';
import { RadioCard } from '../../ui/radio-card.tsx';

type Fabric = Pick<ConnectorFormsQuery, 'fabricPlanes' | 'fabricPlaneCatalogue' | 'planePolicy'>;
type Plane = Fabric['fabricPlanes']['nodes'][number];

/** The planes that a kind of connection can go through, and whether the policy lets it. */
function planesFor(
  kind: ConnectionKind,
  { fabricPlanes, fabricPlaneCatalogue, planePolicy }: Fabric,
): { plane: Plane; allowed: boolean }[] {
  const carrying = new Set(fabricPlaneCatalogue.filter(({ carries }) => carries.includes(kind)).map((each) => each.kind));
  return fabricPlanes.nodes
    .filter((plane) => carrying.has(plane.kind))
    .map((plane) => ({ plane, allowed: planePolicy.allowedKinds.includes(plane.kind) }));
}

/** Whether there is anything to choose: a plane that could carry it, or a policy that forbids direct calls. */
export function needsPlane(kind: ConnectionKind, fabric: Fabric): boolean {
  return !fabric.planePolicy.directAllowed || planesFor(kind, fabric).length > 0;
}

interface PlaneChoiceProps {
  kind: ConnectionKind;
  fabric: Fabric;
  /** The id of a plane; empty for a direct call. */
  value: string;
  problem: string | undefined;
  onChange: (planeId: string) => void;
}

/** What a connection goes through, within the company's policy. */
export function PlaneChoice({ kind, fabric, value, problem, onChange }: PlaneChoiceProps) {
  const { directAllowed } = fabric.planePolicy;
  const planes = planesFor(kind, fabric);
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">What it goes through</legend>
      <RadioCard
        name="planeId"
        label="Direct"
        hint={
          directAllowed ? 'Straight to the source, through no plane.' : 'The company’s policy forbids direct calls: it would not be read.'
        }
        checked={value === ''}
        onChoose={() => onChange('')}
      />
      {planes.map(({ plane, allowed }) => (
        <RadioCard
          key={plane.id}
          name="planeId"
          label={plane.name}
          hint={`${fabric.fabricPlaneCatalogue.find((each) => each.kind === plane.kind)?.label ?? plane.kind}${allowed ? '' : ' – the company’s policy does not allow it'}${plane.status === 'DOWN' ? ' – it is down' : ''}`}
          checked={value === plane.id}
          onChoose={() => onChange(plane.id)}
        />
      ))}
      {problem ? <p className="text-sm text-low">{problem}</p> : null}
      {!directAllowed && planes.every(({ allowed }) => !allowed) ? (
        <p className="text-sm text-muted">No plane that is allowed can carry it. An owner or administrator adds one under Planes.</p>
      ) : null}
    </fieldset>
  );
}
