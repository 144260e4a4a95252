import type { ColorName, Theme } from './theme.ts'
import { type Light, toLight } from './theme-colors.ts'

/** Two colours of a chart that some reader, or a black-and-white printer, cannot tell apart. */
export interface SeriesFault {
  a: ColorName
  b: ColorName
  /** In which way they are seen. */
  seen: Seeing
  /** CIELAB distance, one decimal; in grey the difference of lightness alone. */
  delta: number
  /** What it should be at least. */
  least: number
}

/** In grey, or by people who lack one of the three kinds of cones. */
export type Seeing = 'grey' | 'protanopia' | 'deuteranopia' | 'tritanopia'

/** Differences that stay plain between areas and lines that do not touch. A just noticeable one is about 2. */
const least = { grey: 15, color: 20 } as const

/** The colours that stand for different things in one chart. */
const pairs: readonly [ColorName, ColorName][] = [
  ['accent', 'context'],
  ['accent', 'second'],
]

/**
 * Linear RGB as seen without one kind of cone, severity 1: G. M. Machado and others,
 * A Physiologically-based Model for Simulation of Color Vision Deficiency (2009).
 */
const blindness: Record<Exclude<Seeing, 'grey'>, readonly Light[]> = {
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
}

/** The series colours of a theme that stay too alike in grey or for the colour-blind. */
export function checkSeries(colors: Theme['colors']): SeriesFault[] {
  return pairs.flatMap(([a, b]) =>
    (['grey', 'protanopia', 'deuteranopia', 'tritanopia'] as const).flatMap((seen) => {
      const delta = distance(colors[a], colors[b], seen)
      const wanted = seen === 'grey' ? least.grey : least.color
      // Never rounded up to what it does not reach.
      return delta >= wanted ? [] : [{ a, b, seen, delta: Math.floor(delta * 10) / 10, least: wanted }]
    }),
  )
}

/** CIELAB distance of two colours as they are seen (CIE 1976); in grey their difference of lightness. */
export function distance(a: string, b: string, seen: Seeing): number {
  const [one, other] = [toLab(see(toLight(a), seen)), toLab(see(toLight(b), seen))]
  const parts = one.map((value, index) => value - (other[index] ?? 0))
  return seen === 'grey' ? Math.abs(parts[0] ?? 0) : Math.hypot(...parts)
}

function see(light: Light, seen: Seeing): Light {
  return seen === 'grey' ? light : transform(blindness[seen], light, (value) => Math.min(1, Math.max(0, value)))
}

function transform(matrix: readonly Light[], [x, y, z]: Light, finish: (value: number) => number): Light {
  const row = (index: number): number => {
    const [a, b, c] = matrix[index] ?? [0, 0, 0]
    return finish(a * x + b * y + c * z)
  }
  return [row(0), row(1), row(2)]
}

/** From linear sRGB through XYZ over the white of D65. */
const toXyz: readonly Light[] = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
]

function toLab(light: Light): Light {
  const [x, y, z] = transform(toXyz, light, (value) =>
    value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116,
  )
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** Smaller type is lost in print. */
export const leastType = 7

/** The sizes of a theme's page, by their keys, that are smaller than print can hold. */
export function checkTypeSizes({ page }: Theme): { key: keyof Theme['page']; size: number }[] {
  const sizes = ['title', 'heading', 'subheading', 'body', 'small', 'keyFigure'] as const
  return sizes.flatMap((key) => (page[key] < leastType ? [{ key, size: page[key] }] : []))
}
