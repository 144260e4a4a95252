import type { Forms, MovementWords } from '../words/movement-words.ts'

/** The words in Chinese, whose verbs have neither tense nor number. */
export const chineseMovements: MovementWords = {
  verbs: {
    rise: [verb('上升'), verb('下降')],
    grow: [verb('增长'), verb('减少')],
    increase: [verb('增加'), verb('减少')],
    widen: [verb('扩大'), verb('缩小')],
    climb: [verb('上升'), verb('下降')],
  },
  unchanged: verb('持平'),
}

function verb(form: string): Forms {
  return { past: form, present: form, perfect: form, ing: form }
}
