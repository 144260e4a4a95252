import { type NumberWords, year } from '../numbers/number-words.ts'
import { chineseSpoken } from './spoken-numbers.ts'

/** Numbers in Chinese, without groups: 万 and 亿 part their digits. */
export const chineseNumbers: NumberWords = {
  notation: { decimal: '.', group: '', leastGrouped: Number.POSITIVE_INFINITY },
  otherGroups: '',
  alongside: ['en'],
  qualifiers: {
    'at least': ['至少', '不少于', '不低于'],
    'at most': ['至多', '不超过', '最多'],
    over: ['超过', '超', '逾', '突破', '多于', '高于'],
    nearly: ['近', '接近', '将近'],
    under: ['不足', '不到', '低于', '少于'],
    about: ['约为', '约', '大约', '大概'],
  },
  scale: '\\s?(?:万亿|亿|千万|百万|万|千)(?![零一二三四五六七八九十])',
  powers: { 万亿: 12, 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3 },
  more: '多|余',
  points: '个?百分点',
  percent: '%',
  after: [['(?:个|人|元|的)?以上', 'at least']],
  dates: [
    `${year}(?:年(?:\\d{1,2}月(?:\\d{1,2}日)?)?|年?[上下]半年|年?第[一二三四]季度)`,
    '\\d{1,2}月(?:\\d{1,2}日)?(?!\\d)',
    '(?<![\\d.,])\\d{1,2}日(?!\\d)',
  ],
  ordinals: '第\\d+(?:[、,至和]\\d+)*',
  labels: '(?:图|表|附录|来源|注|共) ?\\d+(?:\\.\\d+)?(?![\\d%万亿])',
  isNumbering: () => true,
  scaleStart: '[万亿]',
  to: ['至', '到'],
  between: ['在', '和'],
  months: [],
  spoken: chineseSpoken,
}
