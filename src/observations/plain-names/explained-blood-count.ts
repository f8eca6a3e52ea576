import { key } from '../../language/t.ts'
import { medicalTest, type Explanation } from './source-page.ts'

const inSpanish = 'pruebas-de-laboratorio/conteo-sanguineo-completo/'
const differential = medicalTest('blood-differential', inSpanish)

export const BLOOD_COUNT_EXPLAINED = {
  'white-cells': {
    text: key(
      'This counts the white blood cells, a part of the immune system that helps the body fight infections and other diseases. The count is part of many checkups, and is also done to look for a cause of symptoms or to follow a treatment.',
    ),
    pages: medicalTest('white-blood-count-wbc', inSpanish),
  },
  'red-cells': {
    text: key(
      'This counts the red blood cells, which carry oxygen from the lungs to the whole body. It is mostly done as part of a complete blood count, to check general health or to look into disorders of the blood.',
    ),
    pages: medicalTest('red-blood-cell-rbc-count', inSpanish),
  },
  hemoglobin: {
    text: key(
      'This measures hemoglobin, the protein in red blood cells that carries oxygen from the lungs to the whole body. It is often done in a checkup, and to look for anemia or follow it.',
    ),
    pages: medicalTest('hemoglobin-test', inSpanish),
  },
  hematocrit: {
    text: key(
      'This measures how much of the blood is made up of red blood cells. It is mostly part of a complete blood count, and is done to look into disorders of the blood such as anemia.',
    ),
    pages: medicalTest('hematocrit-test', inSpanish),
  },
  mcv: {
    text: key(
      'This measures the average size of the red blood cells. It is part of a complete blood count, and helps to tell kinds of anemia and other blood disorders apart.',
    ),
    pages: medicalTest('mcv-mean-corpuscular-volume', inSpanish),
  },
  'red-cell-hemoglobin': {
    text: key(
      'This says how much hemoglobin, the protein that carries oxygen, is in the red blood cells. It is one of the red blood cell indices, which are part of a complete blood count and help to tell kinds of anemia apart.',
    ),
    pages: medicalTest('red-blood-cell-rbc-indices', inSpanish),
  },
  rdw: {
    text: key(
      'This measures how much red blood cells differ from one another in size. It is part of a complete blood count, and helps to look into anemia and other conditions.',
    ),
    pages: medicalTest('rdw-red-cell-distribution-width', inSpanish),
  },
  platelets: {
    text: key(
      'This counts the platelets, small pieces of blood cells that help wounds to heal and the blood to clot. It is done as part of a complete blood count, and to look into bleeding or clotting disorders.',
    ),
    pages: medicalTest('platelet-tests', inSpanish),
  },
  neutrophils: {
    text: key(
      'Neutrophils are the most common kind of white blood cell, and among the first to reach a place where germs have entered. They are counted in a blood differential, which looks into infections and other conditions that affect white blood cells.',
    ),
    pages: differential,
  },
  lymphocytes: {
    text: key(
      'Lymphocytes are a kind of white blood cell: some make antibodies, others attack cells that are infected or diseased. They are counted in a blood differential, which looks into infections and other conditions that affect white blood cells.',
    ),
    pages: differential,
  },
  monocytes: {
    text: key(
      'Monocytes are a kind of white blood cell that removes germs and dead cells and supports the immune response. They are counted in a blood differential, which looks into infections and other conditions that affect white blood cells.',
    ),
    pages: differential,
  },
  eosinophils: {
    text: key(
      'Eosinophils are a kind of white blood cell that takes part in allergic reactions, in inflammation and in the defense against parasites. They are counted in a blood differential, which looks into conditions that affect white blood cells.',
    ),
    pages: differential,
  },
  basophils: {
    text: key(
      'Basophils are a kind of white blood cell that releases substances during allergic reactions and asthma. They are counted in a blood differential, which looks into conditions that affect white blood cells.',
    ),
    pages: differential,
  },
} satisfies Record<string, Explanation>
