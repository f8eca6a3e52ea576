import { key } from '../../language/t.ts'
import { medicalTest, type Explanation } from './source-page.ts'

const panelInSpanish = 'pruebas-de-laboratorio/panel-metabolico-completo-pmc/'
const a1c = medicalTest(
  'hemoglobin-a1c-hba1c-test',
  'pruebas-de-laboratorio/prueba-de-hemoglobina-a1c/',
)
const cholesterol = medicalTest('cholesterol-levels', 'cholesterol.html')

export const CHEMISTRY_EXPLAINED = {
  glucose: {
    text: key(
      'This measures glucose, the sugar in the blood that is the main source of energy of the body. It is done to look for diabetes, or to follow it.',
    ),
    pages: medicalTest(
      'blood-glucose-test',
      'pruebas-de-laboratorio/prueba-de-glucosa-en-la-sangre/',
    ),
  },
  a1c: {
    text: key(
      'This measures how much sugar is attached to hemoglobin in the red blood cells, which reflects the average blood sugar of the past months. It is done to look for prediabetes and diabetes, and to follow diabetes.',
    ),
    pages: a1c,
  },
  'average-sugar': {
    text: key(
      'This estimates the average blood sugar of the past months, calculated from how much sugar is attached to hemoglobin in the red blood cells. It belongs to a test that is done to look for prediabetes and diabetes, and to follow diabetes.',
    ),
    pages: a1c,
  },
  sodium: {
    text: key(
      'This measures sodium, a mineral that helps to control how much fluid is in the body and that nerves and muscles need. It is often measured together with other electrolytes, in checkups or to follow a condition.',
    ),
    pages: medicalTest('sodium-blood-test', 'pruebas-de-laboratorio/prueba-de-sodio-en-la-sangre/'),
  },
  potassium: {
    text: key(
      'This measures potassium, a mineral that nerves and muscles need, the heart among them. It is often measured together with other electrolytes, in checkups or to follow a condition or a medicine.',
    ),
    pages: medicalTest(
      'potassium-blood-test',
      'pruebas-de-laboratorio/prueba-de-potasio-en-sangre/',
    ),
  },
  chloride: {
    text: key(
      'This measures chloride, a mineral that helps to balance the fluids, acids and bases of the body. It is mostly measured together with other electrolytes.',
    ),
    pages: medicalTest('chloride-blood-test', panelInSpanish),
  },
  'carbon-dioxide': {
    text: key(
      'This measures carbon dioxide in the blood, most of it in the form of bicarbonate, which helps to balance acids and bases. It is mostly measured together with other electrolytes.',
    ),
    pages: medicalTest('carbon-dioxide-co2-in-blood', panelInSpanish),
  },
  calcium: {
    text: key(
      'This measures calcium in the blood, a mineral that bones, teeth, nerves, muscles and the heart need. It is part of many checkups, and is done to look into conditions of bones, kidneys and glands.',
    ),
    pages: medicalTest('calcium-blood-test', panelInSpanish),
  },
  magnesium: {
    text: key(
      'This measures magnesium, a mineral that muscles, nerves, heart and bones need. It may be done to find out whether the body has the amount that it needs.',
    ),
    pages: medicalTest('magnesium-blood-test'),
  },
  phosphate: {
    text: key(
      'This measures phosphate, which contains the mineral phosphorus and works together with calcium to build bones and teeth. It may be done to look into conditions of the kidneys and bones.',
    ),
    pages: medicalTest('phosphate-in-blood'),
  },
  'urea-nitrogen': {
    text: key(
      'This measures urea nitrogen, a waste product that the kidneys take out of the blood. It is done to see how well the kidneys work.',
    ),
    pages: medicalTest('bun-blood-urea-nitrogen', panelInSpanish),
  },
  creatinine: {
    text: key(
      'This measures creatinine, a waste product of the muscles that the kidneys take out of the blood and into the urine. It is done to see how well the kidneys work.',
    ),
    pages: medicalTest('creatinine-test', 'pruebas-de-laboratorio/prueba-de-creatinina/'),
  },
  filtration: {
    text: key(
      'This estimates how much blood the kidneys filter in a minute. It is calculated from a blood test and facts such as age, and is done to see how well the kidneys work.',
    ),
    pages: medicalTest('glomerular-filtration-rate-gfr-test'),
  },
  'uric-acid': {
    text: key(
      'This measures uric acid, a waste product that comes from the cells of the body and from some foods and leaves mostly in the urine. It may be done to look into gout or kidney stones, or during a cancer treatment.',
    ),
    pages: medicalTest('uric-acid-test'),
  },
  cholesterol: {
    text: key(
      'This measures all cholesterol in the blood: a waxy substance that every cell needs. It is done to estimate how likely heart disease and stroke are.',
    ),
    pages: cholesterol,
  },
  hdl: {
    text: key(
      'HDL is one of the particles that carry cholesterol; it takes cholesterol from other parts of the body to the liver. It is measured with the other blood fats, to estimate how likely heart disease and stroke are.',
    ),
    pages: cholesterol,
  },
  ldl: {
    text: key(
      'LDL is one of the particles that carry cholesterol; cholesterol from it can build up in the arteries. It is measured, or calculated from other blood fats, to estimate how likely heart disease and stroke are.',
    ),
    pages: cholesterol,
  },
  fats: {
    text: key(
      'This measures triglycerides, a kind of fat in which the body stores energy. It is mostly done together with cholesterol, to estimate how likely heart disease is.',
    ),
    pages: medicalTest('triglycerides-test'),
  },
  alt: {
    text: key(
      'This measures an enzyme that is found mostly in the liver and gets into the blood when liver cells are damaged. It is done in checkups, to look into liver disease, or to follow medicines that act on the liver.',
    ),
    pages: medicalTest('alt-blood-test', panelInSpanish),
  },
  ast: {
    text: key(
      'This measures an enzyme that is found in the liver, in muscles and in other organs, and gets into the blood when their cells are damaged. It is mostly done to look into liver disease or to follow it.',
    ),
    pages: medicalTest('ast-test', panelInSpanish),
  },
  alp: {
    text: key(
      'This measures an enzyme that is found in many parts of the body, most of all in liver and bones. It may be done to look into conditions of the liver and of the bones.',
    ),
    pages: medicalTest('alkaline-phosphatase', panelInSpanish),
  },
  bilirubin: {
    text: key(
      'This measures bilirubin, a yellow substance that the body makes when it breaks down old red blood cells and that the liver removes. It is done to see how well the liver works, and to look into jaundice.',
    ),
    pages: medicalTest('bilirubin-blood-test', panelInSpanish),
  },
  albumin: {
    text: key(
      'This measures albumin, a protein made by the liver that keeps fluid in the blood and carries other substances. It is part of many checkups, and helps to look into conditions of liver and kidneys.',
    ),
    pages: medicalTest('albumin-blood-test', panelInSpanish),
  },
  protein: {
    text: key(
      'This measures all proteins in the fluid part of the blood, albumin and globulins together. It is part of many checkups, and helps to look into conditions of liver and kidneys and into nutrition.',
    ),
    pages: medicalTest('total-protein-and-albumin-globulin-a-g-ratio', panelInSpanish),
  },
} satisfies Record<string, Explanation>
