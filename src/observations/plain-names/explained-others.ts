import { key } from '../../language/t.ts'
import { healthTopic, medicalTest, type Explanation } from './source-page.ts'

const iron = medicalTest('iron-tests')
const vitaminB = medicalTest('vitamin-b-test')
const urinalysis = healthTopic('urinalysis', 'urinalysis.html')

export const OTHERS_EXPLAINED = {
  tsh: {
    text: key(
      'This measures the hormone by which a gland in the brain tells the thyroid how much thyroid hormone to make. It is done to see how well the thyroid works.',
    ),
    pages: medicalTest(
      'tsh-thyroid-stimulating-hormone-test',
      'pruebas-de-laboratorio/prueba-de-tsh/',
    ),
  },
  thyroxine: {
    text: key(
      'This measures a hormone of the thyroid that controls how the body uses energy: the part of it that is free to enter the tissues. It is done to see how well the thyroid works.',
    ),
    pages: medicalTest('thyroxine-t4-test', 'pruebas-de-laboratorio/prueba-de-tiroxina-t4/'),
  },
  'vitamin-d': {
    text: key(
      'This measures vitamin D, which the body needs for bones and teeth and gets from sunlight, food and supplements. It may be done to look into conditions of the bones.',
    ),
    pages: medicalTest('vitamin-d-test'),
  },
  'vitamin-b12': {
    text: key(
      'This measures one of the B vitamins, which the body needs for red blood cells and nerves. It may be done to look into anemia, or when it is not certain that food gives enough of it.',
    ),
    pages: vitaminB,
  },
  folate: {
    text: key(
      'This measures folate, one of the B vitamins, which the body needs to make red blood cells and other new cells. It may be done to look into anemia, or when it is not certain that food gives enough of it.',
    ),
    pages: vitaminB,
  },
  iron: {
    text: key(
      'This measures iron in the blood, a mineral that the body needs to make red blood cells. It is done, with other iron tests, to find out how much iron the body has, and to look into anemia.',
    ),
    pages: iron,
  },
  'iron-binding': {
    text: key(
      'This measures how well iron attaches to the proteins that carry it in the blood. It is done, with other iron tests, to find out how the body moves iron, and to look into anemia.',
    ),
    pages: iron,
  },
  ferritin: {
    text: key(
      'This measures ferritin, a protein in which the body stores iron until it is needed. It is done to find out how much iron the body has stored.',
    ),
    pages: medicalTest('ferritin-blood-test'),
  },
  prothrombin: {
    text: key(
      'This measures how long a sample of blood takes to clot; the INR puts that on a scale that all laboratories share. It is done to follow the blood thinner warfarin, to look into bleeding and clotting, and before some operations.',
    ),
    pages: medicalTest('prothrombin-time-test-and-inr-ptinr'),
  },
  thromboplastin: {
    text: key(
      'This measures how long a sample of blood takes to clot, by the work of certain clotting factors. It is done to look into bleeding and clotting, to follow the blood thinner heparin, and before some operations.',
    ),
    pages: medicalTest('partial-thromboplastin-time-ptt-test'),
  },
  crp: {
    text: key(
      'This measures a protein that the liver makes when there is inflammation in the body. It may be done to look into infections and other causes of inflammation, or to follow them; a more sensitive form of it is used to look at heart disease.',
    ),
    pages: medicalTest('c-reactive-protein-crp-test'),
  },
  sedimentation: {
    text: key(
      'This measures how fast red blood cells sink to the bottom of a tube. It may be done to look into conditions with inflammation, or to follow them.',
    ),
    pages: medicalTest('erythrocyte-sedimentation-rate-esr'),
  },
  psa: {
    text: key(
      'This measures a protein that is made by the prostate. It may be done to look for prostate cancer or to follow its treatment; other conditions of the prostate change it as well.',
    ),
    pages: medicalTest(
      'prostate-specific-antigen-psa-test',
      'pruebas-de-laboratorio/prueba-de-psa-antigeno-prostatico-especifico/',
    ),
  },
  troponin: {
    text: key(
      'This measures a protein that is found in the heart muscle and gets into the blood when the muscle is damaged. It is mostly done to find out whether there was a heart attack, or to follow other heart conditions.',
    ),
    pages: medicalTest('troponin-test'),
  },
  natriuretic: {
    text: key(
      'This measures a substance that the heart makes, and makes more of when it has to work hard. It is done to look into heart failure, or to follow it.',
    ),
    pages: medicalTest('natriuretic-peptide-tests-bnp-nt-probnp'),
  },
  'urine-albumin': {
    text: key(
      'This compares the amount of albumin, a protein, with that of creatinine, a waste product, in the urine. It is done to look for early signs of kidney disease, often where somebody has diabetes.',
    ),
    pages: medicalTest(
      'microalbumin-creatinine-ratio',
      'pruebas-de-laboratorio/cociente-de-microalbumina-y-creatinina/',
    ),
  },
  'urine-gravity': {
    text: key(
      'This compares the weight of the urine with that of water: it says how concentrated the urine is. It is a part of a urinalysis, which is done in checkups and to look into conditions of the kidneys and the urinary tract.',
    ),
    pages: urinalysis,
  },
  'urine-acidity': {
    text: key(
      'This measures how acidic the urine is. It is a part of a urinalysis, which is done in checkups and to look into conditions of the kidneys and the urinary tract.',
    ),
    pages: urinalysis,
  },
  'urine-protein': {
    text: key(
      'This looks for protein in the urine. It is a part of a urinalysis, and helps to look into conditions of the kidneys.',
    ),
    pages: medicalTest('protein-in-urine', 'urinalysis.html'),
  },
  'urine-sugar': {
    text: key(
      'This looks for glucose, a sugar, in the urine. It is a part of a urinalysis, and may be done where diabetes is looked into; a blood test says more about that.',
    ),
    pages: medicalTest('glucose-in-urine-test', 'urinalysis.html'),
  },
  'urine-ketones': {
    text: key(
      'This looks for ketones in the urine, which the body makes when it burns fat for energy in place of sugar. It may be done to follow people with diabetes.',
    ),
    pages: medicalTest('ketones-in-urine', 'urinalysis.html'),
  },
  'urine-blood': {
    text: key(
      'This looks for traces of blood in the urine, by the hemoglobin of red blood cells. It is a part of a urinalysis, which is done in checkups and to look into conditions of the kidneys and the urinary tract.',
    ),
    pages: medicalTest('blood-in-urine', 'urinalysis.html'),
  },
  'urine-nitrite': {
    text: key(
      'This looks for nitrite in the urine, which some bacteria make. It is a part of a urinalysis, and is done when an infection of the urinary tract is looked for.',
    ),
    pages: urinalysis,
  },
  'urine-leukocytes': {
    text: key(
      'This looks for an enzyme of white blood cells in the urine. It is a part of a urinalysis, and is done when an infection of the urinary tract is looked for.',
    ),
    pages: urinalysis,
  },
} satisfies Record<string, Explanation>
