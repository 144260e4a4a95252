const went = '(?:stieg|stiegen|sank|sanken|wuchs|wuchsen|fiel|fielen|schrumpfte|schrumpften|kletterte|kletterten)'
const was = '(?:ist|sind|war|waren|lag|lagen|liegt|liegen)'

/** What German says in a roundabout way → how it is said plainly. */
export const germanPhrasings = String.raw`
^(?:entgegen|wider) (?:den |allen |aller |den meisten )?(?:Erwartung|Erwartungen|Prognosen|Vorhersagen) (\p{L}+) … nicht\b → $2 $1 nicht
^(?:entgegen|wider) (?:den |allen |aller |den meisten )?(?:Erwartung|Erwartungen|Prognosen|Vorhersagen) (${went}) ([^,.;#]+?)(?= (?:auf|um|in|bei)\b|[,.;]|$) → $2 $1
\bverfehlten? mit (#) (?:den Vorjahreswert|das Vorjahresniveau|das Vorjahresergebnis) von (#) → fiel von $2 auf $1
(?<!\p{L})übertraf(?:en)? mit (#) (?:den Vorjahreswert|das Vorjahresniveau|das Vorjahresergebnis) von (#) → stieg von $2 auf $1
\bweiter im ‹Plus|Minus›$ → weiter ‹gestiegen|gesunken›
\b(?:hielt|hielten) (?:den Stand|das Niveau|den Wert) des Vorjahres → blieb unverändert
\b(?:war|waren|lag|lagen) zuletzt (\d{4}) ‹höher,größer|niedriger,geringer,kleiner› → war so ‹hoch|niedrig› wie seit $1 nicht mehr
^seit (\d{4}) (?:war|waren|lag|lagen) … nicht mehr so ‹hoch|niedrig› → $2 war so ‹hoch|niedrig› wie seit $1 nicht mehr
^um einen ‹höheren,größeren|niedrigeren,geringeren,kleineren› Wert als (#) zu finden, muss man (?:bei|für) … bis (?:ins Jahr )?(\d{4}) zurück(?:gehen|blicken) → $2 war mit $1 so ‹hoch|niedrig› wie seit $3 nicht mehr
^einen ‹höheren,größeren|niedrigeren,geringeren,kleineren› Wert als (#) hat es (?:bei|für) … seit (\d{4}) nicht (?:mehr )?gegeben → $2 war mit $1 so ‹hoch|niedrig› wie nie seit $3
^der ‹Aufwärtstrend|Abwärtstrend› (?:bei|für) … (?:ist|wurde) (?:gebrochen|unterbrochen|gestoppt|beendet) → nach einem ‹Anstieg|Rückgang› im Vorjahr ‹sank|stieg› $1
^die Serie (?:von|an) ‹Zuwächsen,Anstiegen|Rückgängen› (?:bei|für) … (?:ist|wurde) (?:gerissen|gebrochen|unterbrochen|beendet) → nach einem ‹Anstieg|Rückgang› im Vorjahr ‹sank|stieg› $1
\bdreht(?:e|en)(?: (?:im Jahr )?\d{4})? ins ‹Minus|Plus› → ‹sank|stieg›
\bhatten? (\d{4}) mit (#) (?:ihren|seinen) (?:Gipfel|Höhepunkt|Scheitelpunkt) → erreichte $1 mit $2 den Höchststand
^am ‹höchsten|niedrigsten› (?:war|waren|lag|lagen) … (\d{4}) mit (#) → $1 erreichte $2 mit $3 den ‹Höchststand|Tiefststand›
^hinter ([^,.;#]+?) folgt bei … (\p{Lu}\p{L}+) mit (#) → bei $2 liegt $1 vor $3 ($4)
\bdurch die Bank\b → überall
^es (?:gab|gibt) keine? (\p{L}+), (?:in der|in dem|wo) … nicht (\p{L}+)(?=[.,;(]|$) → in jeder $1 $3 $2
^(?:bis auf|außer in) … überall\b → mit Ausnahme von $1 in allen Regionen
^als einzige[rs]? \p{L}+ (?:verzeichnete|meldete|hatte|registrierte|verbuchte) … bei … einen ‹Anstieg,Zuwachs|Rückgang› → nur in $1 ‹stieg|sank› $2
^in kein(?:er|em) anderen \p{L}+ als → nur in
^… (?:war|ist|blieb) (?:die|das|der) einzige \p{L}+, (?:in der|in dem|wo) … (\p{L}+)(?=[.,;(]|$) → nur in $1 $3 $2
^den einzigen ‹Anstieg,Zuwachs|Rückgang› bei … (?:gab es|verzeichnete|meldete|hatte) (?:in )?([^,.;#]+) → nur in $2 ‹stieg|sank› $1
^mit (#) ‹übertraf,übertrafen|unterschritt,unterschritten› … in … (?:die|den|das|diejenigen?|denjenigen|dasjenige) (?:von|in) → $2 war in $3 ($1) ‹höher|niedriger› als in
^(?:anders als|im Unterschied zu) … \((#)\) kam … bei … auf (#), also ‹mehr|weniger› → $4 war in $3 ($5) ‹höher|niedriger› als in $1 ($2)
^das Wachstum bei … (?:war|ist) in … ‹höher,stärker,größer,kräftiger|niedriger,schwächer,kleiner,geringer› als in → $1 wuchs in $2 ‹schneller|langsamer› als in
^beim Wachstum (?:bei|von) … (?:lag|liegt) … ‹vor|hinter› → $1 wuchs in $2 ‹schneller|langsamer› als in
^beim Wachstum (?:bei|von) … (?:führt|führte) … mit (#) die (?:Liste|Rangliste|Tabelle) an → $1 wuchs in $2 mit $3 am schnellsten
^beim Wachstum (?:bei|von) … (?:bildet|bildete) … mit (#) das Schlusslicht → $1 wuchs in $2 mit $3 am langsamsten
^der Vorsprung von … vor … bei … ‹wuchs,wächst|schmolz,schrumpfte,schmilzt›(?= |[.,;(]|$) → der Abstand zwischen $1 und $2 bei $3 ist ‹größer|kleiner› geworden
^bei … ‹vergrößerte|verringerte,verkleinerte› sich der Abstand zwischen …( \(#\))? und …( \(#\))?(?=[.,;]|$) → der Abstand zwischen $2$3 und $4$5 bei $1 ist ‹größer|kleiner› geworden
^der (?:Anstieg|Zuwachs) bei … (?:geht|ging) (?:vor allem|hauptsächlich|größtenteils|überwiegend|in erster Linie) auf … zurück → $1 ist in $2 am meisten gestiegen
^… (?:trug|trägt) am meisten zum (?:Anstieg|Zuwachs|Wachstum) bei … bei → $2 ist in $1 am meisten gestiegen
^getragen (?:wurde|wird) der (?:Anstieg|Zuwachs) bei … (?:vor allem|hauptsächlich|größtenteils|überwiegend) von ([^,.;#]+) → $1 ist in $2 am meisten gestiegen
^der (?:Anstieg|Zuwachs) bei … ist (?:vor allem|hauptsächlich|größtenteils|überwiegend) ([^,.;#]+) zu verdanken → $1 ist in $2 am meisten gestiegen
^(?:mehr als die Hälfte|der größte Teil|der Großteil) des (?:Anstiegs|Zuwachses) bei … entf(?:iel|ällt) auf ([^,.;#]+) → $1 ist in $2 am meisten gestiegen
\b(?:lag|lagen|liegt|liegen|bewegte sich|bewegten sich) zwischen (#) \(([^()#]+)\) und (#) \(([^()#]+)\) → reichte von $1 in $2 bis $3 in $4
^verglichen mit (\d{4}) ${was} … (?:\d{4} )?‹höher|niedriger›(?=[.,;(]|$) → $2 liegt ‹über|unter› dem Stand von $1
\b(?:hat|haben) das Niveau von (\d{4}) (\(#\) )?‹übertroffen|nicht erreicht,unterschritten,verfehlt› → liegt ‹über|unter› dem Stand von $1 $2
^von einem ‹Anstieg,Zuwachs|Rückgang› kann bei … keine Rede sein → $1 ist nicht ‹gestiegen|gesunken›
^bei … blieb ein ‹Anstieg,Zuwachs|Rückgang› aus → $1 ist nicht ‹gestiegen|gesunken›
^weder … noch … ‹stiegen,stieg,wuchsen,wuchs|sanken,sank,fielen,fiel,schrumpften,schrumpfte›(?=[.,;(]|$) → $1 ‹stieg|sank› nicht, $2 ‹stieg|sank› nicht
^… (${went}) ebenso wie (?!im |in |vor |schon )([^,.;#]+) → sowohl $1 als auch $3 $2
^… und … (${went}) gleichermaßen → sowohl $1 als auch $2 $3
^(?:im Gegensatz zu|im Unterschied zu|anders als) (?:de[rnm] |die |das )?… (?:nahm|nahmen|legte|legten) … ‹zu|ab› → $2 ‹stieg|sank›, $1 nicht
^(?:im Gegensatz zu|im Unterschied zu|anders als) (?:de[rnm] |die |das )?… ‹stieg,stiegen,wuchs,wuchsen|sank,sanken,fiel,fielen› ([^,.;#]+) → $2 ‹stieg|sank›, $1 nicht
^in … ${was} … ‹überdurchschnittlich|unterdurchschnittlich›( \(#\))?(?=[.,;]|$) → $2 in $1$3 lag ‹über|unter› dem Landesdurchschnitt
^verglichen mit (?:\p{Lu}\p{L}+ insgesamt|dem Landesdurchschnitt|dem Bundesdurchschnitt|dem Durchschnitt|dem ganzen Land) ${was} … in … ‹höher|niedriger› → $1 in $2 lag ‹über|unter› dem Landesdurchschnitt
^… (?:stieg|stiegen|wuchs|wuchsen) um (#), ‹stärker,schneller,kräftiger,mehr|schwächer,langsamer,weniger› als (?:im Vorjahr|im Jahr zuvor|ein Jahr zuvor) → das Wachstum bei $1 hat sich ‹beschleunigt|verlangsamt› ($2)
^…( \(#\))? (?:hat|haben) …( \(#\))? (?:überholt|überflügelt|übertroffen)(?=[.,;]|$) → $1$2 überholten $3$4
\bnicht mehr in der ‹Mehrheit|Minderheit› → in der ‹Minderheit|Mehrheit›
^zuletzt (?:war|waren) … (\d{4}) ‹gestiegen|gesunken,gefallen› → $1 ‹stieg|sank› $2
\b‹kroch,krochen|schoss,schossen› auf → stieg ‹leicht|stark› auf
^keine Bewegung bei … → $1 blieb unverändert
^so ‹hoch|niedrig› wie (?:\d{4}|jetzt|heute|zuletzt) (?:war|waren|lag|lagen) … noch nie\b → noch nie war $1 so ‹hoch|niedrig›
^einen so ‹hohen|niedrigen› Wert wie (#) gab es bei … zuletzt (\d{4}) → $2 war mit $1 so ‹hoch|niedrig› wie seit $3 nicht mehr
^man muss bis (?:ins Jahr )?(\d{4}) zurück(?:blättern|gehen|blicken), um bei … auf ‹mehr|weniger› als (#) zu stoßen → $2 war mit $3 so ‹hoch|niedrig› wie seit $1 nicht mehr
^(?:ihren|seinen) Zenit erreichten? … (\d{4}) mit (#) → $1 erreichte $2 mit $3 den Höchststand
^landauf, landab\b → überall
^ausnahmslos alle\b → alle
^mit … (?:gab|gibt) es nur eine \p{L}+, (?:in der|in dem|wo) … (\p{L}+)(?=[.,;(]|$) → nur in $1 $3 $2
^… (?:hat|hatte) bei … mit (#) gegenüber … \((#)\) die Nase vorn → $2 war in $1 ($3) höher als in $4 ($5)
^die Lücke zwischen …( \(#\))? und …( \(#\))? bei … ‹öffnete|schloss› sich(?: weiter)? → der Abstand zwischen $1$2 und $3$4 bei $5 ist ‹größer|kleiner› geworden
^(?:Motor|Treiber) des (?:Anstiegs|Zuwachses|Wachstums) bei … (?:war|ist) ([^,.;#]+) → $1 ist in $2 am meisten gestiegen
^vor allem … sorgten? für den (?:Anstieg|Zuwachs) bei ([^,.;#]+) → $2 ist in $1 am meisten gestiegen
^ein ‹Anstieg,Zuwachs|Rückgang› bei … war nicht zu verzeichnen → $1 ist nicht ‹gestiegen|gesunken›
^mitnichten (${went}) ([^,.;#]+) → $2 $1 nicht
^… (?:liegt|lag) bei … ‹oberhalb|unterhalb› des (?:Landesmittels|Landesdurchschnitts|Durchschnitts)( \(#\))? → $2 in $1$3 lag ‹über|unter› dem Landesdurchschnitt
^die Dynamik bei … ‹nahm zu|ließ nach› → das Wachstum bei $1 hat sich ‹beschleunigt|verlangsamt›
`
