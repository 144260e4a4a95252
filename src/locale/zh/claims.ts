import type { ClaimWords } from '../words/claim-words.ts'

/** The words in Chinese, whose verbs have neither tense nor number. */
export const chineseClaims: ClaimWords = {
  moved: (direction, _tense, _isPlural, verb) => {
    if (direction === 'flat') return '持平'
    const pairs = { rise: '上升下降', grow: '增长减少', increase: '增加减少', widen: '扩大缩小', climb: '上升下降' }
    return direction === 'up' ? pairs[verb].slice(0, 2) : pairs[verb].slice(2)
  },
  compared: (direction, kind) => {
    const [more, less, same] = {
      many: ['多于', '少于', '等于'],
      much: ['多于', '少于', '等于'],
      high: ['高于', '低于', '持平于'],
      large: ['大于', '小于', '等于'],
      fast: ['快于', '慢于', '同步于'],
    }[kind]
    return (direction === 'up' ? more : direction === 'down' ? less : same) ?? ''
  },
  portion: (portion) =>
    ({
      'nearly-all': '几乎全部',
      'three-quarters': '约四分之三',
      'two-thirds': '约三分之二',
      half: '约半数',
      third: '约三分之一',
      quarter: '约四分之一',
      few: '不到一成',
      majority: '超过半数',
      minority: '不足半数',
    })[portion],
}
