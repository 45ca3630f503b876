/** An answer with how sure it is of being right. */
export interface Answer {
  readonly confidence: number;
  readonly right: boolean;
}

const BINS = 10;

/** Share of right answers; 1 when there are none. */
export const accuracy = (answers: readonly Answer[]): number => shareOf(answers.filter((one) => one.right).length, answers.length);

/** Mean distance between confidence and share right over ten equal bins, weighed by their answers (expected calibration error). */
export function calibrationError(answers: readonly Answer[]): number {
  let error = 0;
  for (const bin of Map.groupBy(answers, ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS))).values()) {
    const sure = bin.reduce((sum, one) => sum + one.confidence, 0) / bin.length;
    error += (bin.length / answers.length) * Math.abs(sure - accuracy(bin));
  }
  return round(error);
}

/** Of what is accepted alone: how much of it is right, and how much of all it is. */
export function acceptedAlone(answers: readonly Answer[], threshold: number): { autoPrecision: number; autoCoverage: number } {
  const accepted = answers.filter((one) => one.confidence >= threshold);
  return { autoPrecision: accuracy(accepted), autoCoverage: shareOf(accepted.length, answers.length) };
}

export const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const shareOf = (part: number, whole: number): number => (whole === 0 ? 1 : round(part / whole));
