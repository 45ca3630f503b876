/** How a unit compares with the base of its dimension: value × factor + offset. */
interface UnitScale {
  readonly dimension: Dimension;
  readonly factor: number;
  readonly offset: number;
}

export type Dimension = 'RATIO' | 'COUNT' | 'TIME' | 'LENGTH' | 'MASS' | 'VOLUME' | 'AREA' | 'DATA' | 'ENERGY' | 'POWER' | 'TEMPERATURE';

/** Units by dimension: how many of the base one of them is, then what else it is called. Lower case: names are compared without it. */
const UNITS: Readonly<Record<Dimension, readonly (readonly [number, ...string[]])[]>> = {
  RATIO: [
    [1, '1', 'ratio', 'fraction'],
    [0.01, '%', 'percent', 'pct', 'percentage', 'points'],
    [0.001, '‰', 'permille'],
    [0.0001, 'bps', 'bp', 'basis points'],
  ],
  COUNT: [
    [1, 'units', 'unit', 'each', 'pcs', 'pieces'],
    [12, 'dozen', 'dz'],
    [1_000, 'thousand', 'thousands', 'k'],
    [1_000_000, 'million', 'millions', 'mn', 'mio'],
    [1_000_000_000, 'billion', 'billions', 'bn'],
  ],
  TIME: [
    [0.001, 'ms', 'millisecond', 'milliseconds', 'millis', 'msec'],
    [0.000001, 'µs', 'us', 'microsecond', 'microseconds'],
    [1, 's', 'sec', 'secs', 'second', 'seconds'],
    [60, 'min', 'mins', 'minute', 'minutes'],
    [3_600, 'h', 'hr', 'hrs', 'hour', 'hours'],
    [86_400, 'd', 'day', 'days'],
    [604_800, 'wk', 'week', 'weeks'],
  ],
  LENGTH: [
    [0.001, 'mm', 'millimetre', 'millimeter', 'millimeters', 'millimetres'],
    [0.01, 'cm', 'centimetre', 'centimeter', 'centimeters', 'centimetres'],
    [1, 'm', 'metre', 'meter', 'metres', 'meters'],
    [1_000, 'km', 'kilometre', 'kilometer', 'kilometres', 'kilometers', 'kms'],
    [0.0254, 'in', 'inch', 'inches'],
    [0.3048, 'ft', 'foot', 'feet'],
    [0.9144, 'yd', 'yard', 'yards'],
    [1_609.344, 'mi', 'mile', 'miles'],
  ],
  MASS: [
    [0.000001, 'mg', 'milligram', 'milligrams'],
    [0.001, 'g', 'gram', 'grams'],
    [1, 'kg', 'kilogram', 'kilograms', 'kgs', 'kilo', 'kilos'],
    [1_000, 't', 'tonne', 'tonnes'],
    [0.45359237, 'lb', 'lbs', 'pound', 'pounds'],
    [0.028349523125, 'oz', 'ounce', 'ounces'],
  ],
  VOLUME: [
    [0.001, 'ml', 'millilitre', 'milliliter', 'millilitres', 'milliliters'],
    [1, 'l', 'litre', 'liter', 'litres', 'liters', 'ltr'],
    [1_000, 'm3', 'm³', 'cubic metre', 'cubic meter'],
    [3.785411784, 'gal', 'gallon', 'gallons'],
  ],
  AREA: [
    [1, 'm2', 'm²', 'sqm', 'square metre', 'square meter'],
    [1_000_000, 'km2', 'km²', 'sqkm'],
    [10_000, 'ha', 'hectare', 'hectares'],
    [0.09290304, 'ft2', 'ft²', 'sqft', 'square foot', 'square feet'],
    [4_046.8564224, 'acre', 'acres'],
  ],
  DATA: [
    [1, 'b', 'byte', 'bytes'],
    [1e3, 'kb', 'kilobyte', 'kilobytes'],
    [1e6, 'mb', 'megabyte', 'megabytes'],
    [1e9, 'gb', 'gigabyte', 'gigabytes'],
    [1e12, 'tb', 'terabyte', 'terabytes'],
    [1_024, 'kib', 'kibibyte', 'kibibytes'],
    [1_048_576, 'mib', 'mebibyte', 'mebibytes'],
    [1_073_741_824, 'gib', 'gibibyte', 'gibibytes'],
  ],
  ENERGY: [
    [1, 'wh', 'watt hour', 'watt hours'],
    [1e3, 'kwh', 'kilowatt hour', 'kilowatt hours'],
    [1e6, 'mwh', 'megawatt hour', 'megawatt hours'],
    [1e9, 'gwh', 'gigawatt hour', 'gigawatt hours'],
  ],
  POWER: [
    [1, 'w', 'watt', 'watts'],
    [1e3, 'kw', 'kilowatt', 'kilowatts'],
    [1e6, 'mw', 'megawatt', 'megawatts'],
  ],
  TEMPERATURE: [[1, '°c', 'celsius', 'degc']],
};

const BY_NAME: ReadonlyMap<string, UnitScale> = new Map([
  ...Object.entries(UNITS).flatMap(([dimension, units]) =>
    units.flatMap(([factor, ...names]) =>
      names.map((name): [string, UnitScale] => [name, { dimension: dimension as Dimension, factor, offset: 0 }]),
    ),
  ),
  ...['°f', 'fahrenheit', 'degf'].map((name): [string, UnitScale] => [name, { dimension: 'TEMPERATURE', factor: 5 / 9, offset: -160 / 9 }]),
  ...['kelvin', 'degk'].map((name): [string, UnitScale] => [name, { dimension: 'TEMPERATURE', factor: 1, offset: -273.15 }]),
]);

const unitOf = (name: string): UnitScale | undefined => BY_NAME.get(name.trim().toLowerCase());

/** The dimension of a unit; null when it is not known. */
export const dimensionOf = (name: string): Dimension | null => unitOf(name)?.dimension ?? null;

/** A value of one unit in the other is (value × multiply + add) ÷ divide: exact in decimals where a factor would not be. */
interface Conversion {
  readonly multiply: number;
  readonly add: number;
  readonly divide: number;
}

/** How a value of one unit becomes one of the other; null when they are not of one dimension. */
export function conversion(from: string, to: string): Conversion | null {
  const [a, b] = [unitOf(from), unitOf(to)];
  if (a === undefined || b === undefined || a.dimension !== b.dimension) return null;
  return { multiply: a.factor, add: clean(a.offset - b.offset), divide: b.factor };
}

/** A number in the other unit: what the SQL of it comes to, but for the last digits of a double. */
export const convert = (value: number, { multiply, add, divide }: Conversion): number => (value * multiply + add) / divide;

/** Words that are units only where nothing else would be meant by them: a single letter is none of a name. */
const LEAST_LETTERS = 2;

/** The unit a column's name ends in: `response_time_ms`, `weight (kg)`; null when it ends in none. */
export function unitInName(tokens: readonly string[]): string | null {
  const last = tokens.at(-1)?.toLowerCase() ?? '';
  if (tokens.length < 2 || (last.length < LEAST_LETTERS && last !== '%')) return null;
  return unitOf(last) === undefined || last === 'in' || last === 'us' || last === 'each' ? null : last;
}

/** Fifteen digits: what a double holds for certain. */
const clean = (value: number): number => Number(value.toPrecision(15));
