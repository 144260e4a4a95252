import { createClaimWords, type Forms } from '../words/claim-words.ts'

/** The words in Chinese, whose verbs have neither tense nor number. */
export const chineseClaims = createClaimWords({
  movements: {
    rise: [verb('上升'), verb('下降')],
    grow: [verb('增长'), verb('减少')],
    increase: [verb('增加'), verb('减少')],
    widen: [verb('扩大'), verb('缩小')],
    climb: [verb('上升'), verb('下降')],
  },
  unchanged: verb('持平'),
  compared: {
    many: ['多于', '少于', '等于'],
    much: ['多于', '少于', '等于'],
    high: ['高于', '低于', '持平于'],
    large: ['大于', '小于', '等于'],
    fast: ['快于', '慢于', '同步于'],
  },
  portions: {
    'nearly-all': '几乎全部',
    'three-quarters': '约四分之三',
    'two-thirds': '约三分之二',
    half: '约半数',
    third: '约三分之一',
    quarter: '约四分之一',
    few: '不到一成',
    majority: '超过半数',
    minority: '不足半数',
  },
})

function verb(form: string): Forms {
  return { past: form, present: form, perfect: form, ing: form }
}
