import { boundingWords } from '../../dataset/figure/bounding-words.ts'
import { type NumberWords, year } from '../numbers/number-words.ts'
import { chineseSpoken } from './spoken-numbers.ts'

/** 18日; 18日至24日, 18—24日. */
const days = '\\d{1,2}(?:日?[—–至到和、~～-]\\d{1,2})*'

/** Numbers in Chinese, without groups: 万 and 亿 part their digits. */
export const chineseNumbers: NumberWords = {
  notation: { decimal: '.', group: '', leastGrouped: Number.POSITIVE_INFINITY },
  otherGroups: '',
  alongside: ['en'],
  bounds: boundingWords.zh,
  scale: '\\s?(?:万亿|亿|千万|百万|万|千)(?![零一二三四五六七八九十])',
  powers: { 万亿: 12, 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3 },
  more: '多|余',
  points: '个?(?:百分点|基点)',
  percent: '%',
  // Ages are none of these: 60岁以上 names people.
  counted: '(?:[个人元的艘台家户名位件辆次篇座处所吨条种]|小时|公里)?',
  dates: [
    `${year}(?:年(?:(?:\\d{1,2}月?[—–至到-])?\\d{1,2}月(?:${days}日)?)?|年?[上下]半年|年?第[一二三四]季度)`,
    `${year}(?=[至到和与及、—–~-]${year}年)`,
    `(?:(?<!\\d[.,]?)\\d{1,2}月?[—–至到-])?\\d{1,2}月(?:${days}日)?(?!\\d)`,
    '(?<!\\d[.,]?)\\d{1,2}日(?!\\d)|(?<!\\d)1[5-8]\\d\\d年|[早上午晚晨]\\d{1,2}[点时](?!\\d)',
  ],
  ordinals: '第\\d+(?:[、,至和]\\d+)*|(?<![\\d.])\\d{1,3}号(?=[线井楼门厅])',
  // 图1 and 表2, but not 代表2980名 nor 关注500人; 共9页 after 第1页, but not 共4700艘.
  labels:
    '(?:电话|拨打|热线)[:：]? ?[\\d-]{3,}(?![\\d万亿%户人])|\\b(?:GB|ISO)(?:\\/T)? ?\\d+|(?<![代发关备地企])(?:图|表|附录|来源|注) ?\\d+(?:\\.\\d+)?(?![\\d%万亿])|共 ?\\d+(?=[页章节张]|部分)',
  isNumbering: () => true,
  scaleStart: '[万亿]',
  to: ['至', '到'],
  between: ['在', '和'],
  months: [],
  seasons: ['冬季|冬天', '春季|春天', '夏季|夏天', '秋季|秋天'],
  spoken: chineseSpoken,
}
