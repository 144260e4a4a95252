interface Picture {
  width: number
  height: number
  data: ArrayLike<number>
}

export function bringDown(
  picture: Picture & { channels?: 3 | 4 },
  factor: number,
): Picture & { data: Float32Array<ArrayBuffer> }
export function difference(one: Picture, other: Picture): { share: number; differing: [number, number][] }
