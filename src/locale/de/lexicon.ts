import type { Lexicon } from '../lexicon.ts'

/** German. Each form is an entry, but for endings that English has too. */
export const german: Lexicon = {
  hasCapitalNouns: true,
  words: {
    up: `stieg, stiegen, steigt, steigen, gestiegen, steigend, steigende, steigerte, gesteigert, steigerung, anstieg, ansteigen, angestiegen, zunahme, zugenommen, zunehmen, zuwachs, zuwächse, wuchs, wuchsen, wächst, wachsen, gewachsen, wachsend, wachstum
      erhöhte, erhöhten, erhöht, erhöhen, erhöhung, kletterte, kletterten, klettert, geklettert, sprang, sprangen, gesprungen, sprung auf, plus, plus von, gewann, gewannen, gewinnt, gewonnen, gewinn, gewinne, hinzu, hinzugekommen
      ausgebaut, ausbau, ausgeweitet, ausweitung, verlängerte, verlängert, verlängerung, vermehrt, vermehrte, aufschwung, erholt, erholte, erholung, zulegen, zugelegt, aufwärts, hochgeschnellt, boom, nach oben`,
    down: `sank, sanken, sinkt, sinken, gesunken, sinkend, sinkende, fiel, fielen, fällt, fallen, gefallen, fallend, rückgang, rückgänge, zurückgegangen, zurückgehen, abnahme, abgenommen, abnehmen, schrumpfte, schrumpften, schrumpft, schrumpfen, geschrumpft
      verringerte, verringerten, verringert, verringerung, verminderte, vermindert, minderung, minus, minus von, verlor, verloren, verliert, verlieren, verlust, verluste, kürzte, gekürzt, kürzung, kürzungen, reduziert, reduzierte, reduzierung
      senkte, gesenkt, senkung, einbruch, eingebrochen, einbrechen, absturz, abgestürzt, verkürzte, verkürzten, verkürzt, verkürzung, schwund, geschwunden, gesenkten, abwärts, rückläufig, einbußen, eingebüßt, halbierung, nach unten`,
    flat: 'unverändert, gleich geblieben, gleichgeblieben, stagnierte, stagnierten, stagniert, stagnation, stabil, konstant, blieb bei, blieben bei, verharrte, verharrt, bleibt bei, unverändert bei, hielt sich bei',
    narrower: 'verengte, verengt, geschlossen, schließt sich, kleiner geworden, annäherung, angenähert, näherten sich',
    wider: 'weitete, vergrößerte, vergrößert, vergrößerung, auseinander, größer geworden',
    better: 'verbesserte, verbessert, verbesserung, besser, besserte',
    worse: 'verschlechterte, verschlechtert, verschlechterung, schlechter',
    slowed:
      'verlangsamte, verlangsamten, verlangsamt, verlangsamung, gebremst, bremste, abgeschwächt, abschwächung, abgeflacht, abgekühlt',
    'gained-pace': 'beschleunigte, beschleunigten, beschleunigt, beschleunigung, an fahrt gewonnen, an tempo gewonnen',
    more: 'mehr, höher, höhere, höheren, größer, größere, länger, längere, zusätzlich, zusätzliche, stärker, zahlreicher, weitere',
    less: 'weniger, niedriger, niedrigere, geringer, geringere, kleiner, kleinere, kürzer, kürzere, schwächer, tiefer',
    above: `über, übertraf, übertrafen, übertrifft, übertreffen, übertroffen, überstieg, überstiegen, übersteigt, überschritt, überschritten, überschreitet, oberhalb, mehr als, höher als, größer als, länger als, mindestens, vor, überholte, überholt, zahlreicher als, jenseits`,
    below: `unter, unterschritt, unterschreitet, unterhalb, weniger als, niedriger als, geringer als, kleiner als, kürzer als, knapp, fast, beinahe, nahezu, höchstens, bis zu, hinter`,
    about: 'rund, etwa, ungefähr, circa, zirka, =ca, in der größenordnung',
    faster: 'schneller als, schneller, stärker als, rascher als, rascher',
    slower: 'langsamer als, langsamer, schwächer als',
    largest:
      'größte, größten, größter, größtes, höchste, höchsten, höchster, meisten, meistgenutzte, meistgenutzten, beliebteste, beliebtesten, längste, längsten, an der spitze, spitzenreiter, führend, stärkste, stärksten',
    smallest:
      'kleinste, kleinsten, niedrigste, niedrigsten, geringste, geringsten, wenigsten, kürzeste, kürzesten, schlusslicht, am ende, schwächste, schwächsten',
    fastest: 'am schnellsten, schnellste, schnellsten, am stärksten gewachsen, stärkste wachstum',
    slowest: 'am langsamsten, langsamste, langsamsten',
    record:
      'rekord, rekordwert, rekordhoch, rekordstand, rekordniveau, höchststand, höchstwert, historisches hoch, allzeithoch, so viele wie nie, so hoch wie nie, höher als je zuvor, mehr als je zuvor, noch nie so, spitzenwert, nie dagewesen',
    lowest:
      'tiefststand, rekordtief, tiefstwert, historisches tief, so wenige wie nie, so niedrig wie nie, niedriger als je zuvor, weniger als je zuvor, tiefpunkt',
    'over-a-year':
      'binnen eines jahres, innerhalb eines jahres, im jahresvergleich, gegenüber dem vorjahr, zum vorjahr, binnen jahresfrist',
    'in-a-row': 'in folge, hintereinander, nacheinander, aufeinanderfolgenden, aufeinander folgenden, mal in folge',
    'each-time': 'jedes jahr, jahr für jahr, von jahr zu jahr, alljährlich, jährlich, jeden monat, jedes quartal',
    majority:
      'mehrheit, mehrheitlich, überwiegend, großteil, der größte teil, mehr als die hälfte, die meisten, größtenteils',
    minority: 'minderheit, weniger als die hälfte, nicht einmal die hälfte, kleinerer teil',
    'nearly-all':
      'fast alle, beinahe alle, nahezu alle, so gut wie alle, fast jeder, fast jede, nahezu jeder, praktisch alle, fast sämtliche',
    all: 'alle, allen, aller, jeder, jede, jedes, jedem, sämtliche, sämtlichen, ausnahmslos',
    few: 'sehr wenige, kaum jemand, nur wenige, eine handvoll, verschwindend, fast niemand, fast keine, marginal',
    ever: 'je, jemals, nie, niemals, bisher, bislang, in der geschichte',
    than: 'als, wie, gegenüber, verglichen mit, im vergleich zu, im vergleich mit',
    earlier:
      'ein jahr zuvor, im jahr zuvor, vor einem jahr, im vorjahr, des vorjahres, vorjahr, letztes jahr, im letzten jahr, zuvor, vorher, früher, damals, einen monat zuvor, im vormonat, im vorquartal, ein quartal zuvor, dem vorjahr',
    not: 'nicht, kein, keine, keinen, keiner, keinem, ohne, weder, noch nicht, nie, niemals, kaum, niemand, nichts, nie mehr',
    open: 'wenn, falls, ob, würde, würden, könnte, könnten, sollte, sollten, soll, sollen, dürfte, dürften, will, wollen, wird, werden, plant, planen, geplant, erwartet, erwarten, hofft, hoffen, ziel, ziele, prognose, vielleicht, wahrscheinlich, möglich, möglicherweise, voraussichtlich, muss, müssen, kann, können, um zu, damit, beabsichtigt',
    beside:
      'während, aber, doch, jedoch, dagegen, hingegen, obwohl, trotz, allerdings, sondern, wohingegen, demgegenüber, statt, anstatt',
    within: 'nachdem, weil, da die, wo, die sich, bevor, bis die, sobald, nach dem, welche, welcher, welches',
    verb: 'ist, sind, war, waren, gewesen, hat, haben, hatte, hatten, beträgt, betragen, betrug, betrugen, liegt, liegen, lag, lagen, erreichte, erreichten, erreicht, erreichen, zählt, zählen, zählte, zählten, macht, machen, machte, machten, bleibt, bleiben, blieb, blieben, nutzt, nutzen, nutzte, nutzten, kam, kamen, beschäftigt, beschäftigte, umfasst, stellt, stellen, stellten, entliehen, entfielen, entfällt, gibt, gab, gaben',
    contrast: 'nur, lediglich, die übrigen, der rest, die anderen, bloß, allein, der übrige',
    none: `mehr über, mehr dazu, nicht mehr, mehr oder weniger, immer mehr, immer weniger, mehr noch, mehrere, mehrfach, über die, über das, über den, über dem, über eine, über einen, über ihre, über alle, unter anderem, unter den, unter der, unter dem, unter ihnen, vor allem, vor ort, vor der, vor dem, vor den, zunächst
      im fall, fälle, falls nötig, auf jeden fall, in jedem fall, alles in allem, alle zwei jahre, alle tage, alle jahre, vor einem, plus minus, noch mehr, unter berücksichtigung, hinter den, hinter der, höhere schule, höhere bildung, länger als geplant, gefallen an, zum ersten mal, weitere informationen, weitere angaben, unter umständen, über hinaus, wachsen zusammen, fast immer, fast nie, knapp bei kasse, geschlossene, geschlossenen, ermäßigung, erhöhte aufmerksamkeit, verlorene, rund um, rund um die uhr, jeder kann, alle angaben, aller art`,
  },
  parted: {
    up: 'nahm zu, nahmen zu, nimmt zu, nehmen zu, legte zu, legten zu, legt zu, legen zu, stieg an, stiegen an, steigt an, kam hinzu, kamen hinzu',
    down: 'nahm ab, nahmen ab, nimmt ab, nehmen ab, ging zurück, gingen zurück, geht zurück, gehen zurück, brach ein, brachen ein, bricht ein',
    slowed: 'schwächte ab, flachte ab, ließ nach, ließen nach',
  },
  times: {
    '2': 'verdoppelte, verdoppelten, verdoppelt, verdoppelung, verdopplung, doppelt so viele, doppelt so viel, doppelt so hoch, das doppelte, zweimal so viele',
    '3': 'verdreifachte, verdreifachten, verdreifacht, verdreifachung, dreimal so viele, dreimal so viel, dreimal so hoch, das dreifache',
    '4': 'vervierfachte, vervierfacht, viermal so viele, viermal so viel, das vierfache',
    '5': 'verfünffachte, verfünffacht, fünfmal so viele, das fünffache',
    '10': 'verzehnfachte, verzehnfacht, zehnmal so viele, das zehnfache',
    '0.5': 'halbierte, halbierten, halbiert, halb so viele, halb so viel, halb so hoch, um die hälfte, auf die hälfte',
    '0.66667': 'um ein drittel',
    '0.75': 'um ein viertel',
    '0.8': 'um ein fünftel',
    '0.9': 'um ein zehntel',
  },
  shares: {
    '0.5': 'die hälfte, der hälfte, jeder zweite, jede zweite',
    '0.33333': 'ein drittel, einem drittel, jeder dritte, jede dritte',
    '0.66667': 'zwei drittel, zwei dritteln, zwei von drei',
    '0.25': 'ein viertel, einem viertel, jeder vierte, jede vierte',
    '0.75': 'drei viertel, dreiviertel, drei von vier',
    '0.2': 'ein fünftel, jeder fünfte, jede fünfte, einer von fünf',
    '0.4': 'zwei fünftel, zwei von fünf',
    '0.6': 'drei fünftel, drei von fünf',
    '0.8': 'vier fünftel, vier von fünf',
    '0.1': 'ein zehntel, jeder zehnte, jede zehnte, einer von zehn',
    '0.3': 'drei von zehn',
    '0.7': 'sieben von zehn',
    '0.9': 'neun von zehn, neun zehntel',
  },
  ranks: {
    '1': 'auf platz eins, auf dem ersten platz, an erster stelle, den ersten platz, auf rang eins',
    '2': 'auf platz zwei, auf dem zweiten platz, an zweiter stelle, zweitgrößte, auf rang zwei',
    '3': 'auf platz drei, auf dem dritten platz, an dritter stelle, drittgrößte, auf rang drei',
    '4': 'auf platz vier, auf dem vierten platz, an vierter stelle, viertgrößte',
    '5': 'auf platz fünf, auf dem fünften platz, an fünfter stelle, fünftgrößte',
  },
  units: {
    scale: 'hundert, tausend, million, millionen, milliarde, milliarden, billion, billionen, =mio, =mrd',
    percent: '=%, prozent, prozentpunkt, prozentpunkte, prozentpunkten',
    euro: 'euro, eur, =€',
    dollar: 'dollar, usd, =$',
    pound: 'pfund, gbp, =£',
    yuan: 'yuan, rmb, =¥',
    yen: 'yen',
    second: 'sekunde, sekunden',
    minute: 'minute, minuten',
    hour: 'stunde, stunden',
    day: 'tag, tage, tagen',
    week: 'woche, wochen',
    month: 'monat, monate, monaten',
    year: 'jahr, jahre, jahren',
    kilometre: 'kilometer, =km',
    metre: 'meter',
    kilogram: 'kilogramm, kilo, =kg',
    tonne: 'tonne, tonnen',
    litre: 'liter',
    hectare: 'hektar, =ha',
    degree: 'grad, =°',
  },
  everyday:
    'personen, menschen, leute, kolleginnen, kollegen, teilnehmer, teilnehmende, gäste, sekunden, minuten, stunden, tage, tagen, wochen, monate, monaten, jahre, jahren, nächte, seiten, folien, fragen, antworten, schritte, sitzungen, workshops, gespräche, räume, tabellen, diagramme, kapitel, abschnitte, sprachen, länder, ländern, städte, städten, exemplare, mal',
  small:
    'der, die, das, den, dem, des, ein, eine, einer, eines, einem, einen, und, oder, in, im, an, am, auf, aus, bei, mit, nach, seit, von, vom, zu, zum, zur, für, ihr, ihre, als, dieser, diese, dieses',
  particles: {
    than: 'als, wie',
    'than-before': '',
    today: 'heute, jetzt, derzeit',
    article: 'der, die, das, den, dem, des, ein, eine, einem, von, vom, im, in, bei, wert, stand, jahr',
    none: 'kein, keine, keinen, niemand',
    'around-all': 'von, in, für, zu, mit, aus, an, auf, bei, als, unter, nach',
    apart: 'von, für, mit, bei, unter, pro, je, aus',
    in: 'in, im, jahr, während',
    'other-time': 'jetzt, seit, heute',
    pronoun: 'er, sie, es, das, dies, diese, dieser, jetzt',
    of: 'der, die, das, den, dem, des, in, im, bei, an, für, von, zahl',
    and: 'und, oder',
    year: 'jahr, vorjahr, vorjahres, jahres',
    nearly: 'knapp, fast, beinahe, nahezu',
    bare: '',
  },
  numerals: 'ein, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn',
  ordinals: 'ersten, zweiten, dritten, vierten, fünften, sechsten, siebten, achten, neunten, zehnten',
}
