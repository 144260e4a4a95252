import type { Lexicon } from '../words/lexicon.ts'

/** Spanish. Each form is an entry, but for endings that English has too. */
export const spanish: Lexicon = {
  words: {
    up: `aumenta, aumentan, aumentó, aumentaron, aumentado, aumentaba, aumentar, aumento, aumentos, en aumento, sube, suben, subió, subieron, subido, subir, subida, subidas, al alza, alza, crece, crecen, creció, crecieron, crecido, crecer, crecimiento, creciente
      incrementa, incrementó, incrementaron, incrementado, incremento, incrementos, ascendió, ascendieron, asciende, ascienden, ascenso, gana, ganan, ganó, ganaron, ganado, ganancia, elevó, elevaron, elevado a, eleva, saltó, salto, salta, repuntó, repunte, recuperó, recuperación
      avanza, avanzan, avanzó, avanzaron, avance, trepó, treparon, amplió, ampliado, ampliación, alargó, alargado, alarga, dispararon, disparó, despegue, auge, multiplicó, multiplicado, suma, sumó, añadió, añade, impulso`,
    down: `disminuye, disminuyen, disminuyó, disminuyeron, disminuido, disminuir, disminución, baja, bajan, bajó, bajaron, bajado, bajar, bajada, a la baja, cae, caen, cayó, cayeron, caído, caer, caída, caídas, desciende, descienden, descendió, descendieron, descenso, descensos, en descenso
      reduce, reducen, redujo, redujeron, reducido, reducida, reducción, reducir, recortó, recortado, recorte, recortes, pierde, pierden, perdió, perdieron, perdido, pérdida, pérdidas, retrocede, retrocedió, retroceso, declive, hundió, hundimiento, desplomó, desplome, contrajo, contracción
      acortó, acorta, acortado, acortaron, mermó, merma, decreció, decrecimiento, decae, decayó, retrajo`,
    flat: 'sin cambios, estable, estables, estancó, estancado, estancamiento, se mantiene en, se mantuvo en, se mantuvieron en, mantiene en, mantuvo en, no varió, no cambió, permanece en, permaneció en, igual que, invariable, constante, estabilizó, estabilizado',
    'nearly-flat':
      'apenas cambió, apenas varió, casi sin cambios, prácticamente igual, se mantuvo estable, se mantiene estable, es estable',
    narrower: 'estrechó, estrecha, estrechado, cerró, se cierra, acercó, convergencia, converge',
    wider: 'ensanchó, ensancha, ensanchado, se amplía, se amplió, se ha ampliado, agrandó, diverge, divergencia, abrió',
    better: 'mejora, mejoran, mejoró, mejoraron, mejorado, mejor, mejoría',
    worse: 'empeora, empeoró, empeorado, peor, deterioró, deterioro, agravó',
    slowed:
      'desacelera, desaceleró, desacelerado, desaceleración, frenó, freno, ralentizó, ralentiza, ralentización, enfrió, moderó',
    'gained-pace': 'acelera, aceleran, aceleró, aceleraron, acelerado, aceleración, cobró impulso',
    more: 'más, mayor, mayores, superior, superiores, más alto, más alta, más altos, más largo, más larga, más numerosos, adicional, adicionales',
    less: 'menos, menor, menores, inferior, inferiores, más bajo, más baja, más corto, más corta, menos numerosos',
    above:
      'supera, superan, superó, superaron, superado, rebasa, rebasó, excede, exceden, excedió, por encima, más de, más que, mayor que, superior a, superiores a, más alto que, más alta que, al menos, sobrepasó, sobrepasa, adelantó, adelanta, más larga que, más largo que, más numerosos que',
    below:
      'por debajo, menos de, menos que, menor que, inferior a, inferiores a, más bajo que, más baja que, casi, cerca de, como máximo, a lo sumo, apenas, más corto que, más corta que, menos numerosos que',
    about: 'unos, unas, alrededor de, aproximadamente, en torno a, cerca de los',
    faster: 'más rápido que, más rápido, más deprisa que, más rápidamente, más rápidamente que',
    slower: 'más despacio que, más despacio, más lentamente, más lento que, menos rápido que',
    largest:
      'el mayor, la mayor, los mayores, las mayores, el más alto, la más alta, el más grande, la más grande, el más usado, el más utilizado, el más popular, el más largo, la más larga, en cabeza, a la cabeza, los más numerosos, el más importante, lidera, lideran',
    smallest:
      'el menor, la menor, los menores, las menores, el más bajo, la más baja, el más pequeño, la más pequeña, el más corto, la más corta, a la cola, los menos numerosos',
    fastest:
      'el más rápido, la más rápida, lo más rápido, el que más crece, la que más crece, el que más creció, el mayor crecimiento',
    slowest: 'el más lento, la más lenta, el que menos crece, el menor crecimiento',
    record:
      'récord, un récord, máximo histórico, máximo, nivel más alto, nunca visto, nunca antes, sin precedentes, pico, inédito, más que nunca',
    lowest: 'mínimo histórico, mínimo, nivel más bajo, menos que nunca, tocó fondo, suelo',
    'over-a-year': 'en un año, en el último año, interanual, en doce meses, en tasa interanual',
    'in-a-row': 'seguidos, seguidas, consecutivo, consecutiva, consecutivos, consecutivas, sucesivos, sucesivas',
    'each-time': 'cada año, todos los años, año tras año, año a año, cada mes, cada trimestre, cada vez',
    majority: 'mayoría, la mayor parte, mayoritariamente, mayoritario, mayoritaria, el grueso, más de la mitad',
    minority: 'minoría, minoritario, minoritaria, menos de la mitad, ni la mitad',
    'nearly-all':
      'casi todos, casi todas, prácticamente todos, prácticamente todas, la casi totalidad, casi todo, casi cada',
    all: 'todos, todas, cada, cada uno, la totalidad, sin excepción',
    few: 'muy pocos, muy pocas, un puñado, casi nadie, casi ninguno, casi ninguna, ínfimo, marginal',
    ever: 'nunca, jamás, histórico, histórica, de la historia, de su historia, hasta ahora, hasta la fecha',
    than: 'que, frente a, respecto a, en comparación con, comparado con, contra',
    earlier:
      'un año antes, hace un año, el año anterior, del año anterior, el año pasado, antes, anteriormente, previamente, un mes antes, el mes anterior, el trimestre anterior, antaño, entonces, al principio',
    not: 'no, ningún, ninguna, ninguno, sin, ni, nunca, jamás, tampoco, apenas, nadie, nada',
    open: 'si, podría, podrían, debería, deberían, puede, pueden, prevé, prevén, previsto, prevista, se espera, espera que, esperan, objetivo, meta, quiere, quieren, desea, desean, probable, probablemente, posible, posiblemente, quizá, quizás, tal vez, planea, planean, pretende, pretenden, para que, sería, serían, debe, deben, va a, van a, propone, propuesta',
    beside:
      'mientras, mientras que, pero, sin embargo, no obstante, aunque, a pesar de, en cambio, sino, por el contrario, en lugar de, en vez de',
    within: 'cuando, donde, quien, cuyo, cuya, porque, después, después de, antes de que, durante, en cuanto',
    verb: 'es, son, era, eran, fue, fueron, sido, ha, han, había, habían, alcanza, alcanzan, alcanzó, alcanzaron, llega, llegan, llegó, llegaron, cuenta, cuentan, contaba, contó, representa, representan, representaba, sitúa, sitúan, situó, situaron, usa, usan, utiliza, utilizan, tiene, tienen, tenía, pasa, pasan, pasó, pasaron, hace, hacen, emplea, emplean, suman, totalizó, supone, suponen, está, están, prestó, prestaron',
    contrast: 'solo, sólo, solamente, únicamente, el resto, los demás, las demás, tan solo',
    none: `además, más o menos, ni más ni menos, cada vez más, cada vez menos, más tarde, más adelante, más información, por lo menos, al menos una vez, a menos que, sin duda, sin embargo, sobre todo, todo el mundo, todos los días, todas las semanas, ante todo, después de todo, en todo caso, en todos, ganado vacuno, de baja, dar de baja, planta baja, bajo demanda, alza la voz
      nada más, no más, algo más, un poco más, más allá, mucho más que, valor añadido, para todos, de todas formas, mayor de edad, mayores de, menores de, personas mayores, baja médica, suma de, que más, sin fines, como si`,
  },
  times: {
    '2': 'duplica, duplican, duplicó, duplicaron, duplicado, el doble, dos veces más, dobló, doblaron, se multiplicó por dos',
    '3': 'triplica, triplicó, triplicaron, triplicado, el triple, tres veces más, se multiplicó por tres',
    '4': 'cuadruplicó, cuadruplica, el cuádruple, cuatro veces más',
    '5': 'quintuplicó, quintuplica, cinco veces más',
    '10': 'decuplicó, diez veces más',
    '0.5': 'a la mitad, la mitad que, en un cincuenta por ciento, dos veces menos',
    '0.66667': 'en un tercio',
    '0.75': 'en un cuarto, en una cuarta parte',
    '0.8': 'en un quinto, en una quinta parte',
    '0.9': 'en una décima parte',
  },
  shares: {
    '0.5': 'la mitad, uno de cada dos, una de cada dos',
    '0.33333': 'un tercio, una tercera parte, uno de cada tres, una de cada tres',
    '0.66667': 'dos tercios, dos terceras partes, dos de cada tres',
    '0.25': 'un cuarto, una cuarta parte, uno de cada cuatro, una de cada cuatro',
    '0.75': 'tres cuartos, tres cuartas partes, tres de cada cuatro',
    '0.2': 'un quinto, una quinta parte, uno de cada cinco, una de cada cinco',
    '0.4': 'dos quintos, dos quintas partes, dos de cada cinco',
    '0.6': 'tres quintos, tres quintas partes, tres de cada cinco',
    '0.8': 'cuatro quintos, cuatro quintas partes, cuatro de cada cinco',
    '0.1': 'un décimo, una décima parte, uno de cada diez, una de cada diez',
    '0.3': 'tres de cada diez',
    '0.7': 'siete de cada diez',
    '0.9': 'nueve de cada diez, nueve décimas partes',
  },
  ranks: {
    '1': 'ocupa el primer puesto, ocupa el primer lugar, en primer lugar, en el primer puesto, queda primero, es primero',
    '2': 'ocupa el segundo puesto, ocupa el segundo lugar, en segundo lugar, en el segundo puesto, es segundo',
    '3': 'ocupa el tercer puesto, ocupa el tercer lugar, en tercer lugar, en el tercer puesto, es tercero',
    '4': 'ocupa el cuarto puesto, ocupa el cuarto lugar, en cuarto lugar, en el cuarto puesto',
    '5': 'ocupa el quinto puesto, ocupa el quinto lugar, en quinto lugar, en el quinto puesto',
  },
  units: {
    scale: 'cientos, mil, miles, millón, millones, billón, billones',
    percent: '=%, por ciento, puntos porcentuales, punto porcentual, puntos, punto',
    euro: 'euro, euros, eur, =€',
    dollar: 'dólar, dólares, usd, =$',
    pound: 'libras, libras esterlinas, gbp, =£',
    yuan: 'yuan, yuanes, rmb, =¥',
    yen: 'yen, yenes',
    second: 'segundo, segundos',
    minute: 'minuto, minutos',
    hour: 'hora, horas',
    day: 'día, días',
    week: 'semana, semanas',
    month: 'mes, meses',
    year: 'año, años',
    kilometre: 'kilómetro, kilómetros, =km',
    metre: 'metro, metros',
    kilogram: 'kilogramo, kilogramos, kilo, kilos, =kg',
    tonne: 'tonelada, toneladas',
    litre: 'litro, litros',
    hectare: 'hectárea, hectáreas, =ha',
    degree: 'grado, grados, =°',
  },
  everyday:
    'personas, persona, colegas, participantes, ponentes, invitados, segundos, minutos, horas, días, semanas, meses, años, noches, páginas, diapositivas, preguntas, respuestas, pasos, sesiones, reuniones, talleres, entrevistas, salas, tablas, gráficos, capítulos, secciones, idiomas, países, ciudades, ejemplares, veces',
  small:
    'el, la, los, las, un, una, unos, unas, de, del, y, e, o, en, a, al, por, para, con, su, sus, este, esta, estos, estas, que',
  particles: {
    than: 'que, como',
    'than-before': '',
    today: 'hoy, ahora, actualmente',
    from: `de, desde, del`,
    to: 'a, al, hasta',
    number: 'número, total',
    point: 'número, punto, nivel, valor',
    'and-more': '',
    against: 'frente, contra, tras',
    none: 'ningún, ninguna, nadie',
    'around-all': 'de, entre, en, para, a, por, con, desde, sobre, como, que',
    apart: 'de, para, por, con, entre, del',
    in: 'en, durante',
    'other-time': 'ahora, desde, hoy',
    pronoun: 'él, ella, ellos, ellas, esto, eso, estos, ahora',
    of: 'de, del, en, la, el, los, las, para, número',
    and: 'y, e, o, u',
    year: 'año',
    nearly: 'casi, cerca',
    bare: '',
  },
  numerals: 'uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez',
  ordinals: 'primer, segundo, tercer, cuarto, quinto, sexto, séptimo, octavo, noveno, décimo',
}
