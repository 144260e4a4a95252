/** Nouns, and infinitives, of going up and down; what a year is called that the report compares with. */
const ways =
  '(rises?|increases?|growth|grow|climb|gains?|upturn|jump|surge|falls?|decreases?|declines?|drops?|reductions?|slide|slump|dip|contraction)'
const moved = '(?:rose|fell|grew|increased|decreased|declined|dropped|climbed|shrank)'
const lastYear = "(?:last year|the previous year|the year before|the prior year)[’']s"
const run = '(?:run|streak|series|sequence|spell|string)'
const level = '(?:figure|level|total|result|value|number|count|rate|mark)'
const had = '(?:saw|had|has|recorded|registered|posted|showed|shows)'
const mainly = '(?:largely |mainly |chiefly |primarily |mostly |above all )?'

/** What English says in a roundabout way → how it is said plainly. */
export const englishPhrasings = String.raw`
^(?:contrary to|against) (?:all |most |earlier |previous |market )?(?:expectations?|forecasts?|fears|hopes)(?: of [^,]*)?, →
^(?:far from|instead of) ‹rising,growing,increasing,climbing|falling,declining,decreasing,dropping,shrinking›, … (stood|came|was|were|amounted)\b → $1 did not ‹rise|fall› and $2
\b(up|down) again(?=[,.;]|$) → $1
^another (?:year|quarter|month) of ‹rising,growing,increasing,climbing|falling,declining,decreasing,shrinking› ([^,.;#]+) → $1 ‹rose|fell›
\b(?:across the board|(?:throughout|across|all over|in all parts of|up and down) the (?:whole )?country)\b → everywhere
^it (was|is) (?=the (?:highest|lowest|largest|smallest|biggest|greatest|most|fewest)\b) → this $1
^neither … nor … ‹rose,grew,increased,climbed|fell,declined,decreased,dropped,shrank›\b → $1 did not ‹rise|fall›, $2 did not ‹rise|fall›
\b(?:ended|closed|finished) (?:the (?:year|quarter|month|period)|20\d\d) (?=#) → was
\bfailed to match ${lastYear} (#), (?:coming|amounting) to (#) → fell from $1 to $2
\b(?:improved|bettered) (?:up)?on ${lastYear} (#), (?:coming|amounting) to (#) → rose from $1 to $2
\b(?:stayed|remained|stood|is|are|was|were) (?:exactly |just )?where (?:it|they) (?:was|were|stood|had been) (?:in|a|the|last)\b(?= (?:year|quarter|month|20\d\d)\b) → remained unchanged from the level of the
, (?:exactly|precisely|just) as (?:in |(?=the |a |last )) → , as in
\b(?:is|are|was|were) back (?:at|to) the level of (20\d\d)(?: with| at|, at) (#) → came to $2, as in $1
\b(?:matched|equalled|repeated) ${lastYear} ${level}(?: of|,)? \(?(#)\)? → was unchanged at $1
\b(?:matched|equalled|repeated) (?:its|their) 20\d\d ${level} of (#) → was unchanged at $1
\bshowed no (?:movement|change)(?: (?:over|on) the (?:year|quarter|month))?(?: and stood|,)? at (#) → was unchanged at $1
\b(${moved}) (?:until|up to) (20\d\d)\b → $1 in $2
\b(its|their) (20\d\d) (${level})\b(?! of| \(#) → $1 $3 of $2
\bhad still been\b → had been
\bthe ${ways} in ([^,.;]+?) (?:of|in) (20\d\d) was followed by (?=an? ) → after a $1 in $3, $2 saw
\bthe \w+-(?:year|quarter|month)(?:-long)? ${ways} (in|of) ([^,.;]+?) (?=(?:came to an end|ended|was broken|stopped)\b) → the $1 $2 $3
\bthe ‹upward,rising|downward,falling› (?:trend|path|movement) (?:of|in) ([^,.;]+?) (?:was broken|was interrupted|was reversed|broke|ended|came to an end)\b → the ‹rise|fall› in $1 came to an end
\b(?:broke|snapped|halted|ended) an? ${run} of [^,.;#]*?‹increases,rises,gains,growth|decreases,falls,declines,losses,drops,cuts›\b → ‹fell|rose›
\bextended (?:its|their) ${run} of (?:annual|yearly) ${ways} to (\w+) → saw $1 for $2 years running
\bextended (?:its|their) ${run} of ‹quarterly|monthly› ${ways} to (\w+) → saw $1 for $2 ‹quarters|months› running
^for (\w+) (years|quarters|months) now, … (has|have) ([^,.;]+?) every (?:year|quarter|month)\b → $3 $4 $5 for $1 $2 running
\b(has|have) been on an? ‹upward,rising|downward,falling› (?:path|trend|course|trajectory) since\b → $1 ‹risen|fallen› without a break since
\bthe (\w+) ${ways} in ([^,.;]+?) in as many (year|quarter|month)s (?:took|brought|left|sent|pushed) (?:it|them) (?=to\b|at\b) → $3 saw a $2 for the $1 $4 in a row,
\b(?:never|not) since (20\d\d) (has|have|had) … been (?:so|as) ‹high,large,many,great,numerous|low,small,few›\b → $3 $2 been at the ‹highest|lowest› since $1
\bin no (?:year|quarter|month) since (20\d\d) (?:was|were|has|have) … (?:been )?‹higher,larger,greater|lower,smaller,fewer› than (?:in (?:20\d\d|this)|now)\b → $2 was at its ‹highest|lowest› since $1
\bat (its|their) ‹high,maximum|low,minimum› (?:for|of|in) the (?:period|series|decade|years)\b → at $1 ‹highest|lowest› in the series
\b(‹rose,climbed,increased,grew,jumped,risen,up|fell,dropped,decreased,declined,fallen,down,slipped,shrank›)\b([^.;]*?), a ${level} (?:not|never) (?:seen|reached|recorded|observed|registered) since\b → $1$2, the ‹highest|lowest› since
\b(?:you|one|we) (?:have|has|need|needs|must) (?:to )?(?:go|look) back to (20\d\d) to find a ‹higher|lower› ${level} (?:for|of) … than (#) → $2 was $3, the ‹highest|lowest› since $1
\b(was|were) last ‹higher|lower› in (20\d\d)(?=[.;]|$) → $1 at the ‹highest|lowest› since $2
\b(?:its|their|the) (20\d\d) high of\b → the peak in $1 of
^since the (?:peak|high|record) of (20\d\d) \((#)\), … (has|have) (?:come down|fallen|declined|decreased|dropped|gone down)\b → $3 $4 fallen from the $1 peak of $2,
\bthe (?:high|peak|record) of (20\d\d) \((#)\) (?:has|have) not been (?:reached|matched|regained|exceeded|surpassed)(?: again)? by …(?: since)?(?=[.,;]) → $3 remained below the record of $1 ($2)
\bthere (?:was|were|is|are) (?:no|not a single) (\w+) (?:in which|where) ([^,.;]+?) did(?: not|n’t) ${ways}\b → $2 saw a $3 in every $1
\bnone of the (\w+) (?:escaped|avoided|was spared|were spared|has escaped|have escaped) (?:an?|the) ${ways} in\b → all $1 saw a $2 in
\bno (\w+) (?:escaped|avoided|was spared|has escaped) (?:an?|the) ${ways} in\b → every $1 saw a $2 in
\b(all [\p{L} ]+?|every \p{L}+) bar\b → $1 except
^… (?:was|were|is|are|stood) alone in (?:seeing|recording|reporting|registering) … ${ways}\b → only $1 recorded a $3 in $2
\bthe (?:sole|only|one) ${ways} in … was (?:recorded |seen |observed |registered )?in ([^,.;#]+) → only $3 recorded a $1 in $2
\bin no \w+ (?:but|except|other than|save) … did … ${ways}\b → only $1 recorded a $3 in $2
\bin (?:just one|only one|a single) \p{L}+, → only in
\b(?:the|its|their) ‹maximum|minimum› (?:of|in|for) … was (?:observed|recorded|measured|reached|found|seen) in\b → $1 was ‹highest|lowest› in
\b‹leads?,led|trails?,trailed› the other \p{L}+ in ([^,.;#(]+) → had the ‹highest|lowest› $1
\b‹tops?,topped,heads?,headed|(?:is,was,are,were) (?:at the )?bottom of› the (?:\p{L}+ )?(?:list|table|ranking|rankings|league) (?:for|of|in) ([^,.;#(]+) → had the ‹highest|lowest› $1
\bhad the (?:regional|national) ‹high|low› in ([^,.;#(]+) → had the ‹highest|lowest› $1
\b(?:var(?:y|ies|ied)|lay|lies?|(?:was|were|is|are)|fluctuated?|spread|ran|runs?|spann?s?(?:ed)?|extends?|extended|stretche?[sd]?) (?:(?:between|from) )?(#(?! million| billion)[^.;#,]*?) (?:and|to) (?=#) → ranged from $1 to
^(?:unlike|in contrast to) (?!in |the (?:year|quarter|month)|last|a (?:year|quarter|month)|previous)([^,.;#\d]+), ([^.;]+?)(?=[.;]|$) → $2, but $1 did not
^… as well as (?=[^,.;#]+ ${moved}\b) → both $1 and
^not only …,? but (?:also )? → both $1 and
^… (${moved}), (?:as|and so|so too) did ([^,.;#]+) → both $1 and $3 $2
^… did not ‹rise,grow,increase,climb|fall,decline,decrease,drop,shrink›, (?:and neither|nor|and nor) did ([^,.;#]+) → $1 did not ‹rise|fall›, $2 did not ‹rise|fall›
^in (20\d\d),? … had still outnumbered …; (?:in 20\d\d|now) it was the other way (?:a?round) → $3 overtook $2
^… and … (?:moved|grew|drew|came|drifted) ‹closer,nearer,closer together|apart,further apart,farther apart› in ([^,.;#]+) → the gap between $1 and $2 in $3 ‹narrowed|widened›
(?<=^|, )([^,.;#’']+?)[’']s (?:lead|advantage|edge|margin) over …(?= in | grew| shrank| widened| narrowed| increased| decreased| diminished| fell| rose| has| have) → the gap between $1 and $2
\bthe (gap between [^,.;#]+?) (?:diminished|shrank|was reduced|decreased)\b → the $1 narrowed
^… ‹gained ground on,caught up with,caught up somewhat with,closed in on|lost ground on,lost ground to,lost further ground on,fell further behind› … in ([^,.;#]+) → the gap between $1 and $2 in $3 ‹narrowed|widened›
^compared (?:with|to) (?!20|the (?:year|quarter|month|same|previous|first|second|third|fourth|country|national)|a (?:year|quarter|month)|last|this|other)…, … ${had} (higher|lower|more|fewer|less|larger|smaller) ([^,.;]+?)(?=[.;]|$) → $2 had $3 $4 than $1
^while … (?:had|has|recorded|counted) (#) …, … (?:had|has|recorded|counted) (more|fewer|less)[,:]? \(?(#)\)? → $4 had $6 $3, $5 than $1 ($2)
\b(?:growth in|the (?:increase|rise|growth) in) … was ‹steeper,stronger,higher,faster,greater,larger,more rapid|gentler,weaker,lower,slower,smaller,flatter,more modest› in …( \(#\))? than in\b → $1 rose ‹faster|more slowly› in $2$3 than in
^no \p{L}+ (?:had|saw|recorded) ‹stronger,higher,faster|weaker,lower,slower› growth in … than ([^,.;#(]+) → $1 rose ‹fastest|most slowly› in $2
^… ${had} ‹stronger,higher,faster,greater|weaker,lower,slower,smaller› growth in …( \(#\))? than ([^,.;#]+) → $2 rose ‹faster|more slowly› in $1$3 than in $4
^([^,.;#’']+?)[’']s … lagged behind ([^,.;#’']+?)[’']s in growth\b → $2 rose more slowly in $1 than in $3
\b(was|were|is|are) (above|below) average in ([^,.;#(]+?)( \(#\))?(?=[.,;]|$) → in $3$4 $1 $2 the national average
^… ${had} an? (above|below)-average ([^,.;#(]+?)( \(#\))?(?=[.,;]|$) → in $1, the $3$4 was $2 the national average
^compared (?:with|to) the (?:country as a whole|national average|whole country|nation as a whole), … (?:had|has) an? (higher|lower) ([^,.;#(]+?)( \(#\))?(?=[.,;]|$) → the $3 in $1$4 was $2 than the national average
\b(majority|most|bulk|half|third|quarter|minority)( of [^,.;#]+?) went to\b → $1$2 were for
^the ${ways} in … was ${mainly}(?:driven|led|fuelled|caused|attributable|due) ${mainly}(?:by|to) ([^,.;#]+)(?=[.;]|$) → $3 accounted for most of the $1 in $2
\b(?:was|were|is|are) the (?:main|principal|chief|biggest|largest) (?:drivers?|engine|source|cause) (?:of|behind) the ${ways} in\b → accounted for most of the $1 in
\bmade the (?:largest|biggest|greatest|main) contribution to the ${ways} (?:of|in)\b → contributed most to the $1 in
`
