import type { FindingKeeper } from '../../findings/finding-keeper.ts';
import type { Tool } from '../../tools/tool.ts';
import { ANALYSES } from '../analyses.ts';
import type { AskDoor } from '../../tools/through-door.ts';
import { analysisTool } from './analysis-tool.ts';
import { effectTools } from './effect-tools.ts';
import { findingTools } from './finding-tools.ts';

/** The tools of the pilots' playbooks. */
export function playbookTools({ door, keeper, clock }: { door: AskDoor; keeper: FindingKeeper; clock: () => Date }): readonly Tool[] {
  return [...ANALYSES.map((analysis) => analysisTool(analysis, door, clock)), ...findingTools(keeper), ...effectTools(door)];
}
