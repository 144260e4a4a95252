import type { Language } from '../languages.ts'

/** Words by which the numbers of a deck that was made by hand are told apart, separated by spaces. */
export interface DeckWords {
  /** Beside what is planned, expected or left out: no figure of the report. */
  supposed: string
  /** Those that say nothing of which figure it is, beside the small words of the lexicon. */
  familiar: string
  /** Between a number and a noun that is not its own: 1.2 million and visits. */
  parting: string
  /** Between a number and its own noun, without spaces: 10.92亿网民. */
  counters?: string
  /** Before a part of what is named: visits of adults. */
  ofPart: string
  /** Right before the last number of a sentence, which is no page then: it was 24. */
  leading: string
  /** Right before digits of no quantity, as entries of a lexicon: telephone numbers, rooms. */
  phone: string
  /** What a list of the other slides is called, as entries of a lexicon. */
  contents: string
}

/** By language; the compiler asks for each that documents can be in. */
export const deckWords: Readonly<Record<Language, DeckWords>> = {
  en: {
    supposed: `target targets budget budgets budgeted plan plans planned forecast forecasts guidance goal goals aim aims expect expects expected
      outlook ambition could may if estimate estimates consensus restated without excluding except minus`,
    familiar: `we our us its his her their there this that these those it they he she is are was were be been being has have had do does did will
      i e g also again already still yet now currently today latest new total overall number numbers count level value values figure figures indicator amount
      year years quarter quarters month months half period end ending start beginning date reporting as at by in on of to with for and or but
      up down about around roughly some over under nearly almost just only even well more most than since when while where which who whose compared reached stood came went totalled
      between out within each any every other whole what part early rise rises rising fall falls back again due brought put ran run
      strongly sharply slightly steadily markedly clearly modestly considerably further once first time ever high low record good strong solid people person persons
      unit units percent per cent pp points point mn bn tn m k rate share key main summary overview highlights results result report slide source note notes see`,
    parting: `and or but while whereas with to from than against versus after before by as is are was were compared since`,
    ofPart: `in of among aged for at by from excluding including without per`,
    leading: `is was are were to at of reached totalled by`,
    phone: 'tel, phone, telephone, fax, ext, extension, room',
    contents: 'agenda, contents, table of contents',
  },
  de: {
    supposed: `Ziel Ziele Budget Budgets budgetiert Plan Pläne geplant Prognose Prognosen erwartet erwarten Ausblick könnte könnten dürfte dürften
      falls wenn Schätzung Schätzungen bereinigt ohne außer abzüglich`,
    familiar: `wir unser unsere unserer uns sie es er dies diese dieser dieses jene das dass ist sind war waren wird werden wurde wurden worden hat haben hatte hatten
      auch wieder noch nun jetzt derzeit aktuell aktuelle heute neu neue neuer insgesamt gesamt Zahl Anzahl Stand Wert Werte Höhe Kennzahl Kennzahlen Betrag rund etwa knapp gut fast nur sogar mehr
      Jahr Jahre Jahres Quartal Quartals Monat Monats Halbjahr Halbjahres Zeitraum Ende Anfang Beginn Stichtag zum zur am im auf bei mit für und oder aber als seit während wobei
      stieg stiegen sank sanken lag lagen liegt liegen betrug betrugen beträgt betragen erreichte erreichten erreicht belief beliefen beläuft belaufen sich kam kamen gab
      der die das den dem des ein eine einen damit zurück nämlich vor anderen zwar ab über ging gingen fiel fielen verzeichnete verzeichneten dort so noch ihr ihre ihrem ihren sein seine seinen zuletzt genauer
      deutlich leicht stark kräftig weiter erneut erstmals hoch niedrig Personen Person Menschen
      Einheit Prozent Prozentpunkte Punkte Mio Mrd Tsd Quote Anteil Überblick Zusammenfassung Ergebnisse Ergebnis Bericht Folie Quelle Hinweis Anmerkung`,
    parting: `und oder aber während mit auf von als gegen gegenüber nach vor um wie ist sind war waren seit`,
    ofPart: `in im von unter ab für bei aus ohne mit je pro der`,
    leading: `ist war sind waren auf bei von erreichte betrug um`,
    phone: 'tel, telefon, fax, durchwahl',
    contents: 'agenda, inhalt, inhaltsverzeichnis',
  },
  fr: {
    supposed: `objectif objectifs budget budgets prévision prévisions prévu prévue plan plans attendu attendue attendus attendues perspectives pourrait
      pourraient devrait si estimation estimations sans hors sauf moins`,
    familiar: `nous notre nos il elle ils elles on cela ce cet cette ces est sont était étaient sera seront a ont avait avaient été fait être
      aussi encore déjà désormais maintenant actuellement aujourd'hui dernier dernière nouveau nouvelle total totale ensemble nombre niveau valeur valeurs chiffre chiffres indicateur montant
      année années an ans trimestre trimestres mois semestre période fin début date environ près plus moins que qui quand dont où
      atteint atteignent atteignait s'établit s'établissent s'élève s'élèvent élève élèvent établit établissent compte comptent comptait compté représente représentent passe passent passé reste restent ressort
      soit pour devant revient continue suit passant poursuit pays alors c' y s' s’établit s’établissent s’établir s’élève s’élèvent s’élèverait établir élèverait comme entre
      fortement légèrement nettement sensiblement encore fois première haut bas bon personnes personne
      unité pourcent points point M Md k taux part synthèse résultats résultat rapport diapositive source note notes voir`,
    parting: `et ou mais tandis alors avec à de du depuis que contre après avant par comme est sont était étaient`,
    ofPart: `dans en parmi chez pour par hors sans des du de`,
    leading: `est était sont étaient à de atteint par`,
    phone: 'tél, téléphone, fax',
    contents: 'sommaire, agenda',
  },
  es: {
    supposed: `objetivo objetivos meta metas presupuesto presupuestos presupuestado plan planes previsión previsiones previsto prevista esperado esperada perspectivas podría
      podrían si estimación estimaciones sin excepto salvo menos`,
    familiar: `nosotros nuestro nuestra nuestros él ella ellos ellas esto este esta estos estas ese esa es son era eran fue fueron será serán ha han había habían sido ser hay hubo
      también todavía aún ya ahora actualmente hoy último última nuevo nueva total conjunto número nivel valor valores cifra cifras indicador importe
      año años trimestre trimestres mes meses semestre periodo período fin final inicio principio fecha unos unas casi cerca más menos que cuando donde cuyo cuya
      alcanzó alcanzaron alcanza alcanzan situó situaron sitúa sitúan se llegó llegaron llega sumó sumaron suma suman pasó pasaron contó registró registraron registra quedó
      siendo algo uno una por cada anterior siguen siguió bien así entre correspondió
      fuertemente ligeramente claramente notablemente vez primera alto bajo buen personas persona
      unidad puntos punto M k tasa cuota resumen resultados resultado informe diapositiva fuente nota notas véase`,
    parting: `y e o pero mientras con a de desde que frente contra tras antes por como es son era eran`,
    ofPart: `en de entre para por sin del`,
    leading: `es era son eran a de alcanzó por`,
    phone: 'tel, teléfono, fax, extensión',
    contents: 'agenda, contenido, sumario',
  },
  zh: {
    supposed: `目标 预算 计划 预计 预期 规划 除 不含 不包括`,
    familiar: `截 截至 至 到 年末 年底 月底 末 底 达 达到 为 是 有 共 约 超 近 由 从 其中 我国 全国 的 了 在 和 与 同比 环比 较 今 已 个 人 户 年 月 日 季度 期 合计 共计 总计 总数 占 占比 上年 单位 数量 数 总量 全部 各 受 则 也 以 本 上 下 全 全市 全省 次 第`,
    parting: '',
    counters: '个 名 位 的 人 户 万 亿',
    ofPart: '',
    leading: '',
    phone: '电话, 传真',
    contents: '目录, 议程',
  },
}
