import { flag, loinc, monthsBefore, quantity, range, type Add } from './parts.ts'

/** Blood pressure, weight and the like, month after month. */
export function addVitalSigns(add: Add, draw: () => number): void {
  for (let month = 36; month >= 0; month -= 1) {
    const when = monthsBefore(month, 12, '07:40')
    const progress = 1 - month / 36
    addBloodPressure(add, when, Math.round(151 - 20 * progress + draw() * 5), draw)
    const weight = Number((88.4 - 9.5 * progress + draw() * 0.6).toFixed(1))
    add('vital-signs', loinc('29463-7', 'Body weight'), when, {
      valueQuantity: quantity(weight, 'kg'),
    })
    add('vital-signs', loinc('8867-4', 'Heart rate'), when, {
      valueQuantity: quantity(Math.round(78 - 8 * progress + draw() * 4), '/min'),
    })
    if (month % 6 !== 0) continue
    add('vital-signs', loinc('39156-5', 'Body mass index'), when, {
      valueQuantity: quantity(Number((weight / 1.68 ** 2).toFixed(1)), 'kg/m2'),
    })
    add('vital-signs', loinc('59408-5', 'Oxygen saturation'), when, {
      valueQuantity: quantity(Math.round(97 + draw()), '%'),
    })
    add('vital-signs', loinc('8310-5', 'Body temperature'), when, {
      valueQuantity: quantity(Number((36.7 + draw() * 0.2).toFixed(1)), 'Cel'),
    })
  }
  add('vital-signs', loinc('8302-2', 'Body height'), '2023-11', {
    valueQuantity: quantity(168, 'cm'),
  })
  add('vital-signs', loinc('29463-7', 'Body weight'), monthsBefore(1, 14, '09:00'), {
    status: 'entered-in-error',
    valueQuantity: quantity(790, 'kg'),
    note: [{ text: 'Typed without the decimal point.' }],
  })
}

function addBloodPressure(add: Add, when: string, systolic: number, draw: () => number): void {
  const diastolic = Math.round(systolic * 0.62 + draw() * 4)
  const part = (code: string, name: string, value: number, high: number) => ({
    code: loinc(code, name),
    valueQuantity: quantity(value, 'mmHg', 'mm[Hg]'),
    ...(value >= high ? { interpretation: [flag('H')] } : {}),
  })
  add('vital-signs', loinc('85354-9', 'Blood pressure'), when, {
    component: [
      part('8480-6', 'Systolic blood pressure', systolic, 140),
      part('8462-4', 'Diastolic blood pressure', diastolic, 90),
    ],
  })
}

/** Of every other category a little, a date of which only the year is known, and one that nobody knows. */
export function addOthers(add: Add): void {
  const smoking = (when: string, text: string) =>
    add('social-history', loinc('72166-2', 'Tobacco smoking status'), when, {
      valueCodeableConcept: { text },
    })
  smoking('2019', 'Smokes some days')
  smoking('2023-05', 'Former smoker')
  add('social-history', loinc('74013-4', 'Alcoholic drinks per day'), '2026-04-06', {
    valueQuantity: quantity(0.5, '{drinks}/d'),
  })
  for (const [months, score] of [
    [24, 14],
    [15, 9],
    [6, 4],
  ] as const)
    add('survey', loinc('44261-6', 'PHQ-9 total score'), monthsBefore(months, 6, '09:30'), {
      valueInteger: score,
      referenceRange: [{ ...range(undefined, 4, '{score}'), text: '0 to 4: minimal' }],
      ...(score > 4 ? { interpretation: [flag('A')] } : {}),
    })
  add('survey', loinc('88124-3', 'Food insecurity risk'), '2026-04-06', {
    valueCodeableConcept: { text: 'No risk' },
  })
  add('exam', { text: 'Physical findings of the feet' }, '2026-04-06', {
    valueString: 'Skin intact, pulses present, feels the monofilament at all ten places',
  })
  add('imaging', loinc('24606-6', 'Mammogram'), '2025-11-18', {
    valueString: 'No sign of cancer (BI-RADS 1). Next in two years.',
  })
  add('procedure', { text: 'Exercise test, time reached' }, '2024-02-20', {
    valueQuantity: quantity(9.5, 'min'),
  })
  add('activity', loinc('41950-7', 'Steps in 24 hours'), '2026-10-11', {
    valueQuantity: quantity(7412, '{steps}'),
  })
  add('laboratory', { text: 'Allergy skin test, brought on paper' }, undefined, {
    status: 'unknown',
    valueString: 'Birch and hazel react',
  })
  addHeartTrace(add)
}

/** Three seconds of a heart trace, drawn by a formula. */
function addHeartTrace(add: Add): void {
  const wave = (at: number, peak: number, centre: number, width: number) =>
    peak * Math.exp(-(((at - centre) / width) ** 2))
  const data = Array.from({ length: 300 }, (_, index) => {
    const at = index % 85
    const level = wave(at, 12, 18, 4) + wave(at, 100, 32, 1.6) - wave(at, 22, 35, 1.5)
    return Math.round(level + wave(at, 26, 54, 7))
  }).join(' ')
  add('procedure', loinc('11524-6', 'ECG, lead II'), monthsBefore(20, 20, '10:05'), {
    valueSampledData: {
      origin: quantity(0, 'uV'),
      period: 10,
      factor: 10,
      dimensions: 1,
      data,
    },
  })
}
