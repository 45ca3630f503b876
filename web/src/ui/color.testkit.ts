/** The arithmetic of colours that tests measure with: sRGB, contrast after WCAG 2, OKLab (B. Ottosson, 2020), colour-blind eyes (Machado, Oliveira, Fernandes, 2009). */
export type Rgb = readonly [number, number, number];

/** "#8ea8ff" as three parts between 0 and 1. */
export function rgbOf(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

const toLinear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const fromLinear = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);
const linear = ([r, g, b]: Rgb): Rgb => [toLinear(r), toLinear(g), toLinear(b)];

function luminance(color: Rgb): number {
  const [r, g, b] = linear(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

type Matrix = readonly [Rgb, Rgb, Rgb];
const dot = (one: Rgb, other: Rgb) => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
const times = (matrix: Matrix, color: Rgb): Rgb => [dot(matrix[0], color), dot(matrix[1], color), dot(matrix[2], color)];

const LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const FROM_LMS: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

const labOfLinear = (color: Rgb): Rgb => times(LAB, times(LMS, color).map((part) => Math.cbrt(part)) as unknown as Rgb);

/** Lightness and the two axes of hue, in which distances are as people see them. */
export function oklab(color: Rgb): Rgb {
  return labOfLinear(linear(color));
}

/** `color-mix(in oklab, one part, other)`. */
export function mix(one: Rgb, other: Rgb, part: number): Rgb {
  const [a, b] = [oklab(one), oklab(other)];
  const lab = a.map((value, index) => value * part + (b[index] ?? 0) * (1 - part)) as unknown as Rgb;
  const lms = times(FROM_LAB, lab).map((value) => value ** 3) as unknown as Rgb;
  return times(FROM_LMS, lms).map((value) => fromLinear(Math.min(1, Math.max(0, value)))) as unknown as Rgb;
}

/** What eyes see that lack one of the three kinds of cones, and those that lack none. */
export const EYES: Record<'usual' | 'protanopia' | 'deuteranopia' | 'tritanopia', Matrix> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** How far apart two colours are for such eyes: 0.02 is just seen side by side. */
export function distance(one: Rgb, other: Rgb, eyes: Matrix): number {
  const seen = (color: Rgb) => labOfLinear(times(eyes, linear(color)).map((part) => Math.min(1, Math.max(0, part))) as unknown as Rgb);
  const [a, b] = [seen(one), seen(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
