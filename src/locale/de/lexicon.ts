import type { Lexicon } from '../words/lexicon.ts'
import { germanPhrasings } from './phrasings.ts'

/** German. Each form is an entry, but for endings that English has too. */
export const german: Lexicon = {
  hasCapitalNouns: true,
  words: {
    up: `steigern, ausbauen, ausweiten, anheben, aufstocken, vermehren, vergrößern, verlängern, aufgewertet, aufwertung, stieg, stiegen, steigt, steigen, gestiegen, steigend, steigende, steigerte, gesteigert, steigerung, anstieg, ansteigen, angestiegen, zunahme, zugenommen, zunehmen, zuwachs, zuwächse, wuchs, wuchsen, wächst, wachsen, gewachsen, wachsend, wachstum
      erhöhte, erhöhten, erhöht, erhöhen, erhöhung, kletterte, kletterten, klettert, geklettert, sprang, sprangen, gesprungen, sprung auf, plus, plus von, gewann, gewannen, gewinnt, gewonnen, gewinn, gewinne, hinzu, hinzugekommen
      aufgebaut, ausgebaut, ausbau, ausgeweitet, ausweitung, verlängerte, verlängert, verlängerung, vermehrt, vermehrte, aufschwung, erholt, erholte, erholung, zulegen, zugelegt, aufwärts, hochgeschnellt, boom, nach oben, kräftig|deutlich|weiter zugelegt, legten|legte spürbar zu, wiedererstarkt, aufwind, im aufwind, auf dem vormarsch, vermehrten, expandiert|expandierte|expandierten, expansion, verdichtet|verdichtete, boomt|boomte|boomten|boomen, verteuert|verteuerte|verteuerten|verteuerung, teurer geworden, wurde|wurden|wird|werden teurer, mehr geworden, hochgefahren, hochgeschraubt, heraufgesetzt, angehoben, anhebung, aufgestockt, aufstockung, angewachsen, angezogen, angeschwollen, emporgeschnellt, hochgegangen, gewinnt|gewann|gewannen|gewinnen an bedeutung|boden, an bedeutung|boden gewonnen, klettern, erklomm, erklommen, schoss|schossen in die höhe, schnellte|schnellten in die höhe, schoss|schossen|schnellte|schnellten nach oben, bergauf, zugewinn, zugewinne, zugewann, zuwachses, aufwärtstrend, aufgeholt, verbuchte|verbuchten|verzeichnete|verzeichneten einen zuwachs|anstieg, verlängerten, wieder mehr #, höher geworden, größer geworden, länger geworden, gestiegene|gestiegenen|gestiegener, gewachsene|gewachsenen, zunehmende|zunehmender|zunehmendem, =dazugewonnen, hinzugewonnen, erholen, vergrößerte sich auf, erhöhten sich, verstärkt|verstärkte|verstärkten, intensiviert, füllen|füllten|füllt sich`,
    down: `verringern, vermindern, verkürzen, einbüßen, abbauen, absenken, zurückfahren, drosseln, abgewertet, abwertung, sank, sanken, sinkt, sinken, gesunken, sinkend, sinkende, fiel, fielen, fällt, fallen, gefallen, fallend, rückgang, rückgänge, entlastung von #, zurückgegangen, zurückgehen, abnahme, abgenommen, abnehmen, schrumpfte, schrumpften, schrumpft, schrumpfen, geschrumpft
      verringerte, verringerten, verringert, verringerung, verminderte, vermindert, minderung, minus, minus von, verlor, verloren, verliert, verlieren, verlust, verluste, kürzte, gekürzt, kürzung, kürzungen, reduziert, reduzierte, reduzierung
      senkte, gesenkt, senkung, einbruch, eingebrochen, einbrechen, absturz, abgestürzt, abgesackt, verkürzte, verkürzten, verkürzt, verkürzung, schwund, geschwunden, gesenkten, abwärts, rückläufig, einbußen, eingebüßt, halbierung, nach unten, verbilligt|verbilligte|verbilligten|verbilligung, billiger geworden, günstiger geworden, wurde|wurden|wird|werden billiger|günstiger, weniger geworden, zurückgefahren, heruntergefahren, herabgesetzt, herabsetzung, abgesenkt, absenkung, abgebaut, abbau, gestrichen, nachgegeben, nachgelassen, abgerutscht, abgeflaut, abgebröckelt, auf dem rückzug, verliert|verlor|verloren|verlieren an bedeutung|boden, an bedeutung|boden verloren, eingeschränkt, halbierte sich fast, bergab, talfahrt, abwärtstrend, abwanderung, sparte, eingespart, schmälerte|schmälerten|geschmälert, verkleinert|verkleinerte|verkleinerten|verkleinerung, verknappt|verknappte, dezimiert, rückgängen, rückganges, rückgangs, einbußen von, verzeichnete|verzeichneten einen rückgang, verminderten, senkten, senken, kürzten, kürzen, reduzierten, reduzieren, schrumpfend, schrumpfende|schrumpfenden, gesunkene|gesunkenen|gesunkener, gefallene|gefallenen, niedriger geworden, geringer geworden, kleiner geworden, kürzer geworden, verlor|verloren|verliert|verlieren deutlich, entspannt|entspannte|entspannten, rutschte|rutschten auf|unter, gerutscht, wieder weniger #, wieder weniger *, eingedampft, erodiert|erodierte, ermäßigte, abnehmende|abnehmender|abnehmendem, schwindet|schwand|schwanden|schwinden, weggefallen, wegfallen, wegfall, verschwindet|verschwand|verschwanden|verschwunden, leeren|leerten|leert sich, lichten|lichteten sich, federn gelassen|lassen`,
    flat: 'nicht verändert, nicht geändert, veränderte sich nicht, veränderten sich nicht, änderte sich nicht, änderten sich nicht, unverändert, gleich geblieben, gleichgeblieben, stagnierte, stagnierten, stagniert, stagnation, stabil, konstant, blieb bei, blieben bei, verharrte, verharrten, verharrt, bleibt bei, unverändert bei, hielt sich bei, weiterhin bei, weiter bei, unveränderte|unveränderten|unverändertem, gleichbleibend, auf dem stand|niveau des vorjahres, auf vorjahresniveau, wie im vorjahr, wie im jahr zuvor, ebenso viele|viel wie im vorjahr, genauso viele|viel wie im vorjahr, so viele|viel wie im vorjahr, hat|haben sich nicht verändert|geändert, bewegte|bewegten sich nicht, trat|traten auf der stelle',
    'nearly-flat':
      'kaum verändert, nahezu unverändert, fast unverändert, praktisch unverändert, weitgehend stabil, blieb stabil, blieben stabil, ist stabil, weitgehend|annähernd|beinahe|so gut wie unverändert, wenig verändert, veränderte|veränderten|änderte|änderten sich kaum, kaum bewegt, bleibt|bleiben|sind|hielt|hielten sich stabil, kaum anders als|wie, fast genauso|ebenso viele|viel wie, kaum anders, wenig anders',
    'as-before':
      'wie im jahr, wie im vorjahr, wie im quartal|monat zuvor, wie im vorquartal|vormonat|vorhalbjahr, wie ein jahr zuvor, wie vor einem jahr, wie schon|bereits im vorjahr, wieder auf dem niveau|stand|wert von, auf das niveau|den stand|den wert von, wieder das niveau|den stand|den wert von, wieder so hoch|viel|viele|groß|niedrig wie',
    narrower: 'verengte, verengt, geschlossen, schließt sich, kleiner geworden, annäherung, angenähert, näherten sich',
    wider: 'weitete, vergrößerte, vergrößert, vergrößerung, auseinander, größer geworden',
    better:
      'verbesserte, verbessert, verbesserung, besser, besserte, bessere|besserer, verbesserten, gebessert, aufgehellt',
    best: 'am besten',
    worst: 'am schlechtesten',
    worse:
      'verschlechterte, verschlechtert, verschlechterung, schlechter, verschlechterten, schlechtere, verschärft|verschärfte|verschärften, eingetrübt',
    slowed:
      'verlangsamte, verlangsamten, verlangsamt, verlangsamung, gebremst, bremste, abgeschwächt, abschwächung, abgeflacht, abgekühlt, verlor|verloren an schwung|fahrt|tempo, an schwung|fahrt|tempo verloren, langsamer gewachsen, schwächer gewachsen, wuchs|wuchsen|stieg|stiegen langsamer, weniger stark gestiegen|gewachsen',
    'gained-pace':
      'beschleunigte, beschleunigten, beschleunigt, beschleunigung, an fahrt gewonnen, an tempo gewonnen, gewann|gewannen an fahrt|tempo|schwung, an schwung gewonnen, wuchs|wuchsen|stieg|stiegen schneller',
    more: 'wärmer, wärmere, wärmeren, heißere, nässer, mehr, höher, höhere, höheren, größer, größere, länger, längere, zusätzlich, zusätzliche, stärker, zahlreicher, =weitere, teurer, teurere, teureren, höherem, höherer, höheres, größeren, größerer, größeres, längeren, längerer, häufiger, häufigere, öfter, stärkere, stärkeren, schwerer, breiter, älter, älteren, beliebter, =beliebtere',
    less: 'kälter, kältere, kälteren, kühlere, weniger, niedriger, niedrigere, geringer, geringere, kleiner, kleinere, kürzer, kürzere, schwächer, tiefer, billiger, billigere, günstiger, günstigere, niedrigeren, niedrigerer, niedrigeres, geringeren, geringerer, geringeres, kleineren, kleinerer, kürzeren, seltener, schwächere, leichter, jünger, jüngeren',
    above: `über dem|ihrem|seinem wert|niveau|stand von|des|aus, gut, knapp|deutlich|klar|weit vor, über der|die *-prozent-hürde|marke|schwelle|klausel, über der|die|einer *-%-hürde|marke, über der|die hürde|schwelle|marke|grenze von, übersprang|übersprangen|überspringt|übersprungen, wärmer als, heißer als, milder als, nasser als, nässer als, feuchter als, sonniger als, über, übertraf, übertrafen, übertrifft, übertreffen, übertroffen, überstieg, überstiegen, übersteigt, überschritt, überschritten, überschreitet, oberhalb, mehr als, höher als, größer als, länger als, mindestens, vor, überholte, überholten, überholt, zahlreicher als, häufiger als, jenseits, teurer als, öfter als, höhere|höheren|größere|größeren als, überragt|überragte, überflügelt|überflügelte|überflügelten, abgelöst, verdrängt|verdrängte|verdrängten, überschritten, in führung vor, führt vor, führt, führen, führte, liegt|liegen vorn|vorne, oberhalb von, darüber, stärker als bei, älter als, schwerer als, überwiegen|überwogen gegenüber, knackte|knackten|geknackt|knackt, durchbrach|durchbrachen|durchbrochen, passiert|passierte, überwand`,
    below: `unter dem|ihrem|seinem wert|niveau|stand|betrag von|des|aus, knapp|deutlich|klar|weit hinter, unter der|die *-prozent-hürde|marke|schwelle|klausel, unter der|die|einer *-%-hürde|marke, unter der|die hürde|schwelle|marke|grenze von, kälter als, kühler als, trockener als, trüber als, unter, unterschritt, unterschreitet, unterhalb, weniger als, niedriger als, geringer als, kleiner als, kürzer als, seltener als, knapp, fast, beinahe, nahezu, =höchstens, bis zu, hinter, billiger als, günstiger als, niedrigere|niedrigeren|geringere|geringeren als, unterboten, unterbot, unterhalb von, darunter, maximal, jünger als, leichter als, knapp unter, nicht einmal, annähernd, rutschte unter, im rückstand gegenüber, bleibt|blieb|blieben|bleiben hinter`,
    about: 'rund, etwa, ungefähr, circa, zirka, =ca, in der größenordnung, in etwa, um die #, ungefähr, an die #',
    faster:
      'wuchs|wuchsen|wächst|wachsen schneller als, schneller als, schneller, stärker als, rascher als, rascher, kräftiger',
    slower:
      'wuchs|wuchsen|stieg|stiegen langsamer|schwächer als, langsamer als, langsamer, schwächer als, weniger stark',
    largest:
      'so viel|viele|hoch|groß|stark ~ wie in keinem|keiner anderen|anderer, am stärksten besetzt|vertreten|belegt|nachgefragt|verbreitet|betroffen, hauptgrund, hauptursache, hauptabnehmer, hauptlieferant, hauptmarkt, wichtigster|wichtigste|wichtigsten grund|ursache|energieträger|verkehrsträger|wirtschaftszweig|sektor|quelle|einnahmequelle|markt|abnehmer|lieferant|handelspartner|herkunftsmarkt|absatzmarkt, vor allen anderen|übrigen, vor jedem|jeder anderen, mehr ~ als jede|jeder|jedes|alle andere|anderer|anderes|anderen, höher|größer|stärker|länger|schneller als jede|jeder|jedes|alle andere|anderer|anderes|anderen, mehr|höher|größer|stärker|länger als in jeder|jedem|allen anderen, mehr|höher|größer|stärker|länger als irgendwo sonst, wärmste, wärmsten, heißeste, heißesten, mildeste, mildesten, nasseste, nassesten, feuchteste, feuchtesten, sonnigste, sonnigsten, größte, größten, größter, größtes, höchste, höchsten, höchster, meisten, meistgenutzte, meistgenutzten, beliebteste, beliebtesten, längste, längsten, an der spitze, spitzenreiter, führend, stärkste, stärksten, so hoch|viel|viele|lange|groß|stark|häufig|oft wie seit * nicht, so hoch|viel|viele|lange|groß|stark|häufig|oft wie seit * nicht mehr, so hoch|viel|viele|lange|groß wie zuletzt *, höchste|höchster|höchstem|höchstes, meiste, größtem, größte, längster, längstes, teuerste|teuersten|teuerster, häufigste|häufigsten, an erster stelle, die nase vorn, vorne|vorn liegt, spitzenreiterin, spitzenplatz, spitzenwert, rang eins, am häufigsten|höchsten|größten|meisten|längsten|teuersten, stärkster, ältesten, höchster wert, höchstwert seit, höchststand seit, mehr|höher|größer|länger|häufiger|teurer ~ als jede|jeder|jedes|jedem|jeden andere|anderer|anderes|anderen, mehr|höher|größer|länger ~ als alle anderen|übrigen, mehr|höher|größer|länger als anderswo|sonstwo|irgendwo, so viel|viele|hoch|lange wie in|an|bei keinem|keiner anderen',
    range: 'reicht|reichte|reichten|reichen von, schwankte|schwankten|schwankt|schwanken zwischen',
    smallest:
      'weniger ~ als jede|jeder|jedes|alle andere|anderer|anderes|anderen, niedriger|kleiner|schwächer|kürzer|geringer als jede|jeder|jedes|alle andere|anderer|anderes|anderen, weniger|niedriger|kleiner|schwächer|kürzer|geringer als in jeder|jedem|allen anderen, weniger|niedriger|geringer als irgendwo sonst, kälteste, kältesten, kühlste, kühlsten, trockenste, trockensten, trübste, trübsten, kleinste, kleinsten, niedrigste, niedrigsten, geringste, geringsten, wenigsten, kürzeste, kürzesten, schlusslicht, am ende, schwächste, schwächsten, so niedrig|wenig|wenige|kurz|gering|klein|selten wie seit * nicht, so niedrig|wenig|wenige|kurz|gering|klein|selten wie seit * nicht mehr, so niedrig|wenig|wenige|kurz|gering|klein wie zuletzt *, niedrigster|niedrigstem|niedrigstes, geringster|geringstem, kleinster|kleinstem, kürzester, billigste|billigsten, günstigste|günstigsten, seltenste|seltensten, am niedrigsten|geringsten|kleinsten|kürzesten|wenigsten|seltensten|billigsten|günstigsten, letzter platz, auf dem letzten platz, schlusslichter, tiefste|tiefsten, tiefstand seit, weniger|niedriger|geringer|kürzer|kleiner|seltener|billiger|günstiger ~ als jede|jeder|jedes|jedem|jeden andere|anderer|anderes|anderen, weniger|niedriger|geringer|kürzer|kleiner ~ als alle anderen|übrigen, so wenig|wenige|niedrig|kurz wie in|an|bei keinem|keiner anderen',
    fastest:
      'am schnellsten, schnellste, schnellsten, am stärksten gewachsen, stärkste wachstum, am stärksten, am kräftigsten, am deutlichsten, am raschesten, am schnellsten gewachsen, am schnellsten wachsende|wachsenden|wachsender, stärkster zuwachs, kräftigste|kräftigsten, rasanteste, nirgends ~ so schnell',
    slowest:
      'am langsamsten, langsamste, langsamsten, am schwächsten, am wenigsten gewachsen|gestiegen|zugelegt, am schwächsten gewachsen, nirgends ~ so langsam',
    record:
      'rekord, rekordwert, rekordhoch, rekordstand, rekordniveau, höchststand, höchstwert, historisches hoch, allzeithoch, so viele|hoch|viel|lange|groß wie in keinem ~ jahr|jahre|jahren, so viele|hoch|viel|lange|groß ~ wie nie, so viele|hoch|viel|lange|groß ~ wie noch nie, höher als je zuvor, mehr als je zuvor, noch nie so, spitzenwert, nie dagewesen, so viel|viele|hoch|lange|groß wie nie zuvor, so viel|viele|hoch|lange|groß wie noch nie, mehr|höher|länger|größer denn je, noch nie war|waren|gab|wurde|wurden * so viele|hoch|lange|groß|viel, noch nie zuvor so viele|viel|hoch|lange, niemals zuvor so viele|viel|hoch|lange, nie zuvor so viele|viel|hoch|lange, neuer höchstwert|höchststand, neuen höchstwert|höchststand, bestmarke, bestwert, rekordzahl, rekordjahr, rekordsumme, so viel|viele|hoch|lange wie in keinem|keiner anderen monat|jahr|quartal|woche',
    lowest:
      'tiefststand, rekordtief, tiefstwert, kälterekord, kälterekorde, historisches tief, so wenige|niedrig|wenig|gering wie in keinem ~ jahr|jahre|jahren, so wenige wie nie, so niedrig wie nie, niedriger als je zuvor, weniger als je zuvor, tiefpunkt, so wenig|wenige|niedrig|gering|kurz wie nie zuvor, so wenig|wenige|niedrig|gering|kurz wie noch nie, weniger|niedriger|geringer|kürzer|kleiner denn je, noch nie war|waren|gab|wurde|wurden * so wenige|wenig|niedrig|gering|kurz, noch nie zuvor so wenige|wenig|niedrig, nie zuvor so wenige|wenig|niedrig|kurz, noch nie so wenige|wenig|niedrig|gering|kurz, tiefstand, neuer|neuen tiefstand|tiefstwert, minusrekord, negativrekord, so wenig|wenige|niedrig|kurz wie in keinem|keiner anderen monat|jahr|quartal|woche',
    'over-a-year':
      'binnen eines jahres, innerhalb eines jahres, im jahresvergleich, gegenüber dem vorjahr, zum vorjahr, binnen jahresfrist',
    deficit:
      'einfuhrüberschuss, importüberschuss, nettoimporteur, kontraktionsbereich, schrumpfungsbereich, unter der|die wachstumsschwelle|expansionsschwelle, gebremst wurde|wird das wachstum, dämpfte|dämpften|dämpft|dämpfen|bremste|bremsten|bremst|bremsen das wachstum, dämpfte|dämpften|dämpft|dämpfen|bremste|bremsten|bremst|bremsen|minderte|minderten|mindert den|die inflation|inflationsrate|teuerung|teuerungsrate|gesamtindex|preisanstieg|gesamtteuerung, dämpfend, negativer beitrag, negativen beitrag, belastete|belasteten das wachstum, defizit, als er|sie|es einnahm, als sie einnahmen, als eingenommen wurde, neuverschuldung, handelsdefizit, haushaltsdefizit, finanzierungsdefizit, handelsbilanzdefizit, leistungsbilanzdefizit, fehlbetrag, im minus, ins minus, rote zahlen, roten zahlen, negativwachstum, im negativen bereich, war negativ, blieb negativ, bleibt negativ, ist negativ, wurde negativ, weiter negativ',
    surplus:
      'ausfuhrüberschuss, exportüberschuss, nettoexporteur, expansionsbereich, wachstumsbereich, über der|die wachstumsschwelle|expansionsschwelle, stützte|stützten|stützt|stützen das wachstum, positiver beitrag, positiven beitrag, positive impulse, überschuss, handelsüberschuss, haushaltsüberschuss, finanzierungsüberschuss, handelsbilanzüberschuss, leistungsbilanzüberschuss, im plus, ins plus, schwarze zahlen, schwarzen zahlen, im positiven bereich, war positiv, blieb positiv, bleibt positiv, ist positiv, wurde positiv, wieder positiv',
    'first-time': 'zum ersten mal, erstmals',
    'in-a-row':
      'in jedem der letzten|vergangenen * monate|quartale|jahre, in folge, hintereinander, nacheinander, aufeinanderfolgenden, aufeinander folgenden, mal in folge',
    'each-time':
      'kontinuierlich, stetig, ununterbrochen, ohne unterbrechung, durchgehend, jedes jahr, jahr für jahr, von jahr zu jahr, alljährlich, jährlich, jeden monat, jedes quartal, jedes halbjahr, halbjahr für halbjahr, monat für monat, von monat zu monat, quartal für quartal, von quartal zu quartal',
    majority:
      'mehrheit, mehrzahl, mehrheitlich, überwiegend, großteil, der größte teil, mehr als die hälfte, die meisten, größtenteils',
    minority: 'minderheit, minderzahl, weniger als die hälfte, nicht einmal die hälfte, kleinerer teil',
    'nearly-all':
      'fast alle, beinahe alle, nahezu alle, so gut wie alle, fast jeder, fast jede, nahezu jeder, praktisch alle, fast sämtliche',
    all: 'alle, allen, beide, beiden, aller, jeder, jede, jedes, jedem, sämtliche, sämtlichen, ausnahmslos, überall, allerorten, durchweg, flächendeckend',
    few: 'sehr wenige, kaum jemand, nur wenige, eine handvoll, verschwindend, fast niemand, fast keine, marginal',
    ever: 'den * vorangegangenen|vorigen|vorherigen jahren|quartalen|monaten, den * vorjahren, je, jemals, nie, niemals, bisher, bislang, in der geschichte',
    than: 'als, wie, gegenüber, verglichen mit, im vergleich zu, im vergleich mit',
    earlier:
      'in der letzten|vorigen|vergangenen|vorherigen|bisherigen wahlperiode|legislaturperiode|saison|spielzeit, bei der letzten|vorigen|vorherigen|vorangegangenen wahl|landtagswahl|bundestagswahl|kommunalwahl|europawahl|erhebung|befragung, bei der wahl|landtagswahl|bundestagswahl zuvor, im bisherigen|alten|letzten landtag|bundestag|parlament|gemeinderat|stadtrat, ein jahr zuvor, im jahr zuvor, vor einem jahr, im vorjahr, des vorjahres, vorjahr, letztes jahr, im letzten jahr, zuvor, vorher, früher, damals, einen monat zuvor, im vormonat, im vorquartal, ein quartal zuvor, dem vorjahr, ein jahr früher, im jahr davor, das jahr zuvor, jahr davor, davor, voriges jahr, im vorigen jahr, vorigen jahres, vorvorjahr, vorjahreswert, vorjahreswerts, vorjahresniveau, vorjahreszeitraum, vorjahresquartal, vorjahresmonat, binnen jahresfrist, vor jahresfrist, im quartal zuvor, im monat zuvor, vorquartal, vormonat, vorperiode, des vormonats|vorquartals, vormonatswert|vormonatswerts|vorquartalswert|vorquartalswerts',
    not: 'nicht, kein, keine, keinen, keiner, keinem, ohne, weder, noch nicht, nie, niemals, kaum, niemand, nichts, nie mehr, keines, keinerlei, keineswegs, nirgends, nirgendwo',
    open: 'entging|entgingen|entgeht|verschont, wenn, falls, ob, würde, würden, könnte, könnten, sollte, sollten, soll, sollen, dürfte, dürften, will, wollen, wird, werden, plant, planen, geplant, erwartet, erwarten, hofft, hoffen, ziel, ziele, prognose, vielleicht, wahrscheinlich, möglich, möglicherweise, voraussichtlich, kann, können, um zu, damit die|der|das|dem|den|ein|eine|sie|er|es|wir|man|ihr|ihre|alle|jede|jeder|mehr|weniger|künftig, beabsichtigt',
    beside:
      'während, aber, doch, jedoch, dagegen, hingegen, obwohl, trotz, allerdings, sondern, wohingegen, demgegenüber, statt, anstatt, obgleich, wenngleich, dennoch, trotzdem, gleichwohl, indes, indessen, umgekehrt',
    within:
      'nachdem, weil, denn, da die, wo, die sich, bevor, bis die, sobald, nach dem, welche, welcher, welches, seitdem, von denen, in denen, deren, dessen, =was',
    verb: 'ist, sind, war, waren, gewesen, hat, haben, hatte, hatten, beträgt, betragen, betrug, betrugen, liegt, liegen, lag, lagen, erreichte, erreichten, erreicht, erreichen, zählt, zählen, zählte, zählten, macht, machen, machte, machten, bleibt, bleiben, blieb, blieben, nutzt, nutzen, nutzte, nutzten, kam, beschäftigt, beschäftigte, umfasst, stellt, stellen, stellten, entliehen, entfielen, entfällt, gibt, gab, gaben, wies auf, weist auf, wiesen auf, verfügt|verfügte|verfügten, belief|beliefen|beläuft|belaufen, steht|stehen|stand|standen, kommt|kommen|kamen, bezifferte, umfasste|umfassten, zahlt|zahlen|zahlte|zahlten, dauert|dauern|dauerte|dauerten, kostet|kosten|kostete|kosteten, lieferte|lieferten|liefert|liefern, stammt|stammen|stammte|stammten, bekommt|bekam|bekamen|erhielt|erhielten',
    contrast:
      'nur, lediglich, die übrigen, der rest, die anderen, bloß, allein, der übrige, ansonsten, die restlichen, einzig, der übrigen, das übrige',
    met: 'innerhalb des|seines|ihres zielband|zielkorridor|zielbereich, im zielband|zielkorridor|zielbereich, erreichte das Ziel, Ziel erreicht, wurde|wurden ~ erreicht, erreicht|erreichen|erreichte|erreichten ~ den richtwert|zielwert|mindestwert|grenzwert, erfüllt, ziel erfüllt, erfüllte, erfüllten, eingehalten',
    missed:
      'außerhalb des|seines|ihres zielband|zielkorridor|zielbereich, scheiterte|scheiterten|scheitert|scheitern|gescheitert, verfehlt, verfehlte, verfehlten, verpasst, verfehlen, nicht erreicht, nicht eingehalten',
    gap: 'Abstand, Unterschied, Lücke, Differenz, Rückstand, Vorsprung, Kluft, Schere, Gefälle',
    alike:
      'kaum ~ Unterschied, so gut wie kein|keinen Unterschied, gleichauf, ebenso viele wie, gleichauf mit, genauso viele|viel|hoch wie, ebenso viel|hoch wie, gleich viele|viel|hoch wie',
    'for-every': 'auf jeden, auf jede, auf jedes, für jeden, für jede, für jedes, auf einen, auf eine',
    'as-much':
      'so hoch|viel|viele|lange|groß|teuer|häufig|oft|stark|kräftig|deutlich|schnell, so hoch|viel|viele|lange|groß|teuer|häufig|oft|stark|kräftig|deutlich|schnell wie',
    'as-little':
      'so niedrig|wenig|wenige|kurz|gering|klein|billig|günstig|selten|schwach, so niedrig|wenig|wenige|kurz|gering|klein|billig|günstig|selten|schwach wie',
    former: 'Erstere, Ersterer, Ersteres',
    latter: 'Letztere, Letzterer, Letzteres',
    none: `=wenige, =wenigen, auf ~ zurückgeht|zurückgehen|zurückging|zurückgingen|zurückzuführen, darunter war|waren|ist|sind|befand|befanden, =wenig, am ende des jahres|halbjahres|quartals|monats|zeitraums|berichtszeitraums|geschäftsjahres|schuljahres, am ende des ersten|zweiten|dritten|vierten, nahe am|an|dem bisherigen rekord|höchststand|tiefststand, knapp unter dem|ihrem|seinem rekord|rekordwert|höchststand, an den rekord heran, kleinste|kleinsten|größte|größten größenklasse|größenklassen|einkommensgruppe|altersgruppe, hat|haben|hatte|hatten|liegt|liegen|lag|lagen damit, beitrag|beiträge zum wachstum, jahre und älter, jahren und älter, die|den|der|bei|unter|für|als ältere|älteren|ältesten|jüngere|jüngeren|jüngsten, fielen #, fiel #, mehr über, mehr dazu, nicht mehr, mehr oder weniger, immer mehr, immer weniger, mehr noch, mehrere, mehrfach, über die, über das, über den, über eine, über einen, über ihre, über alle, unter anderem, unter den, unter ihnen, vor allem, vor ort, vor der, vor dem, vor den, zunächst
      im fall, fälle, falls nötig, auf jeden fall, in jedem fall, alles in allem, alle zwei jahre, alle tage, alle jahre, vor einem, plus minus, noch mehr, unter berücksichtigung, hinter den, hinter der, höhere schule, höhere bildung, länger als geplant, gefallen an, zum ersten mal, weitere informationen, weitere angaben, unter umständen, über hinaus, wachsen zusammen, fast immer, fast nie, knapp bei kasse, geschlossene, geschlossenen, ermäßigung, erhöhte aufmerksamkeit, =verlorene, =verlorenen, rund um, rund um die uhr, jeder kann, alle angaben, aller art, weiter an, und damit, damit #, noch immer, nach wie vor, mehr und mehr an, vor als`,
  },
  parted: {
    up: 'nahm|nahmen|nimmt|nehmen|legte|legten|legt|legen zu, stieg|stiegen|steigt|steigen|wuchs|wuchsen|wächst|wachsen|zog|zogen|zieht|ziehen|schwoll|schwollen|schwillt|hob|hoben|hebt|heben an, kam|kamen|kommt|kommen|gewann|gewannen hinzu, kam|kamen|kommt|kommen dazu, stockte|stockten|stockt|stocken|holte|holten|holt|holen auf, baute|bauten|baut|bauen|dehnte|dehnten aus, fuhr|fuhren|schnellte|schnellten|ging|gingen|geht hoch',
    down: 'nahm|nahmen|nimmt|nehmen|baute|bauten|baut|bauen|flaute|flauten|rutschte|rutschten|sackte|sackten|stürzte|stürzten|senkte|senkten ab, ging|gingen|geht|gehen|fiel|fielen|fällt|fallen|fuhr|fuhren|fährt|fahren zurück, brach|brachen|bricht|brechen|büßte|büßten|büßt|büßen|sparte|sparten ein, gab|gaben|gibt|geben|ließ|ließen|lässt|lassen nach, setzte|setzten herab, lief|liefen|läuft|laufen davon, fällt|fallen|fiel|fielen weg',
    above: 'löste|lösten|löst|lösen ab',
    wider: 'weitete|weitet|weiteten|weiten aus',
    none: 'geht|gehen|ging|gingen auf zurück, fällt|fallen|fiel|fielen|nahm|nahmen|nimmt|nehmen aus, fällt|fallen|fiel|fielen|stieg|stiegen|steigt|steigen auf, kommt|kommen|kam|kamen vor',
    slowed: 'schwächte|schwächten|flachte|flachten|bremste|bremsten ab',
  },
  times: {
    digits: '{n}mal so *, {n} mal so *, {n} - mal so *, das {n} - fache, das {n}fache',
    '2': 'verdoppelte, verdoppelten, verdoppelt, verdoppelung, verdopplung, doppelt so *, das doppelte',
    '3': 'verdreifachte, verdreifachten, verdreifacht, verdreifachung',
    n: '{n}mal so *, das {n}fache, ver{n}fachte, ver{n}fachten, ver{n}facht, {n}fach so *, {n} zu eins',
    '0.5': 'halbierte, halbierten, halbiert, halb so *, um die hälfte, auf die hälfte',
    '1.5':
      'stieg|stiegen|wuchs|wuchsen um die hälfte, erhöhte|erhöhten|vergrößerte sich um die hälfte, um die hälfte darüber|höher|größer|mehr|teurer|gestiegen|erhöht|zugenommen|gewachsen, anderthalbmal so *, eineinhalbmal so *',
    '2.5': 'zweieinhalbmal so *',
    '0.33333': 'auf ein drittel',
    '0.25': 'auf ein viertel',
  },
  shares: {
    '0.5': 'die hälfte, der hälfte, jeder|jede|jedes|jedem|jeden zweite, jedem|jeder|jeden zweiten',
    '0.33333': 'ein|einem|das|dem drittel, jeder|jede|jedes|jedem|jeden dritte, jedem|jeder|jeden dritten',
    '0.66667': 'zwei drittel|dritteln',
    '0.25': 'ein|einem viertel, jeder|jede|jedes vierte, jedem|jeder|jeden vierten',
    '0.75': 'drei viertel|vierteln, dreiviertel',
    '0.2': 'ein|einem fünftel, jeder|jede|jedes fünfte, jedem|jeder|jeden fünften',
    '0.4': 'zwei fünftel|fünfteln',
    '0.6': 'drei fünftel|fünfteln',
    '0.8': 'vier fünftel|fünfteln',
    '0.16667': 'ein|einem sechstel, jeder|jede|jedes sechste, jedem|jeder|jeden sechsten',
    '0.14286': 'ein|einem siebtel, jeder|jede|jedes siebte, jedem|jeder|jeden siebten',
    '0.125': 'ein|einem achtel, jeder|jede|jedes achte, jedem|jeder|jeden achten',
    '0.1': 'ein|einem zehntel, jeder|jede|jedes zehnte, jedem|jeder|jeden zehnten',
    '0.9': 'neun zehntel',
    '0.05': 'jeder|jede|jedes zwanzigste, jedem|jeder zwanzigsten, ein zwanzigstel',
    '1/n': 'einer|eine|eines von {n}',
    'm/n': '{m} von {n}',
  },
  ranks: {
    '1': 'auf platz|rang eins',
    n: 'auf platz|rang {n}, auf dem {nth} platz|rang, an {nth} stelle, den {nth} platz, {th}größte|{th}größten|{th}größter|{th}größtes, {th}höchste|{th}höchsten|{th}höchster|{th}höchstes, {th}stärkste|{th}stärksten|{th}stärkster|{th}stärkstes, {th}längste|{th}längsten|{th}längster|{th}längstes, {th}häufigste|{th}häufigsten|{th}häufigster|{th}häufigstes, {th}wichtigste|{th}wichtigsten|{th}wichtigster|{th}wichtigstes, {th}beliebteste|{th}beliebtesten|{th}beliebtester|{th}beliebtestes, {th}teuerste|{th}teuersten|{th}teuerster|{th}teuerstes, {th}meiste|{th}meisten|{th}meister|{th}meistes, {th}beste|{th}besten|{th}bester|{th}bestes, {th}älteste|{th}ältesten|{th}ältester|{th}ältestes, {th}wärmste|{th}wärmsten|{th}wärmster|{th}wärmstes, {th}heißeste|{th}heißesten|{th}heißester|{th}heißestes, {th}mildeste|{th}mildesten|{th}mildester|{th}mildestes, {th}nasseste|{th}nassesten|{th}nassester|{th}nassestes, {th}sonnigste|{th}sonnigsten|{th}sonnigster|{th}sonnigstes',
    '-n': '{th}kleinste|{th}kleinsten|{th}kleinster|{th}kleinstes, {th}niedrigste|{th}niedrigsten|{th}niedrigster|{th}niedrigstes, {th}geringste|{th}geringsten|{th}geringster|{th}geringstes, {th}schwächste|{th}schwächsten|{th}schwächster|{th}schwächstes, {th}kürzeste|{th}kürzesten|{th}kürzester|{th}kürzestes, {th}billigste|{th}billigsten|{th}billigster|{th}billigstes, {th}günstigste|{th}günstigsten|{th}günstigster|{th}günstigstes, {th}wenigste|{th}wenigsten|{th}wenigster|{th}wenigstes, {th}jüngste|{th}jüngsten|{th}jüngster|{th}jüngstes, {th}kälteste|{th}kältesten|{th}kältester|{th}kältestes, {th}kühlste|{th}kühlsten|{th}kühlster|{th}kühlstes, {th}trockenste|{th}trockensten|{th}trockenster|{th}trockenstes, {th}trübste|{th}trübsten|{th}trübster|{th}trübstes',
    '2': 'nur übertroffen von',
  },
  units: {
    scale: 'hundert, tausend, million, millionen, milliarde, milliarden, billion, billionen, =mio, =mrd',
    percent: '=%, prozent, prozentpunkt, prozentpunkte, prozentpunkten',
    euro: 'euro, eur, =€',
    dollar: 'dollar, usd, =$',
    hundredth: 'cent',
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
    'degrees-celsius': 'grad, =°',
  },
  everyday:
    'personen, menschen, leute, kolleginnen, kollegen, teilnehmer, teilnehmende, gäste, sekunden, minuten, stunden, tage, tagen, wochen, monate, monaten, jahre, jahren, nächte, seiten, folien, fragen, antworten, schritte, sitzungen, workshops, gespräche, räume, tabellen, diagramme, kapitel, abschnitte, sprachen, länder, ländern, städte, städten, exemplare, mal, stern, sterne, sternen, zimmer',
  small:
    'der, die, das, den, dem, des, ein, eine, einer, eines, einem, einen, und, oder, in, im, an, am, auf, aus, bei, mit, nach, seit, von, vom, zu, zum, zur, für, ihr, ihre, als, dieser, diese, dieses, wieder, erneut, auch, sich',
  paces:
    'stündliche|stündlicher|stündlichen, je stunde, pro stunde; tägliche|täglicher|täglichen, am tag, je tag, pro tag; wöchentliche|wöchentlicher|wöchentlichen, in der woche, je woche, pro woche; monatliche|monatlicher|monatlichen, im monat, je monat, pro monat; jährliche|jährlicher|jährlichen, im jahr, je jahr, pro jahr',
  orders: {
    descending: 'größte zuerst, höchste zuerst, meiste zuerst, vom höchsten zum niedrigsten',
    ascending: 'kleinste zuerst, niedrigste zuerst, vom niedrigsten zum höchsten',
    alphabetical: 'alphabetisch, nach dem alphabet, von a bis z',
  },
  patterns: {
    sum: 'addier|summier|ergeb|ergib',
    logarithm: '\\blogari',
    real: '\\breal(?= (?:zu|ab|ge|je|pro))|\\breale[nrs]? (?:Wert|Umsatz|Umsätze|Löhne|Lohn|Einkommen|Ausgaben)|preisbereinigt|inflationsbereinigt|konstanten Preisen|zu Preisen\\b',
    'darker-more': '\\bdunkler\\b.*(?:\\bmehr\\b|höher|größer)',
    'darker-less': '\\bdunkler\\b.*(?:weniger|niedriger|kleiner)',
    definition:
      '(?:\\bals\\b[^\\d.;]{0,40}\\b(?:gilt|gelten|zählt|zählen)|\\b(?:gilt|gelten|zählt|zählen)\\b[^\\d.;]{0,40}\\bals)\\b[^\\d.;]{0,60}\\bwenn\\b|\\bdefiniert als\\b',
  },
  colors: {
    red: 'rot, rote, roten, roter, rotes',
    orange: 'orange, orangee, orangeen, orangeer, orangees',
    yellow: 'gelb, gelbe, gelben, gelber, gelbes',
    green: 'grün, grüne, grünen, grüner, grünes',
    teal: 'türkis, türkise, türkisen, türkiser, türkises',
    blue: 'blau, blaue, blauen, blauer, blaues',
    purple: 'lila, lilae, lilaen, lilaer, lilaes, violett, violette, violetten, violetter, violettes',
    pink: 'rosa, rosae, rosaen, rosaer, rosaes, pink, pinke, pinken, pinker, pinkes',
    brown: 'braun, braune, braunen, brauner, braunes',
    grey: 'grau, graue, grauen, grauer, graues',
    black: 'schwarz, schwarze, schwarzen, schwarzer, schwarzes',
  },
  groups: [
    [
      '{a} (?:Jahre )?und (?:älter|mehr), ab {a}',
      '{a}-Jährige und Ältere, {a}-Jährigen und Älteren, über {a}-Jährige, über {a}-Jährigen, Über-{a}-Jährige, Über-{a}-Jährigen',
    ],
    ['unter {a}', 'unter {a}-Jährige, unter {a}-Jährigen, Unter-{a}-Jährige, Unter-{a}-Jährigen'],
    [
      '{a}(?: bis |[-–]){b}',
      '{a} bis {b} Jahre, {a} bis {b} Jahren, zwischen {a} und {b}, {a}- bis {b}-Jährige, {a}- bis {b}-Jährigen, {a}- bis {b}-jährige, {a}- bis {b}-jährigen',
    ],
    ['^weiblich|^frau(?:en)?$', 'Frauen, weiblich, weibliche, weiblichen'],
    ['^männlich|^m[aä]nn(?:er)?$', 'Männer, Männern, männlich, männliche, männlichen'],
  ],
  particles: {
    ahead: 'vorn, vorne, führt, führen, führte',
    harm: 'arbeitslose, arbeitslosigkeit, arbeitslosenquote, armut, ausfall, ausgaben, beschwerden, brände, defizit, emissionen, fehler, infektionen, insolvenzen, kosten, kriminalität, mängel, miete, preise, schulden, straftaten, sterbefälle, todesfälle, tote, unfälle, verletzte, verspätung, wartezeit',
    earning: 'gewann, gewannen, gewinnt, gewinnen, gewonnen',
    losing: 'verlor, verloren, verliert, verlieren',
    zero: 'null, gefrierpunkt',
    deviation: 'abweichung, anomalie',
    data: 'zahlen, daten, ergebnisse, angaben, werte',
    final: 'endgültig, final',
    provisional: 'vorläufig',
    early: 'anfang, beginn, dem beginn',
    left: 'links, linke',
    right: 'rechts, rechte',
    norm: 'mittel, durchschnitt, landesdurchschnitt, bundesdurchschnitt, gesamtdurchschnitt, landesmittel, schnitt, median, üblich, normal, sonst',
    'at-large':
      'insgesamt, bundesweit, landesweit, deutschlandweit, markt, land, weiterhin, weiter, erneut, wieder, abermals, generell, gesamten',
    overall:
      'insgesamt, gesamt, bundesweit, landesweit, national, nationale, nationalen, bundesgebiet, landeswert, gesamtwert, bundeswert',
    fast: 'schnell, rasch, stark, schneller, rascher, stärker',
    like: 'wie',
    article: 'die, der, das, den, des, dem',
    relative: 'die, der, das, wo, deren, als',
    than: 'als, wie',
    today: 'heute, jetzt, derzeit, aktuell, aktuellen, heutigen, jetzigen',
    along: 'nach',
    from: `von, vom, seit, seither, seitdem, gegenüber`,
    to: 'auf, bei, zu',
    number: 'zahl, anzahl, summe',
    point: 'zahl, punkt, stand, wert',
    span: 'jahr, quartal, monat, woche, tag, halbjahr',
    never: 'nie, niemals',
    'same-part': 'gleichen quartal, gleichen monat, gleichen zeitraum, selben quartal, selben monat, selben zeitraum',
    'end-of': 'ende',
    mark: 'marke, schwelle, grenze, hürde, mehrheit',
    everywhere: 'überall, nirgends, nirgendwo',
    except: 'außer, ausnahme, ausgenommen',
    'except-for': 'bis auf, abgesehen von',
    'left-out': 'außer, ohne, nach, hinter',
    'either-way': 'veränderung, änderung, verschiebung',
    unmeasured: 'effizienz, qualität, stimmung, vertrauen',
    whole: 'insgesamt, gesamt, zusammen, summe, alle',
    residual: 'anderen, andere, anderes, sonstiges, übrigen, übrige, sonstige, rest, unbekannt',
    step: 'schritt, veränderung, änderung, bewegung',
    'since-then': 'seither, seitdem',
    median: 'median',
    minimum: 'tiefst, niedrigst, minimum, minimal',
    speed: 'geschwindigkeit, tempo',
    'either-record': 'rekord, rekordwert, rekorde',
    after: 'nach',
    overtaking:
      'überholte, überholten, überholt, überflügelte, überflügelten, überflügelt, löste, lösten, löst, abgelöst, verdrängt, verdrängte, verdrängten',
    ending: 'ende, beendet, gestoppt, unterbrochen',
    plurality: 'meisten, meiste',
    loss: 'verlust, verluste, verlustes, verlusts, verlusten',
    inflow: 'einnahmen, ausfuhren, exporte, erlöse, zuzüge, geburten',
    outflow: 'ausgaben, einfuhren, importe, aufwendungen, fortzüge, sterbefälle',
    marginally: 'minimal, geringfügig, geringfügige, geringfügiger',
    plunging: 'eingebrochen, einbruch, abgestürzt, hochgeschnellt, emporgeschnellt',
    slightly: 'kaum, etwas, leicht, leichter, leichte, leichten',
    sharply:
      'deutlich, stark, kräftig, steil, steiler, steilen, rasant, rasanter, rasanten, erheblich, massiv, drastisch, sprunghaft, deutliche, deutlicher, kräftiger, kräftige, starker, starke, starken, kräftigen, deutlichen',
    'along-with': 'mit',
    'out-of': 'von, unter',
    barely: 'gut, kaum, etwas, leicht, geringfügig',
    history: 'jahren, messbeginn, messungen, aufzeichnungen, jahrzehnten, reihe, geschichte',
    correlative: 'je, desto, umso',
    passive: 'von',
    be: 'wurde, wurden, worden, wird, werden',
    was: 'war, waren',
    leaving: 'schließen, geschlossen, verlassen, verließen, starben, gestorben, verkauft, entlassen',
    tenth: 'zehntel',
    target:
      'richtwert, ziel, zielband, zielbands, zielkorridor, zielkorridors, zielbereich, zielbereichs, zielwert, plan, planwert, haushaltsplan, soll, sollwert',
    threshold:
      'schwelle, schwellenwert, grenzwert, grenze, hürde, sperrklausel, mehrheit, anforderung, mindestanforderung',
    band: 'zielband, zielbands, zielkorridor, zielkorridors, zielbereich, zielbereichs',
    only: 'nur, allein, ausschließlich, einzig',
    together: 'zusammen, zusammengenommen',
    'not-next': 'ohne',
    'as-well': 'sowohl',
    nor: 'noch, weder',
    'part-of': 'von, der',
    foreseen:
      'wird, werden, erwartet, erwarten, dürfte, dürften, prognose, voraussichtlich, wahrscheinlich, soll, sollen',
    worth: 'aufgewertet, aufwertung, abgewertet, abwertung, gestärkt, stärker, schwächer, geschwächt',
    per: 'je, pro',
    next: 'nächsten, nächstes, kommenden, kommendes',
    nearing: 'nähert, nähern, näherte, näherten',
    by: 'um',
    against: 'gegen, gegenüber, nach, zu, statt',
    none: 'kein, keine, keinen, keinem, keiner, keines, niemand, nirgends, nirgendwo',
    'around-all': 'von, in, für, zu, mit, aus, an, auf, bei, als, unter, nach',
    apart: 'von, für, mit, bei, unter, pro, je, aus',
    in: 'in, im, jahr, während',
    'past-perfect': 'hatte, hatten, war, waren',
    'other-time': 'jetzt, seit, seither, seitdem, heute',
    zone: 'expansionsbereich, wachstumsbereich, kontraktionsbereich, schrumpfungsbereich, wachstumsschwelle, expansionsschwelle',
    followed: 'gefolgt',
    turning: 'wurde, wieder, drehte, rutschte',
    still: 'blieb, bleibt, weiter, weiterhin, noch',
    pronoun: 'er, sie, es, das, dies, diese, dieser, jetzt',
    of: 'der, die, das, den, dem, des, in, im, bei, an, für, von, zahl',
    and: 'und, oder',
    respectively: 'beziehungsweise, jeweils, respektive',
    season: 'jahreszeit, zeit des jahres',
    year: 'jahr, vorjahr, vorjahres, jahres, rekordjahr, rekordjahres',
    general: 'personen, person, fall, fälle, stück',
    nearly: 'knapp, fast, beinahe, nahezu',
  },
  phrasings: germanPhrasings,
  referring: ['er, es, sie, dies, dieser, diese', 'beide, die beiden', 'alle drei, die drei'],
  likewise:
    'desgleichen, das gleiche gilt für, dasselbe gilt für, gleiches gilt für, ebenso die, ebenso der, ebenso das, so auch',
  numerals: 'ein, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf',
  ordinals:
    'ersten|erste|erster|erstes|erstem, zweiten|zweite|zweiter|zweites|zweitem, dritten|dritte|dritter|drittes|drittem, vierten|vierte|vierter|viertes|viertem, fünften|fünfte|fünfter|fünftes|fünftem, sechsten|sechste|sechster|sechstes|sechstem, siebten|siebte|siebter|siebtes|siebtem, achten|achte|achter|achtes|achtem, neunten|neunte|neunter|neuntes|neuntem, zehnten|zehnte|zehnter|zehntes|zehntem',
}
