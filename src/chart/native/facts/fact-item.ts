import type { SceneItem, SceneMark } from '../../draw/scene/scene.ts'

/** An item of the scene, with all that Vega has set on it that a native chart asks about. */
export interface FactItem extends Omit<SceneItem, 'items'> {
  items?: FactMark[] | undefined
  dx?: number | undefined
  dy?: number | undefined
  align?: string | undefined
  baseline?: string | undefined
  angle?: number | undefined
  limit?: number | undefined
  size?: number | undefined
  shape?: string | undefined
  strokeWidth?: number | undefined
  strokeDash?: unknown
  fillOpacity?: number | undefined
  strokeOpacity?: number | undefined
  startAngle?: number | undefined
  endAngle?: number | undefined
  innerRadius?: number | undefined
  outerRadius?: number | undefined
  orient?: string | undefined
  theta?: number | undefined
  /** A way in which colours mix. */
  blend?: string | undefined
  radius?: number | undefined
}

export interface FactMark extends Omit<SceneMark, 'items'> {
  name?: string | undefined
  items: FactItem[]
}
