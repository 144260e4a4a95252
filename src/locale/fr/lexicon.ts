import type { Lexicon } from '../words/lexicon.ts'

/** French. Each form is an entry, but for endings that English has too. */
export const french: Lexicon = {
  words: {
    up: `augmente, augmentent, augmenté, augmentée, augmentées, augmentés, augmentait, augmentaient, augmenter, augmentant, augmentation, augmentations, hausse, haussé, en hausse
      progresse, progressent, progressé, progressait, progresser, progression, croît, croissent, crû, croissait, croître, croissance, accroît, accroissent, accru, accrue, accroître, accroissement
      grimpe, grimpent, grimpé, grimper, bondi, bondit, bondir, bond, monte, montent, monté, montée, monter, gagne, gagnent, gagné, gagner, gain, gains, élève, élevé à, relevé, relèvement
      essor, envol, envolé, envolée, envolent, rebond, rebondi, rebondit, reprise, redressé, redressement, s’allonge, allongé, allongement, élargi, élargit, étendu, extension, renforcé, renforcement
      développé, développement, multiplié, multipliés, surcroît, de plus qu, à la hausse, ajouté, ajoute`,
    down: `baisse, baissent, baissé, baissée, baissait, baisser, en baisse, diminue, diminuent, diminué, diminuée, diminuait, diminuer, diminution, recule, reculent, reculé, reculait, reculer, recul
      chute, chutent, chuté, chuter, tombe, tombent, tombé, tombée, tombés, tombées, tomber, décroît, décru, décroître, décroissance, réduit, réduite, réduits, réduisent, réduction, réduire
      perd, perdent, perdu, perdue, perdre, perte, pertes, fléchi, fléchit, fléchissement, déclin, décline, déclinent, décliné, effondré, effondre, effondrement, plongé, plonge, contraction, contracté
      raccourci, raccourcie, raccourcit, raccourcissement, amputé, amoindri, rétréci, repli, replié, érosion, érodé, coupe, coupes, à la baisse, dégringolé, régressé, régression`,
    flat: `stable, stables, inchangé, inchangée, inchangés, inchangées, stagne, stagnent, stagné, stagnation, sans changement, stabilisé, stabilisée, plafonne, plafonné, reste à, resté à, restée à, restés à, maintenu à, maintient à, pas changé, n'a pas varié`,
    'nearly-flat':
      'presque inchangé, presque inchangée, pratiquement inchangé, quasi stable, à peu près stable, reste stable, est resté stable, est restée stable',
    narrower:
      'resserré, resserre, resserrement, rétrécit, comblé, se comble, se réduit, s’est réduit, converge, convergence',
    wider: 'creusé, creuse, creusement, élargissement, s’élargit, s’est élargi, diverge, divergence, se creuse',
    better: 'améliore, améliorent, amélioré, améliorée, amélioration, meilleur, meilleure, mieux',
    worse: 'dégradé, dégradée, dégrade, dégradation, détérioré, détérioration, empiré, pire, aggravé, aggravation',
    slowed:
      'ralenti, ralentie, ralentit, ralentissent, ralentissement, ralentir, freiné, freine, décéléré, décélération, essoufflé, essoufflement',
    'gained-pace': 'accéléré, accélère, accélèrent, accélération, accélérer',
    more: `plus, davantage, supérieur, supérieure, supérieurs, supérieures, plus élevé, plus élevée, plus élevés, plus nombreux, plus nombreuses, plus grand, plus grande, plus long, plus longue, plus haut, plus haute`,
    less: `moins, inférieur, inférieure, inférieurs, inférieures, moins élevé, moins élevée, moins nombreux, moins nombreuses, plus petit, plus petite, plus court, plus courte, plus bas, plus basse, plus faible, plus faibles`,
    above: `dépasse, dépassent, dépassé, dépassée, dépassait, dépasser, au-dessus, au-delà, excède, excèdent, surpasse, surpassent, devance, devancent, plus de, plus d', au moins, supérieur à, supérieure à, supérieurs à, supérieures à
      plus élevé que, plus élevée que, plus nombreux que, plus nombreuses que, plus que, plus qu', plus grand que, plus longue que, plus long que, plus haut que`,
    below: `au-dessous, en dessous, moins de, moins d', moins que, moins qu', près de, presque, au plus, inférieur à, inférieure à, inférieurs à, inférieures à, à peine, pas loin de
      moins élevé que, moins élevée que, moins nombreux que, moins nombreuses que, plus bas que, plus basse que, plus faible que, plus court que, plus courte que`,
    about: 'environ, autour de, à peu près, quelque, approximativement, aux alentours de, de l’ordre de',
    faster: 'plus vite que, plus vite, plus rapidement, plus rapidement que, plus rapide que',
    slower: 'moins vite que, moins vite, moins rapidement, plus lentement, plus lentement que',
    largest: `le plus grand, la plus grande, le plus, la plus forte, le plus fort, le plus élevé, la plus élevée, les plus nombreux, les plus nombreuses, le plus utilisé, le plus populaire, le plus long, la plus longue, en tête, au premier rang, le plus important, la plus importante`,
    smallest: `le plus petit, la plus petite, le moins, la plus faible, le plus faible, le moins élevé, la moins élevée, les moins nombreux, les moins nombreuses, le plus court, la plus courte, en queue, au dernier rang, le plus bas, la plus basse`,
    fastest:
      'le plus vite, le plus rapidement, la plus rapide, le plus rapide, la plus forte croissance, la plus forte hausse',
    slowest: 'le moins vite, le plus lentement, la plus lente, la plus faible croissance',
    record: `record, un record, records, niveau record, sommet, au plus haut, plus haut niveau, plus haut historique, jamais atteint, jamais vu, pic, sans précédent, inédit, plus que jamais`,
    lowest: `plus bas niveau, plus bas historique, au plus bas, plancher, un creux, niveau le plus bas, moins que jamais`,
    'over-a-year': 'en un an, sur un an, sur douze mois, en glissement annuel',
    'in-a-row': `de suite, d'affilée, consécutif, consécutive, consécutives, consécutifs, successifs, successives`,
    'each-time':
      'chaque année, tous les ans, d’année en année, année après année, chaque mois, chaque trimestre, chaque fois',
    majority:
      'majorité, la plupart, majoritairement, majoritaires, majoritaire, l’essentiel, le gros, plus de la moitié',
    minority: 'minorité, minoritaire, minoritaires, moins de la moitié, pas la moitié',
    'nearly-all':
      'presque tous, presque toutes, quasiment tous, quasi tous, la quasi-totalité, presque tout, presque chaque',
    all: 'tous, toutes, chaque, chacun, chacune, la totalité, l’ensemble, sans exception',
    few: 'très peu, rares, une poignée, presque aucun, presque aucune, infime, marginal, marginale',
    ever: 'jamais, à ce jour, historique, de l’histoire, de son histoire, jusqu’ici, jusqu’à présent',
    than: `que, qu', contre, par rapport à, comparé à, face à`,
    earlier: `un an avant, un an plus tôt, il y a un an, l'année précédente, l'année dernière, l'an dernier, l'an passé, avant, auparavant, précédemment, autrefois, jadis, un mois plus tôt, le mois précédent, le trimestre précédent, en début`,
    not: `pas, ne, n', non, aucun, aucune, sans, ni, guère, nul, nulle, personne, rien`,
    open: `si, pourrait, pourraient, devrait, devraient, peut, peuvent, vise, visent, prévoit, prévoient, prévu, prévue, espère, espèrent, objectif, cible, afin, voudrait, veut, veulent, souhaite, souhaitent, probable, probablement, possible, peut-être, attend, attendu, attendue, projet, proposé, serait, seraient, augmenterait, augmenteraient, faut, doit, doivent, va, vont, ira`,
    beside:
      'tandis que, alors que, mais, cependant, toutefois, pourtant, bien que, malgré, en revanche, or, néanmoins, au lieu de',
    within: 'quand, lorsque, lorsqu, où, qui, dont, parce que, après, avant que, pendant, dès que',
    verb: `est, sont, était, étaient, été, a, ont, avait, avaient, atteint, atteignent, atteignait, compte, comptent, comptait, comptaient, représente, représentent, représentait, s'élève, s'établit, s'établissent, reste, restent, demeure, demeurent
      utilise, utilisent, utilisaient, emploie, emploient, passe, passent, passé, passée, passés, passées, fait, font, sert, servent, totalise, emprunté, emprunte, empruntent, porte, portent, comprend, consacre`,
    contrast: `seulement, uniquement, ne que, le reste, les autres, l'autre, seul, seule, seuls, seules`,
    none: `en plus, de plus, plus ou moins, non plus, ne plus, plus tard, plus tôt, au plus tard, de plus en plus, de moins en moins, d'autant plus, plusieurs, plus d'informations, pour en savoir plus, à moins que, au moins une fois, du moins, tout de même
      coupe du monde, la bourse, tous les jours, toutes les semaines, tout le monde, après tout, avant tout, surtout, tous deux, toutes deux, à tous, pour tous, à chaque fois, hausse le ton, point de vue, en développement, agence de développement, salle de montée, presque jamais
      plus loin, bien plus, rien de plus, un peu plus, plus encore, sans cesse, sans doute, sans fil, tombe bien, l'ensemble du rapport, dans l'ensemble, chute libre, montant, montants, gagnant, gain de temps, perte de temps, record du disque, comme si, même si`,
  },
  times: {
    '2': 'doublé, doublée, doublés, doublées, double, doublent, doublement, le double, deux fois plus, deux fois, multiplié par deux, multipliés par deux',
    '3': 'triplé, triplée, triplés, triple, le triple, trois fois plus, trois fois, multiplié par trois',
    '4': 'quadruplé, quadruple, quatre fois plus, multiplié par quatre',
    '5': 'quintuplé, cinq fois plus, multiplié par cinq',
    '10': 'décuplé, dix fois plus, multiplié par dix',
    '0.5': `diminué de moitié, baissé de moitié, réduit de moitié, réduite de moitié, réduits de moitié, de moitié, divisé par deux, deux fois moins`,
    '0.66667': `d'un tiers`,
    '0.75': `d'un quart`,
    '0.8': `d'un cinquième`,
    '0.9': `d'un dixième`,
  },
  shares: {
    '0.5': 'la moitié, une moitié, un sur deux, une sur deux, moitié des',
    '0.33333': 'un tiers, le tiers, un sur trois, une sur trois',
    '0.66667': 'deux tiers, les deux tiers, deux sur trois',
    '0.25': 'un quart, le quart, un sur quatre, une sur quatre',
    '0.75': 'trois quarts, les trois quarts, trois sur quatre',
    '0.2': 'un cinquième, un sur cinq, une sur cinq',
    '0.4': 'deux cinquièmes, deux sur cinq',
    '0.6': 'trois cinquièmes, trois sur cinq',
    '0.8': 'quatre cinquièmes, quatre sur cinq',
    '0.1': 'un dixième, un sur dix, une sur dix',
    '0.3': 'trois sur dix',
    '0.7': 'sept sur dix',
    '0.9': 'neuf sur dix, neuf dixièmes',
  },
  ranks: {
    '1': 'arrive en tête, arrivent en tête, est en tête, occupe la première place, au premier rang, est premier, est première',
    '2': 'arrive deuxième, est deuxième, occupe la deuxième place, au deuxième rang, est second, est seconde',
    '3': 'arrive troisième, est troisième, occupe la troisième place, au troisième rang',
    '4': 'arrive quatrième, est quatrième, occupe la quatrième place, au quatrième rang',
    '5': 'arrive cinquième, est cinquième, occupe la cinquième place, au cinquième rang',
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
  particles: {
    than: `que, qu'`,
    'than-before': '',
    'than-amount': '',
    today: `aujourd'hui, maintenant, actuellement`,
    from: `de, depuis, du, d'`,
    to: 'à, au, aux',
    number: 'nombre, total',
    point: 'nombre, point, niveau, chiffre',
    except: 'sauf, hormis, excepté',
    barely: 'peine, guère',
    history: 'série, ans, histoire',
    'and-more': '',
    passive: 'par',
    by: '',
    against: 'contre, après',
    none: 'aucun, aucune, personne',
    'around-all': 'de, des, du, parmi, dans, pour, à, par, avec, en, sur, comme, que',
    apart: `de, d', des, du, pour, par, avec, parmi, chez, sur`,
    in: 'en, pendant, durant',
    'other-time': `maintenant, depuis, aujourd'hui`,
    pronoun: 'il, ils, elle, elles, ce, cela, celui-ci',
    of: `de, d', des, du, la, le, les, l', dans, en, pour, nombre`,
    and: 'et, ou',
    respectively: 'respectivement',
    'per-time': '',
    year: 'an, année',
    nearly: 'près, presque',
    bare: '',
  },
  numerals: 'un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix',
  ordinals: 'première, deuxième, troisième, quatrième, cinquième, sixième, septième, huitième, neuvième, dixième',
}
