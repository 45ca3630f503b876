import { arrowOf, arrowPath } from '../../../ui/trend.ts';
import { coarse, sparkPath } from './spark-path.ts';
import { isGood } from './words.ts';
import type { GalaxyNode } from './words.ts';

/** A planet's face, as shares of its radius: how wide and high its course is, and where it stands. */
const SPARK = { width: 1.02, height: 0.36, top: 0.22 };
/** From the course to the arrow, as a share of the arrow's size. */
const ARROW_GAP = 0.8;

/** A trend's arrow in ink: full where it goes the good way, empty where the bad one. */
export function TrendArrow({ node, size }: { node: GalaxyNode; size: number }) {
  if (!node.trend) return null;
  const bad = isGood(node.trend) === false;
  return (
    <path
      d={arrowPath(arrowOf(node.trend), size)}
      fill={bad ? 'none' : 'var(--ink)'}
      stroke="var(--ink)"
      strokeWidth="1.25"
      strokeLinejoin="round"
      data-good={!bad}
    />
  );
}

interface FaceProps {
  node: GalaxyNode;
  /** The value as it fits. */
  value: string;
  fontSize: number;
  radius: number;
}

/** What stands on a planet: its value, its course over time, and the arrow of its trend. */
export function Face({ node, value, fontSize, radius }: FaceProps) {
  const sun = node.orbit === 'CENTRE';
  const size = sun ? 11 : 7.5;
  const width = SPARK.width * radius;
  const spark = sparkPath(coarse(node.sparkline), width, SPARK.height * radius);
  const below = spark !== null || node.trend !== null;
  const row = (spark ? width : 0) + (node.trend ? size * (spark ? 1 + ARROW_GAP : 1) : 0);
  return (
    <g pointerEvents="none">
      <text
        textAnchor="middle"
        y={below ? fontSize * 0.06 : fontSize * 0.35}
        fontSize={fontSize}
        fontWeight="650"
        letterSpacing="-0.02em"
        fill="var(--ink)"
      >
        {`${value} `}
      </text>
      {spark ? (
        <g transform={`translate(${-row / 2} ${SPARK.top * radius})`}>
          <path d={spark.area} fill="var(--ink)" opacity="0.1" />
          <path
            d={spark.line}
            fill="none"
            stroke="var(--ink)"
            strokeWidth={sun ? 1.75 : 1.4}
            strokeLinejoin="round"
            strokeLinecap="round"
            opacity="0.8"
          />
          <circle cx={spark.end.x} cy={spark.end.y} r={sun ? 2.5 : 1.9} fill="var(--ink)" />
        </g>
      ) : null}
      {node.trend ? (
        <g transform={`translate(${row / 2 - size / 2} ${(SPARK.top + SPARK.height / 2) * radius})`}>
          <TrendArrow node={node} size={size} />
        </g>
      ) : null}
    </g>
  );
}
