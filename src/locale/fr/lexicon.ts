import type { Lexicon } from '../words/lexicon.ts'

/** French. Each form is an entry, but for endings that English has too. */
export const french: Lexicon = {
  words: {
    up: `rebondissent, envole, redresse, redressée, flambe, flambent, flambé, flambée, renchérit, renchéri, renchérissement, progressaient, croissaient, montait, montaient, augmente, augmentent, augmenté, augmentée, augmentées, augmentés, augmentait, augmentaient, augmenter, augmentant, augmentation, augmentations, hausse, haussé, en hausse
      progresse, progressent, progressé, progressait, progresser, progression, croît, croissent, crû, croissait, croître, croissance, accroît, accroissent, accru, accrue, accroître, accroissement
      grimpe, grimpent, grimpé, grimper, bondi, bondit, bondir, bond, monte, montent, monté, montée, monter, gagne, gagnent, gagné, gagner, gain, gains, élève, élevé à, relevé, relèvement
      essor, envol, envolé, envolée, envolent, rebond, rebondi, rebondit, reprise, redressé, redressement, s’allonge, allongé, allongement, élargi, élargit, étendu, extension, renforcé, renforcement
      développé, développement, multiplié, multipliés, surcroît, de plus qu, à la hausse, ajouté, ajoute`,
    down: `replie, replient, repliée, repliés, repliées, plongent, plongeon, dégringole, effondrent, effondrée, fléchissent, tasse, tassé, tassée, tassement, amenuise, amenuisé, dévisse, dévissé, cède, cèdent, cédé, contracte, contractée, reculaient, diminuaient, baissaient, chutait, chutaient, baisse, baissent, baissé, baissée, baissait, baisser, en baisse, diminue, diminuent, diminué, diminuée, diminuait, diminuer, diminution, recule, reculent, reculé, reculait, reculer, recul
      chute, chutent, chuté, chuter, tombe, tombent, tombé, tombée, tombés, tombées, tomber, décroît, décru, décroître, décroissance, réduit, réduite, réduits, réduisent, réduction, réduire
      perd, perdent, perdu, perdue, perdre, perte, pertes, fléchi, fléchit, fléchissement, déclin, décline, déclinent, décliné, effondré, effondre, effondrement, plongé, plonge, contraction, contracté
      raccourci, raccourcie, raccourcit, raccourcissement, amputé, amoindri, rétréci, repli, replié, érosion, érodé, coupe, coupes, à la baisse, dégringolé, régressé, régression`,
    flat: `stable, stables, inchangé, inchangée, inchangés, inchangées, stagne, stagnent, stagné, stagnation, sans changement, stabilisé, stabilisée, plafonne, plafonné, reste à, resté à, restée à, restés à, maintenu à, maintient à, pas changé, pas bougé, pas évolué, n'a pas varié`,
    'nearly-flat':
      'presque inchangé, presque inchangée, pratiquement inchangé, quasi stable, à peu près stable, reste stable, est resté stable, est restée stable',
    narrower:
      'resserré, resserre, resserrement, rétrécit, comblé, se comble, se réduit, s’est réduit, converge, convergence',
    wider: 'creusé, creuse, creusement, élargissement, s’élargit, s’est élargi, diverge, divergence, se creuse',
    better: 'améliore, améliorent, amélioré, améliorée, amélioration, meilleur, meilleure, mieux',
    best: 'le meilleur, la meilleure, les meilleurs, les meilleures, le mieux',
    worst: 'le pire, la pire, les pires, le plus mal',
    worse: 'dégradé, dégradée, dégrade, dégradation, détérioré, détérioration, empiré, pire, aggravé, aggravation',
    slowed:
      'ralenti, ralentie, ralentit, ralentissent, ralentissement, ralentir, freiné, freine, décéléré, décélération, essoufflé, essoufflement',
    'gained-pace': 'accéléré, accélère, accélèrent, accélération, accélérer',
    more: `plus chaud, plus chaude, plus chauds, plus chaudes, plus doux, plus douce, plus pluvieux, plus pluvieuse, plus humide, plus ensoleillé, plus ensoleillée, plus, davantage, supérieur, supérieure, supérieurs, supérieures, plus élevé, plus élevée, plus élevés, plus nombreux, plus nombreuses, plus grand, plus grande, plus long, plus longue, plus haut, plus haute`,
    less: `plus froid, plus froide, plus froids, plus froides, plus frais, plus fraîche, plus sec, plus sèche, moins, inférieur, inférieure, inférieurs, inférieures, moins élevé, moins élevée, moins nombreux, moins nombreuses, plus petit, plus petite, plus court, plus courte, plus bas, plus basse, plus faible, plus faibles`,
    above: `arrive|arrivent|passe|passent|reste|restent devant, plus chaud que, plus chaude que, plus doux que, plus douce que, plus pluvieux que, plus pluvieuse que, plus humide que, plus ensoleillé que, plus ensoleillée que, dépasse, dépassent, dépassé, dépassée, dépassait, dépasser, au-dessus, au-delà, excède, excèdent, surpasse, surpassent, devance, devancent, plus de, plus d', au moins, supérieur à, supérieure à, supérieurs à, supérieures à
      plus élevé que, plus élevée que, plus nombreux que, plus nombreuses que, plus que, plus qu', plus grand que, plus longue que, plus long que, plus haut que`,
    below: `arrive|arrivent|passe|passent|reste|restent derrière, sous, en dessous de, au-dessous de, plus froid que, plus froide que, plus frais que, plus fraîche que, plus sec que, plus sèche que, au-dessous, en dessous, moins de, moins d', moins que, moins qu', près de, près d', presque, au plus, inférieur à, inférieure à, inférieurs à, inférieures à, à peine, pas loin de
      moins élevé que, moins élevée que, moins nombreux que, moins nombreuses que, plus bas que, plus basse que, plus faible que, plus court que, plus courte que`,
    about: 'environ, autour de, à peu près, quelque, approximativement, aux alentours de, de l’ordre de',
    faster: 'plus vite que, plus vite, plus rapidement, plus rapidement que, plus rapide que',
    slower: 'moins vite que, moins vite, moins rapidement, plus lentement, plus lentement que',
    largest: `première source|cause|destination, premier client|poste|fournisseur|motif, principale source|cause|destination, principal client|poste|fournisseur|motif, le plus chaud, la plus chaude, le plus doux, la plus douce, le plus pluvieux, la plus pluvieuse, le plus humide, la plus humide, le plus ensoleillé, la plus ensoleillée, le plus grand, la plus grande, le plus, la plus forte, le plus fort, le plus élevé, la plus élevée, les plus nombreux, les plus nombreuses, le plus utilisé, le plus populaire, le plus long, la plus longue, en tête, au premier rang, le plus important, la plus importante`,
    smallest: `le plus froid, la plus froide, le plus frais, la plus fraîche, le plus sec, la plus sèche, le plus petit, la plus petite, le moins, la plus faible, le plus faible, le moins élevé, la moins élevée, les moins nombreux, les moins nombreuses, le plus court, la plus courte, en queue, au dernier rang, le plus bas, la plus basse`,
    fastest:
      'le plus vite, le plus rapidement, la plus rapide, le plus rapide, la plus forte croissance, la plus forte hausse',
    slowest: 'le moins vite, le plus lentement, la plus lente, la plus faible croissance',
    record: `jamais ~ autant, record, un record, records, niveau record, sommet, au plus haut, plus haut niveau, plus haut historique, jamais atteint, jamais vu, pic, sans précédent, inédit, plus que jamais, jamais été aussi haut, jamais été aussi haute, jamais été aussi élevé, jamais été aussi élevée, jamais été aussi nombreux, jamais été aussi nombreuses, jamais été si élevé, jamais été si élevée, n'avait|n'avaient|n'a|n'ont été aussi haut|haute|élevé|élevée|élevés|nombreux|nombreuses`,
    lowest: `jamais ~ aussi peu, plus bas niveau, plus bas historique, au plus bas, plancher, un creux, niveau le plus bas, moins que jamais, jamais été aussi bas, jamais été aussi basse, jamais été aussi faible, jamais été si bas, jamais été si basse, jamais été aussi peu, n'avait|n'avaient|n'a|n'ont été aussi bas|basse|basses|faible|faibles`,
    'over-a-year': 'en un an, sur un an, sur douze mois, en glissement annuel',
    deficit:
      'déficit, déficitaire, solde négatif, territoire négatif, est négatif, était négatif, reste négatif, est négative, était négative, reste négative',
    surplus:
      'excédent, excédentaire, solde positif, territoire positif, est positif, était positif, redevient positif, est positive, était positive, redevient positive',
    'first-time': 'pour la première fois',
    'in-a-row': `de suite, d'affilée, consécutif, consécutive, consécutives, consécutifs, successifs, successives`,
    'each-time':
      'chaque année, tous les ans, d’année en année, année après année, chaque mois, chaque trimestre, chaque fois',
    majority:
      'majorité, la plupart, majoritairement, majoritaires, majoritaire, l’essentiel, le gros, plus de la moitié',
    minority: 'minorité, minoritaire, minoritaires, moins de la moitié, pas la moitié',
    'nearly-all':
      'presque tous, presque toutes, quasiment tous, quasi tous, la quasi-totalité, presque tout, presque chaque',
    all: 'tous, toutes, chaque, chacun, chacune, la totalité, l’ensemble, sans exception, partout',
    few: 'très peu, rares, une poignée, presque aucun, presque aucune, infime, marginal, marginale',
    ever: 'jamais, à ce jour, historique, de l’histoire, de son histoire, jusqu’ici, jusqu’à présent',
    than: `que, qu', contre, par rapport à, comparé à, face à`,
    earlier: `un an avant, un an plus tôt, il y a un an, l'année précédente, l'année dernière, l'an dernier, l'an passé, avant, auparavant, précédemment, autrefois, jadis, un mois plus tôt, le mois précédent, le trimestre précédent, en début`,
    not: `pas, ne, non, aucun, aucune, sans, ni, guère, nul, nulle, personne, rien`,
    open: `si, pourrait, pourraient, devrait, devraient, peut, peuvent, vise, visent, prévoit, prévoient, prévu, prévue, espère, espèrent, objectif, cible, afin, voudrait, veut, veulent, souhaite, souhaitent, probable, probablement, possible, peut-être, attend, attendu, attendue, projet, proposé, serait, seraient, augmenterait, augmenteraient, faut, doit, doivent, va, vont, ira`,
    beside:
      'tandis que, alors que, mais, cependant, toutefois, pourtant, bien que, malgré, en revanche, or, néanmoins, au lieu de',
    within: 'quand, lorsque, lorsqu, où, qui, dont, parce que, après, avant que, pendant, dès que',
    verb: `est, sont, était, étaient, été, a, ont, avait, avaient, atteint, atteignent, atteignait, compte, comptent, comptait, comptaient, représente, représentent, représentait, s'élève, s'établit, s'établissent, reste, restent, demeure, demeurent
      utilise, utilisent, utilisaient, emploie, emploient, passe, passent, passé, passée, passés, passées, fait, font, sert, servent, totalise, emprunté, emprunte, empruntent, porte, portent, comprend, consacre`,
    contrast: `seulement, uniquement, ne que, le reste, les autres, l'autre, seul, seule, seuls, seules`,
    met: 'atteint l’objectif, atteint|atteignent son|leur objectif, objectif atteint, objectif est atteint, est|sont|été atteint|atteinte|atteints, rempli|tenu l’objectif',
    missed: 'manqué, manque l’objectif',
    gap: 'écart, différence, fossé',
    alike: 'à égalité avec, égale, égalent',
    'for-every': 'pour chaque, pour un, pour une',
    'as-much':
      'aussi élevé|élevée|élevés|élevées|haut|haute|long|longue|longs|longues|grand|grande|grands|grandes|nombreux|nombreuses|cher|chère|chers|chères|souvent|fort|forte que, autant que, autant de * que, autant d’* que',
    'as-little':
      'aussi bas|basse|basses|faible|faibles|court|courte|courts|courtes|petit|petite|petits|petites|rares|rare|rarement|peu que',
    former: 'le premier, la première',
    latter: 'le second, la seconde, ce dernier, cette dernière',
    none: `en plus, de plus, plus ou moins, non plus, ne plus, plus tard, plus tôt, au plus tard, de plus en plus, de moins en moins, d'autant plus, plusieurs, plus d'informations, pour en savoir plus, à moins que, au moins une fois, du moins, tout de même
      coupe du monde, la bourse, tous les jours, toutes les semaines, tout le monde, après tout, avant tout, surtout, tous deux, toutes deux, à tous, pour tous, à chaque fois, hausse le ton, point de vue, en développement, agence de développement, salle de montée, presque jamais
      plus loin, bien plus, rien de plus, un peu plus, plus encore, sans cesse, sans doute, sans fil, tombe bien, l'ensemble du rapport, dans l'ensemble, chute libre, montant, montants, gagnant, gain de temps, perte de temps, record du disque, comme si, même si`,
  },
  times: {
    '2': 'doublé, doublée, doublés, doublées, double, doublent, doublement, le double, multipliés par deux',
    '3': 'triplé, triplée, triplés, triple, le triple',
    '4': 'quadruplé, quadruple',
    '5': 'quintuplé',
    '10': 'décuplé',
    n: '{n} fois, {n} fois plus, multiplié par {n}',
    '0.5': `diminué de moitié, baissé de moitié, réduit de moitié, réduite de moitié, réduits de moitié, de moitié, divisé par deux, deux fois moins`,
  },
  shares: {
    '0.5': 'la moitié, une moitié, moitié des',
    '0.33333': 'un tiers, le tiers',
    '0.66667': 'deux tiers, les deux tiers',
    '0.25': 'un quart, le quart',
    '0.75': 'trois quarts, les trois quarts',
    '1/n': 'un {nth}, une ~ sur {n}',
    'm/n': '{m} ~ sur {n}, {m} {nth}s',
  },
  ranks: {
    '1': 'arrive en tête, arrivent en tête, est en tête, au premier rang, est premier',
    '2': 'est second, est seconde',
    n: 'arrive {nth}, est {nth}, occupe la {nth} place, au {nth} rang',
  },
  units: {
    scale: 'cents, mille, millier, milliers, million, millions, milliard, milliards, =md, billion',
    percent: '=%, pour cent, pourcent, points de pourcentage, point de pourcentage, points, point',
    euro: 'euro, euros, eur, =€',
    dollar: 'dollar, dollars, usd, =$',
    pound: 'livres sterling, gbp, =£',
    yuan: 'yuan, yuans, rmb, =¥',
    yen: 'yen, yens',
    second: 'seconde, secondes',
    minute: 'minute, minutes',
    hour: 'heure, heures',
    day: 'jour, jours',
    week: 'semaine, semaines',
    month: 'mois',
    year: 'an, ans, année, années',
    kilometre: 'kilomètre, kilomètres, =km',
    metre: 'mètre, mètres',
    kilogram: 'kilogramme, kilogrammes, =kg',
    tonne: 'tonne, tonnes',
    litre: 'litre, litres',
    hectare: 'hectare, hectares, =ha',
    degree: 'degré, degrés, =°',
  },
  everyday:
    'personnes, personne, collègues, participants, intervenants, invités, secondes, minutes, heures, jours, semaines, mois, ans, années, nuits, pages, diapositives, questions, réponses, étapes, séances, réunions, ateliers, entretiens, salles, tableaux, graphiques, chapitres, sections, langues, pays, villes, exemplaires, fois',
  small: `le, la, les, l', un, une, des, de, d', du, et, ou, en, à, au, aux, dans, sur, par, pour, leur, leurs, son, sa, ses, ce, cette, ces, qui`,
  adjectives: [
    [
      'température, degré, °c',
      'chaud, chaude, chauds, chaudes, doux, douce, froid, froide, froids, froides, frais, fraîche',
    ],
    ['pluie, précipitation, neige', 'pluvieux, pluvieuse, humide, sec, sèche'],
    ['soleil, ensoleillement', 'ensoleillé, ensoleillée'],
  ],
  orders: {
    descending: 'du plus grand au plus petit, du plus élevé au plus faible, du plus élevé au plus bas',
    ascending: 'du plus petit au plus grand, du plus faible au plus élevé, du plus bas au plus élevé',
  },
  ages: [
    ['{a} (?:ans )?(?:et|ou) plus', 'plus de {a} ans, {a} ans et plus, {a} ans ou plus'],
    ['moins de {a}', 'moins de {a} ans'],
    ['{a}(?: à |[-–]){b}', '{a}-{b} ans, {a}–{b} ans, {a} à {b} ans'],
  ],
  particles: {
    zero: 'zéro',
    deviation: 'écart, anomalie',
    norm: 'moyenne, normale, habitude, normales',
    article: 'la, le, les, du, des, aux',
    relative: 'qui, où, dont',
    than: `que, qu'`,
    today: `aujourd'hui, maintenant, actuellement`,
    from: `de, depuis, du, d'`,
    to: 'à, au, aux',
    number: 'nombre, total',
    point: 'nombre, point, niveau, chiffre',
    span: 'année, an, trimestre, mois, semaine, jour, semestre',
    never: 'jamais',
    mark: 'barre, seuil, cap, niveau',
    everywhere: 'partout',
    except: 'sauf, hormis, excepté',
    'left-out': 'hors, sauf, hormis, après, derrière',
    unmeasured: 'efficacité, qualité, confiance',
    residual: 'autres, autre, reste, inconnu',
    barely: 'peine, guère, peu, légèrement',
    history: 'trimestres, semestres, mois, années, semaines, série, ans, histoire',
    passive: 'par',
    be: 'est, sont, était, étaient, été, fut',
    was: 'était, étaient',
    leaving: 'fermé, quitté, perdu, vendu, morts',
    tenth: 'dixième, dixièmes',
    target: 'objectif, cible',
    threshold: 'seuil, limite',
    only: 'seul, seule',
    together: 'ensemble',
    'not-next': 'sans',
    nor: 'ni',
    'part-of': 'de, sur, des',
    by: '',
    against: 'contre, après',
    none: 'aucun, aucune, personne',
    'around-all': 'de, des, du, parmi, dans, pour, à, par, avec, en, sur, comme, que',
    apart: `de, d', des, du, pour, par, avec, parmi, chez, sur`,
    in: 'en, pendant, durant',
    'past-perfect': 'avait, avaient',
    'other-time': `maintenant, depuis, aujourd'hui`,
    pronoun: 'il, ils, elle, elles, ce, cela, celui-ci',
    of: `de, d', des, du, la, le, les, l', dans, en, pour, nombre`,
    and: 'et, ou',
    respectively: 'respectivement',
    year: 'an, année',
    general: 'personnes, personne, cas',
    nearly: 'près, presque',
  },
  numerals: 'un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix',
  ordinals: 'première, deuxième, troisième, quatrième, cinquième, sixième, septième, huitième, neuvième, dixième',
}
