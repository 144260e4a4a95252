import type { Lexicon } from '../words/lexicon.ts'
import { englishPhrasings } from './phrasings.ts'

/** English. Regular forms (increase, increases, increased, increasing) are one entry. */
export const english: Lexicon = {
  words: {
    up: `revise|revised|revising|revises up, revised|revise|revising up to, upward revision, =warmed, explode, increase, rise, rises, rose, risen, grow, grew, =grown, growth, climb, gain, =expand, =expands, =expanded, expansion, surge, soar, jump, leap, leapt
      swell, swelled, swollen, mount, multiply, extend, extension, raise, boost, =add, =adds, =added, =adding, lift, hike, upturn, uptick, upswing, upsurge
      rebound, recover, recovery, bounce back, bounced back, strengthen, escalate, escalation, balloon, mushroom, rocket, skyrocket, spike, shoot up, shot up
      go up, goes up, went up, gone up, going up, pick up, picked up, edge up, inch up, creep up, crept up, tick up, move up, push up, drive up, drove up, driven up
      is up to, are up to, was up to, were up to, up on the year, up on last, up on the previous, up on a year, up on the quarter, up from last, up from the year, up from a year, up from the previous, up since, up on|from 0000|january|february|march|april|may|june|july|august|september|october|november|december, up on|from the first|second|third|fourth|same|opening|final, up on|from spring|summer|autumn|winter, scale up, step up, ramp up, build up, built up, pile up, heighten, enlarge, augment, appreciate, revive, revival, upward, upwards, advance by, advanced by, advanced to
      =up, =upped, flourish, thrive, proliferate, win back, won back, lengthen, win over, widen to, widened to, widens to, widen by, widened by, broaden, outgrow, outgrew, multiply by, catch up to, caught up to
      sign up, signed up, prosper, deepen, bulge, snowball, firm up, firmed up, advance from, advanced from, gained ground, gain ground, gaining ground, a plus of, become dearer, became dearer, get|gets|got|getting dearer, become more expensive, became more expensive, on the rise, on the increase, rally, rallied, ascend, boom, burgeon, =inflated, intensify, resurge, resurgence, spiral, spiralled, zoom, catapult, shot to, shoot to, go through the roof, went through the roof, gone through the roof, take off, took off, taken off, clawed back, bounced to, bounced up, snap back, snapped back, sprang back, roared back, comeback, higher to #, higher at #, get bigger, got bigger, grow larger, grew larger, become more common, became more common, become commoner, became commoner, become more frequent, became more frequent, more and more, ever more, headed north, go from strength to strength, went from strength to strength, made up ground, grew longer, grow longer, get longer, got longer, back up, back up to #, go|goes|went|gone|going back up, mounting, mounted, swelling, nudge|nudged|nudging up, on the way up, added another #, crept back up, beef|beefed up, bump|bumped up, top|topped up by, ratchet|ratcheted up, drift|drifted up, crept higher|upwards, edged|edge|inch|inched|tick|ticked|move|moved|push|pushed|drift|drifted higher, on the up, is|are|was|were back up, regain|regained ground, make|makes|made gains, win|wins|won|winning trust|confidence|readers|customers|users|visitors|followers|support|ground, goes from strength to strength`,
    down: `revise|revised|revising|revises down, revised|revise|revising down to, downward revision, depreciate, depreciation, economise|economised|economising on, lessen, lessened, =cooled, the drop in, a drop in, implode, disappear, vanish, become more affordable, became more affordable, decrease, decline, fall, falls, fell, fallen, drop, shrink, shrank, shrunk, shrinkage, lose, loses, lost, losing, loss, losses, dip, slip, slide, slid, sink, sank, sunk
      plunge, plummet, tumble, slump, collapse, crash, contract, contraction, reduce, reduction, cut, cuts, cutting, =lowered, =lowering, diminish, diminution, dwindle
      ebb, recede, retreat, subside, wane, wither, erode, erosion, downturn, downswing, shorten, deplete, trim, slash, curtail, down on the year, down on last, down on the previous, down on a year, down on the quarter, down from last, down from the year, down from a year, down from the previous, down since, down on|from 0000|january|february|march|april|may|june|july|august|september|october|november|december, down on|from the first|second|third|fourth|same|opening|final, down on|from spring|summer|autumn|winter, scale back, scale down, cut back, cutback
      go down, goes down, went down, gone down, going down, come down, came down, coming down, edge down, tick down, drift down, bring down, brought down, weaken, taper, drop off
      fall off, fell off, fall back, fell back, fallen back, fall away, fell away, shed, sheds, shedding, down, downward, downwards, dry up, dried up, halting decline, nosedive, slippage
      lag further, thin out, run down, ran down, fade, abate, ease, eased, easing, relinquish, forfeit, sag, drain, =decimated, =decimates, =thins, =thinned, =thinning, narrow to, narrowed to, narrows to, narrow by, narrowed by, lose ground, lost ground, losing ground, shave off, shaved off, pare, pared, whittle, whittled
      slacken, on the decline, on the wane, nosedived, cratered, softened, say goodbye to, said goodbye to, plumb, a minus of, become cheaper, became cheaper, get|gets|got|getting cheaper, become less expensive, became less expensive, cave in, peter out, petered out, tail off, tailed off, crumble, crater, dive, dived, evaporate, falter, =tanked, wilt, take a hit, took a hit, taken a hit, suffer a setback, suffered a setback, downsize, downscale, go south, went south, squeeze, prune, chop, =slimmed, undermine, lower to #, lower at #, get smaller, got smaller, grow smaller, become rarer, became rarer, become scarcer, became scarcer, become less common, became less common, become less frequent, became less frequent, go into reverse, went into reverse, languish, fizzle out, fizzled out, roll back, rolled back, rein in, reined in, pull back, pulled back, ebb away, chip away, chipped away, hollow out, hollowed out, dial back, dialled back, row back, rowed back, fewer and fewer, ever fewer, less and less, go out of fashion, gone out of fashion, went out of fashion, knock off #, knocked off #, grew shorter, got shorter, get shorter, melt away, melted away, back down, back down to #, go|goes|went|gone|going back down, nudge|nudged down, on the way down, crept|creep down, crept lower|downwards, edge|edged|inch|inched|tick|ticked|move|moved|push|pushed|drift|drifted lower, is|are|was|were back down, give|gives|gave|given up #, give|gives|gave|given back #, slackened, pull|pulls|pulled down, wind|wound down, sap|sapped, scaled down, whittled down, slimmed down, on the retreat, at a low ebb, ground|grinding|grind ~ to a halt, calm|calmed|calming down, die|died|dying down, cool|cooled|cooling off, quieten|quietened down, gone since, gone from, run|ran|runs out of steam|momentum|puff`,
    flat: `did not change, does not change, not changed, not changing, not have changed, unchanged, stagnate, stagnation, stagnant, flat at, remained flat, stayed flat, static, constant, stay at, stayed at, remained at, remain at, remains at, held at, stood still, no change, freeze at, froze at, frozen, stuck at, level at #, was level, were level, left at #, pegged at, no growth, zero growth
      the same number|figure|level|total|share|rate|amount|value as, the same as before, the same as a year before, the same as a year ago, neither rose nor fell, as many as a year ago, as many as before, as many as a year before, as many as the year before, as much as the year before, as many as a year earlier, stayed put, stay|stays put, stood pat, stand|stands still, standing still`,
    'nearly-flat': `all but unchanged, plateau, level off, levelled off, leveled off, flatlined, flatten out, flattened out, stalled, stall at, practically|virtually|almost|nearly|roughly|broadly the same number|figure|level|total|share|rate|amount|value as, little or no change, hardly any change, scarcely any change, barely any change, little change, barely changed, hardly changed, scarcely changed, little changed, changed little, barely moved, hardly moved, scarcely moved, barely budged, hardly budged, virtually unchanged, almost unchanged, nearly unchanged, practically unchanged
      largely unchanged, broadly unchanged, broadly stable, broadly flat, roughly level, much the same
      held steady, hold steady, holding steady, stay steady, stayed steady, remain steady, remained steady, steady at, stable at, is stable, was stable, were stable, are stable, remain stable, remained stable, stayed stable, stable on, hovered at, hovered around, held firm, hold firm, hardly|barely|scarcely|little different, little different from, almost the same as, much as it|they was|were, virtually|almost|nearly|practically|largely|essentially|roughly flat|stable|constant|steady|level|static`,
    'as-before':
      'as in, just as in, as it was in, as they were in, as a year|quarter|month earlier|before|ago, return|returns|returned|returning to its|their|the|that, back to|at|on its|their|the, back to|at where, back to|at what, fell|fallen|slipped|rose|risen|climbed back to its|their|the, recovered its|their',
    narrower: 'narrow, close, closing, shrink, converge, convergence',
    wider:
      'widen, open up, opened up, diverge, divergence, drift apart, drift * apart, grow * apart, grew * apart, pull * ahead of, pull ahead of',
    better: 'improve, improvement, better, get better, got better, on the mend, look up, looking up, brighten',
    best: 'best ~ record, has|have|had|with the best ~ record, has|have|had|with the best, fared best, did best, does best, performed best, best-performing, best-placed, is|was|are|were best, is|was|are|were the best, the best at #, the best for, at its|their best, better ~ than any|all|every other, best ~ since',
    worst:
      'worst ~ record, has|have|had|with the worst ~ record, has|have|had|with the worst, fared worst, did worst, does worst, performed worst, worst-performing, worst-placed, is|was|are|were worst, is|was|are|were the worst, the worst at #, the worst for, at its|their worst, worse ~ than any|all|every other, worst ~ since',
    worse:
      'worsen, deteriorate, deterioration, worse, get worse, got worse, darken, sour, suffer, go downhill, went downhill',
    slowed:
      'slow, slowdown, slow down, decelerate, deceleration, lose pace, lost pace, losing pace, lose momentum, lost momentum, lose speed, lost speed, lose steam, cool',
    'gained-pace':
      'accelerate, acceleration, speed up, sped up, gain pace, gained pace, gather pace, gathered pace, gain momentum, gained momentum, gather speed, pick up speed, picked up speed, pick up pace, picked up pace, quicken',
    more: 'less gloomy|pessimistic|downbeat, more optimistic|upbeat, warmer, hotter, milder, wetter, sunnier, less negative, fuller, more, greater, higher, larger, longer, bigger, =additional, stronger, broader, extra, richer, heavier, busier, dearer, costlier, pricier, taller, deeper, likelier, readier, keener, thicker',
    less: 'more gloomy|pessimistic|downbeat, gloomier, less optimistic|upbeat, colder, cooler, chillier, drier, cloudier, duller, rarer, scarcer, more negative, emptier, less, fewer, lower, smaller, shorter, weaker, poorer, lighter, quieter, cheaper, shallower, narrower, thinner',
    above: `ahead of where, is|are|was|were|still|well|just|far ahead of where, above|over|past where, outscore, outscored, outearn, outearned, outlive, outlived, outpoll, outpolled, replaced|replaces|displaced|overtook|overtakes|passed ~ as the main|largest|biggest|leading|top|principal|chief|most, replaced|replaces|displaced|overtook|overtakes|passed ~ as the ~ with most, replaced|replaces|displaced|overtook|overtakes|passed ~ as the ~ with the most, over the|its|their target|ceiling|limit|threshold|goal|cap, milder than, wetter than, sunnier than, break through, broke through, broken through, breach, cross|crosses|crossed the threshold|mark|barrier of, go|goes|went|gone|pass|passes|passed|break|broke|broken through the, over, above, exceed, exceeded, exceeds, exceeding, surpass, outnumber, overtake, overtook, overtaken, outstrip, outperform, outweigh, top, tops, topped, ahead of, slightly ahead, just ahead, well ahead, clearly ahead, still ahead, far ahead, narrowly ahead, now ahead, is ahead, are ahead, past, beyond, pass, more than, higher than, greater than, larger than, longer than, bigger than, later than, older than, dearer than, costlier than, pricier than, more expensive than, warmer than, hotter than, heavier than, taller than, deeper than, wider than, stronger than, busier than
      or more than, or more, or higher, at least, no fewer than, no less than, not less than, upwards of, in excess of, lead, leads, led, well over, just over, far more than, beat, beats, eclipse, overshoot, overshot, outdo, outdid, outdone, outdoes, outshine, outshone, outrank, outsell, outsold, dwarf, dwarfed, dwarfs, leave behind, left behind, edge out, edged out, edge past, edged past, back above, back over, likelier than`,
    below: `below|behind|under where, short of where, is|are|was|were|still|well|just|far below|behind where, fell|fall|falls|falling * short of, closer|nearer than, chillier than, drier than, cloudier than, duller than, rarer than, scarcer than, approaching, approaches, nearing, under, below, beneath, short of, fell short of, falls short of, fall short of, fallen short of, falling short of, behind, lag, lag behind, trailing, trail, trails, trailed, less than, fewer than, lower than, smaller than, shorter than, sooner than, younger than, cheaper than, less expensive than, colder than, cooler than, lighter than, shallower than, narrower than, weaker than, quieter than, just under, well under, nearly, almost, close to, just short of
      or less, or fewer, or lower, up to, at most, no more than, no more * than, no more * * than, not more than, undershoot, undershot, yet to regain|reach|recover|match, yet to return|get|come ~ to, not regained|recovered|matched, not back to|at, not even, not quite`,
    about: 'about, around, approximately, roughly, some, circa, more or less, in the region of, something like',
    faster:
      'at a faster|quicker pace|rate, faster than, more strongly, more quickly, more rapidly, more sharply, more steeply, outpace, quicker than, more quickly than, faster, more rapidly than, more strongly than, quicker, swifter, swifter than, sooner',
    slower:
      'at a slower pace|rate, slower than, more slowly, less strongly, less quickly, less rapidly, less sharply, less steeply, more slowly than, less quickly than, slower, more slowly, less fast than, less strongly than, did|do|does|has|have not keep|kept pace with, failed|fails|fail|failing to keep pace with, lag|lags|lagged|lagging behind the growth of|in',
    largest: `is|was|are|were|remained|became the top * by|for|in, widest, sharpest annual|yearly|monthly|quarterly, more|higher|larger|longer|greater|bigger|busier|dearer ~ than any|all * other than, more|higher|larger|longer|greater|bigger|busier|dearer ~ than any|all * except|but|besides|barring, most often|frequently|commonly|widely|regularly, the widest coverage|range|choice|reach|network|area, is|was|are|were the best-selling, best-selling, top-selling, biggest-selling, best-seller, bestseller, biggest seller, top seller, the most optimistic|upbeat, the least pessimistic|gloomy, ran|run|runs|worked|work hardest, deadliest, riskiest, most dangerous, the|its|their main|chief|principal reason|cause|market|source|destination|supplier|customer|partner|buyer|crop|ground|purpose|barrier|obstacle|motive|concern|means|mode|form|type|channel|activity, warmest, hottest, mildest, wettest, sunniest, market leader, heaviest, pay most, pays most, paid most, earn most, earns most, earned most, spend most, spends most, spent most, cost most, costs most, largest, biggest, greatest, most numerous, highest, the most frequent|common|popular|used|visited|widespread|prevalent|numerous|affected, the most, most popular, most common, most =used, most visited, top place, longest, =leading, foremost, beat every other, beats every other, beat all other, beats all other, beat all the other, ahead of every other, ahead of all other, ahead of all the other, outdid every other, outdid all other, outdo all other, most frequent, most widespread, most prevalent, most likely, most affected, commonest, contribute|contributes|contributed|contributing most, contribute|contributes|contributed|contributing the most
      strongest, richest, busiest, not seen such a high, dearest, costliest, priciest, most expensive, tallest, deepest, fullest, more than those|that of any|every other, more|higher|larger|longer|greater|bigger|busier|dearer ~ than any|all|every other, more|higher|larger|longer|greater|bigger|busier|dearer ~ than anywhere|elsewhere|anyone, more|higher|larger|longer|greater|bigger|busier|dearer than that|those of|in|at|for any|all|every other, peak|peaks|peaked among, the keenest, most severe, more|higher|larger|longer than the others|rest, ahead of the others|rest|field, tops the list|table, top of the list|table, has|have|had not been this|so|as high|long|large|many|big|great|strong|busy|much|expensive|dear, hasn’t|haven’t been this|so|as high|long|large|many|big|great|strong|busy|much|expensive|dear, has|have|had not been higher|larger|longer|busier|stronger, more|higher|larger|longer|greater|bigger|busier|dearer ~ than in|on|at|for any|all|every other, more|higher|larger|longer|greater|bigger|busier|dearer ~ than in|on|at|for all the other, top spot|slot|position|rank, pole position, lead|leads|led the way|field|market|table|pack`,
    range: 'range|ranges|ranged|ranging|varied|varies|varying from',
    extreme:
      'most|least selective|competitive|affordable|efficient|equal|unequal|balanced|concentrated|demanding|difficult|reliable|punctual|stable|volatile|resilient|dependent|exposed|vulnerable|remote|accessible|restrictive, the|its|their most|least selective|competitive|affordable|efficient|equal|unequal|balanced|concentrated|demanding|difficult|reliable|punctual|stable|volatile|resilient|dependent|exposed|vulnerable|remote|accessible|restrictive',
    smallest:
      'fewer|less|lower|smaller|shorter|cheaper ~ than any|all * other than, fewer|less|lower|smaller|shorter|cheaper ~ than any|all * except|but|besides|barring, least often|frequently|commonly|widely|regularly, the most pessimistic|gloomy, the least optimistic|upbeat, coldest, coolest, chilliest, driest, cloudiest, dullest, lightest, smallest, fewest, lowest, least, shortest, least popular, least common, least =used, least visited, least prevalent, least likely, least affected, least frequent, least widespread, behind every other, behind all other, behind all the other, rarest, weakest, quietest, cheapest, least expensive, shallowest, narrowest, emptiest, scarcest, fewer|less|lower|smaller|shorter|cheaper ~ than any|all|every other, fewer|less|lower|smaller|shorter|cheaper ~ than anywhere|elsewhere|anyone, fewer|less|lower|smaller|shorter|cheaper than that|those of|in|at|for any|all|every other, bottom of the list|table, has|have|had not been this|so|as low|short|small|few|little|weak|quiet|cheap, hasn’t|haven’t been this|so|as low|short|small|few|little|weak|quiet|cheap, has|have|had not been lower|smaller|shorter|fewer, fewer|less|lower|smaller|shorter|cheaper ~ than in|on|at|for any|all|every other, fewer|less|lower|smaller|shorter|cheaper ~ than in|on|at|for all the other',
    fastest:
      'gained|lost|grew|rose|fell|added|shed|increased|declined|dropped more ~ than any|all|every other, gained|lost|grew|rose|fell|added|shed more * * * * than any|all|every other, faster|quicker|swifter ~ than any|all|every other, faster|quicker|swifter ~ than in|on|at|for any|all|every other, more quickly|rapidly|strongly|steeply|sharply ~ than any|all|every other, grew|grow|grows|growing faster ~ than any|all|every other, fastest, quickest, most steeply|sharply|markedly|dramatically, most rapidly, most quickly, most strongly, fastest-growing, fastest growing, steepest, sharpest, nowhere ~ as fast|quickly',
    slowest:
      'slower ~ than any|all|every other, slower ~ than in|on|at|for any|all|every other, more slowly ~ than any|all|every other, slowest, least steeply|sharply|markedly, most slowly, least quickly, slowest growing, least strongly, nowhere ~ as slow|slowly',
    record: `=record, =records, record high, record level, record number, all-time high, highest ever, highest yet, highest level, its highest, their highest, highest on record, highest since records began, largest ever, biggest ever, longest ever
      best ever, most ever, new high, new peak, =peak, peaked, never before, never been higher, never higher, never more, unprecedented, a high of, high|highest point of, historic high, record-breaking, unsurpassed, =unmatched, more than ever, higher than ever, larger than ever, longer than ever, bigger than ever, greater than ever, most yet, never so many, never before so many, never have so many, never before have so many, never before was so much, never before has so much, never been as high, never been so high, never been as many, never been so many, never been as much, never been so much, never been as large, never been so large, never been as long, never been so long, never as many, never as high, never as much, never so high, never so much, never had|held|counted|seen|employed so many, never had as many, never stood higher, never longer, never been longer, never larger, never been larger, never been stronger, never busier, never been busier, more|higher|larger|longer|greater|bigger|busier|dearer ~ than in|at any other|previous|earlier|preceding year|quarter|month|half|time|point`,
    lowest: `record low, record lows, record cold, cold record, cold records, all-time low, lowest ever, lowest yet, lowest level, its lowest, their lowest, lowest on record, smallest ever, shortest ever, fewest ever, fewest yet, new low, never been lower, never lower, never fewer, historic low
      bottomed out, trough, a low of, low|lowest point of, least ever, fewer than ever, lower than ever, less than ever, smaller than ever, shorter than ever, never so few, never so little, never before have so few, never have so few, never before so few, never before were so few, never before was so little, never before has so little, never been as low, never been so low, never been as few, never been so few, never been as little, never been so little, never been as small, never been so small, never been as short, never been so short, never as few, never as low, never so low, never had so few, never had as few, never stood lower, never shorter, never been shorter, never smaller, never been smaller, fewer|less|lower|smaller|shorter|cheaper ~ than in|at any other|previous|earlier|preceding year|quarter|month|half|time|point`,
    'over-a-year':
      'on the year, in a year, within a year, over a year, over the year, year on year, year-on-year, within one year, within twelve months',
    deficit: `negative expectations|outlook|sentiment|balance|views, pessimists outnumber, pessimists * outnumber, pessimists * * outnumber, turn|turned|turning pessimistic, import surplus, net importer|importers, contraction territory, contractionary territory, below the no-change|neutral mark|threshold|level, subtract, detract, dampen|dampened|dampens|curb|curbed inflation, drag on growth, drag on the, a drag on, dragged on, weigh on growth, weighed on growth, weighs on growth, weighing on growth, negative contribution, off inflation|growth, off the annual|headline|inflation rate, off annual|headline inflation, deficit, shortfall, borrowed, more than it|they|we took in, more than it|they|we collected|received, more than was taken in, less than it|they|we spent, in the red, loss-making, loss making, made a loss, makes a loss, making a loss, net loss, operating loss, deflation, net outflow, negative growth, negative territory, negative balance, negative at, is negative, are negative, was negative, were negative
      turn negative, turned negative, stay negative, stayed negative, remain negative, remains negative, remained negative, still negative`,
    surplus: `positive expectations|outlook|sentiment|balance|views, optimists outnumber, optimists * outnumber, optimists * * outnumber, turn|turned|turning optimistic, out of negative territory, out of the red, export surplus, net exporter|exporters, expansion territory, expansionary territory, above the no-change|neutral mark|threshold|level, supported growth, supports growth, supporting growth, boosted growth, positive contribution, positive contributions, surplus, more than it|they|we spent, more than was spent, less than it|they|we took in, less than was taken in, in the black, made a profit, makes a profit, making a profit, net profit, operating profit, net inflow, positive growth, positive territory, positive balance, positive at, is positive, are positive, was positive, were positive
      turn positive, turned positive, stay positive, stayed positive, remain positive, remains positive, remained positive, still positive`,
    'first-time': 'for the first time',
    'in-a-row':
      'half in succession, half in a row, half running, half-year in succession, half-year in a row, half-year running, consecutive half, consecutive half-year, successive half, successive half-year, in a row, for a * year, for the * year, for a * month, for the * month, for a * quarter, a * consecutive, a * successive, a * straight, in each|all of the last|past|previous|preceding * years|quarters|months|weeks|halves, =running, consecutive, consecutively, =successive, =straight|successive|consecutive quarters|months|years|half-years of, =quarters|months|years|half-years of, straight year, straight years, on end, in succession, on the trot',
    'each-time':
      'each|every survey|wave|edition|round, month after month, month by month, quarter after quarter, quarter by quarter, week after week, week by week, every week, each week, =continuously, =continually, steadily, uninterruptedly, without a break, without interruption, uninterrupted, every year, each year, year after year, year by year, every single year, every month, each month, every quarter, each quarter, every|each half-year|half, from year to year, year on year without a break',
    majority:
      '=most, =majority, the bulk of, predominantly, mostly, predominate, preponderance, the better part of, the greater|larger|bigger|major part|share|portion of, the larger|greater|bigger component|part|share|half, mainly, chiefly, principally, the lion’s share, is|are the rule|norm',
    minority: '=minority, a smaller part of, is|are|was|were the exception',
    'nearly-all':
      'nearly all, almost all, nearly every, almost every, nearly everyone, almost everyone, virtually all, virtually every, practically all, nearly universal, near-universal, all but universal, nearly everybody, almost everybody',
    all: 'elsewhere, =all, =every, everyone, everybody, =each, the whole of, universal, without exception, invariably, unanimous, everywhere, across the board, throughout, the whole',
    few: '=few, only a few, just a few, very few, hardly any, hardly anyone, scarcely any, barely any, tiny minority, a handful of, a tiny part of, a small fraction of, almost none, almost no one, next to none, =marginal, a sliver of',
    ever: 'the * previous|preceding|prior years|quarters|months|surveys, the previous|preceding|prior * years|quarters|months|surveys, for any month, for any quarter, for any year, in this table|series|bulletin, of the months|quarters|years|periods|half-years|waves|surveys shown|covered, ever, never, yet ., yet ;, yet :, yet at, yet with, yet were, yet was, on record, since records began, in history, in its history, to date, so far, all time, in any earlier, in any previous, in any other year, in any other quarter, in any other month, in any of the, in any year, in any quarter, in any month, at any time, at any other time, at any point, any other year, any other quarter, any other month, any year before, any quarter before',
    than: 'than they did, than it did, than we did, than they had, than it had, than they were, than it was, than, as opposed to, compared with, compared to, against, versus, relative to, in contrast to, in comparison with',
    earlier: `a year before, a year ago, the year before, the previous year, last year, a year earlier, the year earlier, the same quarter of, the same month of, the same week of, the same weeks of, the same months of, the same quarters of, the same day of, the same period of, the same time of, before, previously, in the past, at the start, a month before, last month, the previous month, the month before, last quarter, the prior quarter, the prior month, the prior year
      the quarter before, the previous quarter, then, earlier, formerly, it was, they were, it used to be, a decade ago, a decade before, ago, last spring|summer|autumn|fall|winter`,
    not: 'not, yet to, never, no, none, neither, nor, without, hardly, =barely, scarcely, =cannot, nobody, nothing, no longer, no one, not yet, far from, failed to, fail to, did not, does not, do not, has not, have not, didn’t, doesn’t, don’t, hasn’t, haven’t, isn’t, wasn’t, weren’t, aren’t, put|puts|brought|brings an end to, ended its|their, ended the decline of, brought to an end, called a halt to, halted, reversed, reverses, arrested, =stemmed, broke with, put a stop to',
    open: `above|below|outside|within|inside the|its|their target band|range|corridor would, used to, escape|escapes|escaped|escaping|spared, is|are to be, if, whether, would, =should, =could, may, might, =will, shall, aim, plan, plans, planned, planning, =expect, =expected, =expects, =expecting, hope, hopes, keep|keeps|kept|keeping|prevent|prevents|prevented|preventing|stop|stops|stopped|stopping ~ from, target is, target to, target of, targets are, goal is, goal to, goal of, goals are, forecast, project to, projected, intend, want, wants, unless, ought, predict, prediction
      propose, proposal, consider, =likely, =unlikely, possible, possibly, perhaps, probably, suppose, imagine, to be able to, asked for, ask for, demand that, demands that, demanded that, must, wish, potential, can, set to, due to rise, due to fall, in order to, so as to, ask * to, asked * to, asks * to, asking * to, urge, urged, urges, call for, called for, calls for, invite * to, invited * to, were it not`,
    beside:
      'while, whereas, whilst, but, although, though, yet loans|the|it|they|its|their|there|this, however, even as, on the other hand, by contrast, rather than, instead of',
    within:
      'having, when, where, as costs, as prices, as demand, as wages, as rents, as inflation, as interest rates, as competition, as fuel, as energy prices, which, who, whose, whom, because, after, until, as soon as, in which, that is why, despite, for all its, for all their, in spite of, contrary to, owing to, thanks to, because of, amid, before they, before it, before the, where the, following, during',
    verb: `managed to, manages to, manage to, succeeded in, posted, posts, recorded a|an|the, =keep, =keeps, =kept, closed at, closes at, closed the year, closed the quarter, closed the period, closed the month, =is, =are, =was, =were, =be, =been, =has, =have, =had, came, come, comes, stand, stands, stood, number, numbers, numbered, make, makes, made, make up, makes up, made up, account, accounts, accounted, amount, amounted, total, totalled, totaled
      count, counted, counts, use, uses, used, hold, holds, held, reach, reached, reaches, remain, remained, serve, served, serves, employ, employed, employs, show, shows, showed, give, gives, gave, take, takes, took, get, gets, got
      offer, offers, offered, pay, pays, paid, live, lives, lived, work, works, worked, open, opened, borrow, borrowed, visit, visited, buy, buys, bought, belong, include, includes, included, lent, lend, spend, spent, contribute, contributed, state, stated, say, says, said, began, begin, begins, =see, =sees, =saw, =seen, lead to`,
    contrast:
      'only, the * other, the rest, the remainder, the others, otherwise, merely, just, the remaining, no more than, the other',
    met: 'been reached|achieved, within its|their|the|our cap, within its|their|the|our annual|national|sectoral cap|limit|budget|ceiling|quota, reached|reach|reaches the|its|their|this ~ target|goal|standard, target|goal|objective has|have been reached|achieved|hit|closed, target|goal|objective was|were reached|achieved|hit, meet, meets, met, within target, within its|their|the|our limit|limits|budget|ceiling|quota, within its target, within their target, within the target, within our target, inside the target, inside its target, on target, achieve the target, achieved the target, achieved its target, achieved their target, achieved our target, hit, hits, reached the target, reach the target, reached the goal, reach the goal, reached its goal, reached its target, reached their target, reached their goal, attained, attain, fulfilled, fulfil, fulfill',
    missed:
      'breach|breaches|breached|breaching its|their|the ~ requirement|requirements|minimum, in breach of its|their|the ~ requirement|requirements|minimum, outside|beyond the|its|their target, miss, misses, missed, fell short, falls short, fall short, lag behind the, did not reach, not reached',
    gap: 'the|its|their lead of ~ over, the|its|their lead over, gap, difference, distance, disparity, differential',
    alike:
      'hardly|barely|scarcely any difference, almost|virtually|practically no difference, close to the|its|their figure|level|value|total|number|share|rate of, close to the average|mean|median, almost|nearly|just|about as likely ~ as, =equal, =equals, =equalled, almost equals, almost equal, nearly equal, nearly equals, about equal, roughly equal, on a par with, level with, almost|nearly|virtually|practically identical, all but identical, were|are|was|is identical, almost|nearly|virtually|practically the same, differ|differs|differed|differing little|hardly|barely|scarcely, draw|drew|drawn|draws level with, neck and neck, tied with, caught up with, matched, matches, the same as those of, just as many * as, just as many as, no different from',
    'for-every': 'for every, for each',
    'as-much':
      'as|so high|many|long|large|much|big|great|often|strong|busy|dear|expensive|common|full|numerous|frequent|likely ~ as, as|so fast|quickly|rapidly|strongly|steeply|sharply ~ as',
    'as-little': 'as|so low|few|short|small|little|seldom|rarely|weak|quiet|cheap|rare ~ as',
    former: 'the former, former',
    latter: 'the latter, latter',
    none: `a few, planning authority|authorities|application|applications|permission|permissions|appeal|appeals|committee|committees|inspector|inspectorate|law|policy|system|decision|decisions, was|were first asked|published|introduced|collected|measured|recorded|reported|included|held|launched|conducted|observed|set, rely|relies|relied|depend|depends|depended mainly|chiefly|principally|mostly on, watch|watches|watched|listen|listens|listened|read|reads|use|uses|used * every day|week|month, watch|watches|watched|listen|listens|listened|read|reads|use|uses|used * * every day|week|month, close|closes|closed|closing with, was|were|is|are asked for, almost|nearly|practically entirely|exclusively|solely|wholly, continue|continued|continues to record, more|less affordable|accessible|attractive|convenient|sustainable|visible|suitable|reluctant|hesitant|cautious|willing|inclined|sensitive|vulnerable|exposed|dependent|reliant|comfortable|familiar|interested|involved|engaged|difficult|complex|uncertain|stable|volatile|resilient|balanced|evenly|detailed|recent|reliable|precise|mobile|flexible, =closely, pay|pays|paid|paying up, long lagged|trailed behind, lagged|trailed|fallen behind ., lagged|trailed|fallen behind ;, lagged|trailed|fallen behind :, burn|burns|burnt|burned|burning down, drop|drops|dropped|dropping out, drop-outs, take|takes|took|taken|taking over, has|have|had|with at least one|two|three, cuts than, tax|job|pay|rate|interest|budget cuts, cut|cuts|cutting * rates, under a|an * charter|scheme|programme|program|plan|deal|agreement|law|contract|pact|rule, under a|an charter|scheme|programme|program|plan|deal|agreement|law|contract|pact|rule, suffer|suffers|suffered|suffering most|from|greatly, that|which takes|take|took off, is|are|was|were recovered, may was|saw|brought|had, near|nears|neared|approached|approaching the|a|its|their record|peak|high|low, close|short|shy to|of the|a|its|their record|peak, just|narrowly short|shy of the|a|its|their record|peak, just below|under the|its|their record|peak, first|last two|three quarters, contribution|contributions to growth, contribution|contributions to * growth, contribution|contributions to the growth, contribute|contributes|contributed to growth, constant price|prices, constant-price, aged * and|or over|older|above|more, years and|or over|older|above, two|three first|second|third|fourth quarters|halves|months, of rain fell, of snow fell, rain fell, snow fell, one second, lifted #, raised #, take up, takes up, took up, taken up, taking up, as the main|chief|principal *, smallest|largest|lowest|highest|top|bottom size|income|age|price class|group|band|bracket, the same half, same half of, a half-day, a half day, a half-hour, a half-year, a half year, a half hour, won the most, wins the most, win the most, half a million, half a billion, half a trillion, than we *, than they *, left * behind, left * * behind, left * further behind, left * * further behind, leave * further behind, leaves * further behind, and a half, expect to live, expects to live, expected to live, can expect to live, twice a, twice per, once or twice, twice in, twice daily, twice weekly, twice since, more than twice a, turn down, turned down, target of #, goal of #, close in on, closes in on, closing in on, closed in on, of the loss, of the losses, for the loss, for the losses, of the decline, for the decline, of the fall, for the fall, of the drop, for the drop, a|each|every|this|per|of|under contract, a|each|every|this * contract, a|each|every|this * * contract, every second or third, every third or fourth, every fourth or fifth
      could not have done, could not have managed, could not do without, cannot do without, could hardly have done, twice the growth, twice the speed, twice the pace, lower bound, upper bound, lower bounds, upper bounds, fall term, fall semester, fall season, in the fall of, rose garden, higher education, higher school, record shop, record office, record label, record collection, records office, for the most part, most recent, most recently, most of the day, most of the time
      higher court, lower house, upper house, lower floor, lower secondary, upper secondary, more about, more information, more details, more than once, no more, once more, more or less, what is more, more on this, further reading, longer term, shorter term, in the longer run, sooner or later
      grown-up, grown up, grown-ups, home-grown, growing up, cut off, short cut, close to the, closed to the, closed for, closed on, close together, closed when, closed during, never closed, branches closed, drop in, drop-in, down payment, break down, broken down, breaks down, set down, laid down, written down, down to the, ups and downs
      long-standing, add up, adds up, adding up, added together, add to, added value, value added, gain access, gain insight, lost and found, lost property, lost books, first half|halves, second half|halves, half year|years, half-year, half-years, half a year, half an hour, half a day, half-yearly, half-day, half day, half-time, open to all, all in all, at all, after all, all together, all other, above all, all about, all over, all the same, first of all, of all, by all
      more than offset|offsets|offsetting|reversed|reverses|reversing|compensated|compensates|made up, outweighed|outweighs|offset|offsets a|an|the increase|decrease|rise|fall|decline|gain|loss, each other, every day, every other day|week|month|quarter|year|person|household, for the record, on the record, track record, kept a record, keep records, leading to, leading up, a|another|some|among leading, leading indicator|indicators|edge|role|article|figure|figures, lead time, led by, led to, top of, topped up, on top of, over the, over twelve months, over six months, over three months, over two years, over three years, over five years, over ten years, ground lost, ground gained, most|much|all|some of the ground, all year round, over time, over again, all-round, about the, about it, about how, around the, around town, some of, some people, under the, beyond the, past year, pass on, passed on, before and after
      suffered a|an|the|its, recorded, recording, recordings, less one, a third of the way, nevertheless, nonetheless, regardless, unless otherwise, more often than not, more and more often, rather more, extra time, cut-off, fallen leaves, rising sun, fall under, falls under, rose to the, rise to the occasion, gain from, gain|gains|gained|benefit|benefits|benefited least|most|little|much from, mount up on, the most of, over and over, flat rate, flat fee, flat-rate, running costs, running time, long-running, cooling, slow reading, slow cooker, went|gone undetected|unsolved|unreported|unnoticed, back up data, =not even|quite the|in|on|at|this|these|those|all|with|when, no more and no less, no more no less, neither more nor less, one of them in, nowhere near, being behind #, for want of, in want of`,
  },
  times: {
    '2': 'twice, double, doubled, doubles, doubling, twice the, two-fold, twice as *, two times, to twice',
    '3': 'triple, tripled, treble, trebled',
    '4': 'quadruple, quadrupled',
    '5': 'quintuple',
    '1.5': 'half as * again, half as * * again',
    'n.5': '{n} and a half times as *, {n} and a half times the, {n} and a half times that',
    n: '{n} times as *, {n} times the, {n} times that|what|its|their, {n}fold, {n}-fold, {n} to one, {n}-to-one',
    '0.5':
      'half what, half the figure|number|level|total|rate|amount|value, half the size|area|length|weight|volume of, half as *, halve, halved, halves, halving, cut in half, to half',
    '0.33333': 'to a third',
    '0.25': 'to a quarter',
  },
  shares: {
    '0.5': 'the halfway mark|point, every second, half, a mere|full|good|bare half, one half, a half',
    '0.33333': 'a third, a mere|full|good|bare third',
    '0.25': 'a quarter, a mere|full|good|bare quarter, one quarter, a fourth',
    '0.75': 'three quarters, three-quarters',
    '0.2': 'a fifth, a mere|full|good|bare fifth',
    '0.16667': 'a sixth, a mere|full|good|bare sixth',
    '0.14286': 'a seventh, a mere|full|good|bare seventh',
    '0.125': 'an eighth, a mere|full|good|bare eighth',
    '0.1': 'a tenth, a mere|full|good|bare tenth',
    '0.9': 'nine of ten',
    '0.08333': 'one in twelve, one * in twelve, a twelfth',
    '0.05': 'a twentieth, one in twenty, one * in twenty',
    '0.02': 'one in fifty, one * in fifty',
    '0.01': 'one in a hundred, one * in a hundred, one in every hundred',
    '1/n': 'every {nth}, one {nth}',
    'm/n':
      '{m} ~ in {n}, {m} ~ in every {n}, {m} ~ out of {n}, {m} ~ out of every {n}, {m} of every {n}, {m} {nth}s, {m}-{nth}s',
  },
  ranks: {
    '1': '=number one',
    n: 'the|its|their {nth} mode|destination|market|source|supplier|customer|partner|cause|producer|exporter|importer, {nth} most frequent|common|popular|important|visited|used, {nth}-most-common, came {nth}, comes {nth}, is {nth}, was {nth}, ranks {nth}, ranked {nth}, in {nth} place, takes {nth} place, took {nth} place, {nth}-warmest|hottest|wettest|sunniest|mildest, {nth} warmest|hottest|wettest|sunniest|mildest, {nth}-largest, {nth} largest, {nth}-highest, {nth} highest, {nth}-biggest, {nth} biggest, {nth}-longest, {nth} longest, {nth}-busiest, {nth} busiest',
    '-n': '{nth}-coldest|coolest|driest|cloudiest, {nth} coldest|coolest|driest|cloudiest, {nth}-lowest, {nth} lowest, {nth}-smallest, {nth} smallest, {nth}-fewest, {nth}-shortest, {nth} shortest, {nth}-last',
    '2': 'second only to, runner-up',
    '-1': 'was|ranks|ranked|came|comes|finished last, in last place',
    '-2': 'last but one, second from the bottom',
  },
  units: {
    scale: 'hundred, thousand, million, billion, trillion, dozen, =k, =m, =bn, =mn',
    percent: '=%, per cent, percent, percentage point, point, =pp',
    euro: 'euro, eur, =€',
    dollar: 'dollar, usd, =$',
    hundredth: 'cent, penny, pence',
    pound: 'pound, gbp, sterling, =£',
    yuan: 'yuan, rmb, cny, renminbi, =¥',
    yen: 'yen, jpy',
    second: 'second, sec',
    minute: 'minute, min',
    hour: 'hour',
    day: 'day',
    week: 'week',
    month: 'month',
    year: 'year',
    kilometre: 'kilometre, kilometer, =km',
    metre: 'metre, meter',
    kilogram: 'kilogram, kilo, =kg',
    tonne: 'tonne, ton',
    litre: 'litre, liter',
    hectare: 'hectare, =ha',
    'degrees-celsius': 'degree, =°',
  },
  everyday:
    'people, person, colleague, participant, speaker, guest, member of staff, author, second, minute, hour, day, week, month, year, night, weekend, page, slide, question, answer, step, session, meeting, workshop, interview, room, table, chart, team, expert, site, place, town, village, building, floor, chapter, section, language, country, city, copy, email, phone call, time, star, bedroom',
  small:
    'the, a, an, of, in, on, at, to, by, for, and, or, its, their, with, from, as, this, that, these, those, it, they, there, further, again',
  paces:
    'hourly, an hour, per hour; daily, a day, per day; weekly, a week, per week; monthly, a month, per month; annual, yearly, a year, per year',
  orders: {
    descending:
      'largest first, biggest first, highest first, most first, from most to fewest, from most to least, from highest to lowest, from largest to smallest',
    ascending:
      'smallest first, lowest first, fewest first, from fewest to most, from least to most, from lowest to highest, from smallest to largest',
    alphabetical: 'alphabetical, alphabetically, by the alphabet, from a to z, a–z, a-z',
  },
  patterns: {
    sum: '\\b(?:add(?:s|ed|ing)?|sums?)\\b',
    logarithm: '\\blog(?:\\b|ari)',
    real: '\\breal[- ]terms?\\b|\\breal value\\b|\\bconstant prices\\b|\\b(?:at|in) (?:the )?(?:\\d{4} prices|prices of)\\b|\\binflation-adjusted\\b|\\b(?:adjusted|corrected) for (?:inflation|prices)\\b|\\bdeflated\\b',
    'darker-more': '\\bdarker\\b.*\\b(?:more|higher|larger|greater)\\b',
    'darker-less': '\\bdarker\\b.*\\b(?:fewer|less|lower|smaller)\\b',
    definition:
      '\\b(?:counts?|(?:is|are|be) (?:counted|classed|classified|regarded)) as\\b[^\\d.;]{0,60}\\b(?:when|if|where)\\b|\\b(?:is|are) (?:considered|said to be)\\b[^\\d.;]{0,60}\\b(?:when|if|where)\\b|\\bdefined as\\b',
  },
  colors: {
    red: 'red',
    orange: 'orange',
    yellow: 'yellow',
    green: 'green',
    teal: 'teal, turquoise',
    blue: 'blue',
    purple: 'purple, violet',
    pink: 'pink',
    brown: 'brown',
    grey: 'grey, gray',
    black: 'black',
  },
  groups: [
    [
      '{a} (?:years )?(?:and|or) (?:over|older|above|more), {a}\\+, {a} plus',
      'over-{a}s, over {a}s, {a}-plus, {a} or|and over, {a} or|and older, {a} years or|and over, {a} years or|and older',
    ],
    ['(?:under|below) {a}', 'under-{a}s, under {a}s, under-{word}s, under {word}s'],
    [
      '{a}(?: to |[-–]){b}',
      '{a} to {b} years, ages {a} to {b}, aged {a} to {b}, between {a} and {b}, between the ages of {a} and {b}, {a}- to {b}-year-olds, {a} to {b} year olds, {a}-{b}-year-olds, {a}–{b}-year-olds',
    ],
    ['^females?$', 'women, woman, females, girls, girl'],
    ['^males?$', 'men, man, males, boys, boy'],
    ['^wom[ae]n$', 'females, female, woman'],
    ['^m[ae]n$', 'males, male, man'],
  ],
  particles: {
    zero: 'zero, freezing',
    deviation: 'deviation, anomaly, departure',
    data: 'figures, data, results, numbers, statistics',
    final: 'final, definitive',
    provisional: 'provisional, preliminary',
    early: 'early, start of, the start of, beginning of, the beginning of',
    left: 'left',
    right: 'right',
    norm: 'mean, average, median, usual, normal, norm',
    'at-large':
      'overall, nationwide, countrywide, nationally, market, country, nation, board, continue, continues, continued, keep, keeps, kept, generally, again, also, too, already, recorded, observed, registered, noted, reported, measured, seen, point, level, value, figure, however, thus, indeed, clearly, once',
    overall: 'overall, national, nationwide, countrywide, nationally',
    fast: 'fast, quickly, rapidly, strongly, steeply, sharply',
    like: 'as, like',
    article: 'the, a, an',
    relative: 'which, that, who, whom, where, whose, when',
    than: 'than, as',
    today: 'today, now, this',
    last: 'last',
    along: 'by',
    from: `from, since`,
    to: 'to, at',
    number: 'number, total, count, amount',
    point: 'number, point, level, value, figure',
    span: 'year, quarter, month, week, day, half-year, half',
    never: 'never',
    'same-part': 'same quarter of, same month of, same week of, same half of, same period of',
    'end-of': 'end, close',
    mark: 'mark, threshold, limit, barrier, level, majority, hurdle, minimum, maximum',
    everywhere: 'everywhere, nowhere, elsewhere',
    revised: 'revise, revised, revises, revising, revision, revisions',
    except: 'except, exception, excepting, excluding, besides, but',
    'except-for': 'apart from, other than',
    'left-out': 'except, excluding, besides, after, outside, behind, barring',
    'either-way': 'change, swing, shift',
    unmeasured: 'efficiency, quality, confidence, mood, service, competitiveness, awareness',
    whole: 'total, all, overall, altogether, in total, sum',
    residual: 'other, others, else, elsewhere, rest, remaining, unknown, unspecified',
    step: 'step, steps, change, changes, move, shift, swing',
    'since-then': 'since',
    median: 'median',
    minimum: 'lowest, minimum, coldest',
    speed: 'speed',
    'either-record': 'record, records',
    after: 'after, following',
    overtaking: 'overtake, overtakes, overtook, overtaken, overtaking',
    ending: 'end, ends, ending, ended, stop, stops, stopping, stopped, halt, halted, interrupted',
    loss: 'loss, losses',
    losing: 'lose, loses, losing, lost',
    harm: 'absence, absent, accident, admission, arrears, cancel, cancelled, cancellation, cases, collision, complaint, cost, crime, death, debt, default, deficit, delay, emission, error, expenditure, failure, fault, fine, fire, homeless, incident, infection, injured, injury, insolvency, loss, mortality, offence, outage, poverty, price, refusal, rejected, rent, risk, sickness, spending, suicide, unemployed, unemployment, vacant, victim, violation, wait, waiting, waste',
    ahead: 'lead, leads, led, ahead',
    inflow: 'receipts, exports, revenue, revenues, income, arrivals, births',
    outflow: 'payments, imports, spending, expenditure, costs, departures, deaths',
    marginally: 'marginally, marginal, fractionally, minimally',
    plunging:
      'plunged, plunges, plummeted, plummets, slumped, slumps, slump, collapsed, collapse, crashed, soared, soars, surged, skyrocketed, rocketed, shot, cratered, tanked, nosedived, ballooned, mushroomed',
    slightly:
      'barely, hardly, scarcely, slightly, slight, edge, edges, edged, inch, inches, inched, creep, creeps, crept, tick, ticks, ticked, nudge, nudged',
    sharply:
      'sharply, steeply, considerably, substantially, markedly, significantly, dramatically, vastly, massively, hugely, sharp, steep, considerable, substantial, dramatic, wide, far',
    'along-with': 'with',
    'out-of': 'of, among',
    barely: 'barely, bare, slim, narrow, hardly, scarcely, just, slightly, narrowly, marginally',
    history: 'series, measurements, record, records, history, period, decade, decades, years, covered, observed',
    correlative: 'the',
    passive: 'by',
    be: 'is, are, was, were, be, been, being',
    was: 'was, were',
    leaving: 'closed, close, left, leave, died, die, emigrated, departed, shut, dismissed',
    tenth: 'tenth, tenths',
    target: 'target, standard, guideline, estimate, goal, aim, plan, budgeted, objective, quota, ceiling',
    threshold: 'threshold, limit, majority, requirement',
    band: 'band, range, corridor, zone',
    only: 'only, alone',
    together: 'together, combined, jointly',
    'not-next': 'without',
    'as-well': 'both',
    nor: 'neither, nor',
    'part-of': 'of',
    foreseen:
      'will, expect, expected, expects, forecast, projected, project, predict, predicted, likely, unlikely, probably, set',
    worth:
      'appreciate, appreciates, appreciated, appreciation, depreciate, depreciates, depreciated, depreciation, strengthen, strengthens, strengthened, weaken, weakens, weakened, firmed',
    per: 'per',
    next: 'next',
    nearing: 'approaching, approaches, approached, nearing',
    by: 'by',
    against: 'against, to, after, versus, vs',
    none: 'no, none, nowhere, nobody',
    'around-all': 'of, among, in, across, throughout, for, to, by, with, from, at, on, as, than',
    apart: 'of, for, by, per, on, with, at, among',
    in: 'in, during',
    'past-perfect': 'had, having',
    'other-time': 'now, since, today',
    zone: 'expansion, expansionary, contraction, contractionary, change, neutral',
    followed: 'followed',
    turning: 'turn, turns, turned, turning, swung',
    still: 'still, remain, remains, remained, stay, stays, stayed',
    pronoun: 'it, its, them, they, their, there, that, this, these, now',
    of: 'in, of, the, for',
    and: 'and, or',
    respectively: 'respectively',
    season: 'time of year',
    'per-time': 'quarter, quarters',
    year: 'year',
    general: 'people, person, case, cases',
    nearly: 'nearly, almost, close, approaching, approaches, nearing',
    bare: 'up, down',
    recovering:
      'edge, edges, edged, edging, inch, inches, inched, tick, ticks, ticked, rebound, rebounds, rebounded, recover, recovers, recovered, recovery, pick, picks, picked, bounced',
  },
  phrasings: englishPhrasings,
  referring: ['it, this, that, these, they', 'both, the two', 'all three, the three'],
  likewise:
    'so did, so has, so have, so do, so does, followed suit, did the same, likewise, the same goes for, the same is true of, the same is true for, the same applies to',
  numerals: 'one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve',
  ordinals:
    'first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, 11th, 12th, 13th, 14th, 15th, 16th, 17th, 18th, 19th, 20th, 21st, 22nd, 23rd, 24th, 25th, 26th, 27th, 28th, 29th, 30th',
}
