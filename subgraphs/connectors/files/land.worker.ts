import { type LandingStep, type LandingStepInput, landingStep } from './land.ts';

/** Worker thread entry: one step of landing. */
export default function run(input: LandingStepInput): LandingStep {
  return landingStep(input);
}
