import { formatCount } from '../../language/format-count.ts'
import { formatList } from '../../language/format-list.ts'
import { t, tn } from '../../language/t.ts'
import type { FileFault } from '../../local-record/file-kind.ts'
import type { LeftOut } from '../../local-record/left-out.ts'

/** Says what is the matter with a file of which nothing can be shown, and what to do about it. */
export function formatFault(fault: FileFault): string {
  switch (fault) {
    case 'empty':
      return t('The file is empty. Export or download it again.')
    case 'too-large':
      return t(
        'The file holds more than 200 MB, which is more than this app opens at once. Export less of the record, such as fewer years, or only the types Patient and Observation.',
      )
    case 'too-large-together':
      return t(
        'Together with the files before it, this one holds more than 200 MB, which is more than this app opens at once. Open it on its own.',
      )
    case 'zip':
      return t(
        'This is a zip archive. Unpack it, and open the files in it that end in .json or .ndjson.',
      )
    case 'pdf':
      return t(
        'This is a PDF, which holds pages and no data. Ask for an export as FHIR, which ends in .json or .ndjson.',
      )
    case 'xml':
      return t(
        'This is an XML file. The app reads FHIR as JSON only: choose JSON where you export it.',
      )
    case 'cda':
      return t(
        'This is a clinical document (CDA, such as a CCD). The app reads FHIR as JSON only: ask for an export as FHIR.',
      )
    case 'web-page':
      return t(
        'This is a web page, perhaps a sign-in page that was saved in place of the file. Sign in where you export it, and download it again.',
      )
    case 'binary':
      return t(
        'This is no text, so it is no FHIR as JSON. Choose a file that ends in .json, .ndjson or .gz.',
      )
    case 'not-json':
      return t(
        'This is a text, but no JSON. Choose a file that ends in .json or .ndjson and holds FHIR.',
      )
    case 'cut-off':
      return t(
        'The file breaks off, or is no valid JSON, before anything that could be shown. Download it again.',
      )
    case 'not-fhir':
      return t(
        'This is JSON, but no FHIR resource, Bundle or NDJSON. Ask for an export as FHIR R4.',
      )
    case 'old-version':
      return t(
        'Its results are in an older version of FHIR (DSTU2 or STU3), which could be misread. Ask for an export as FHIR R4.',
      )
    case 'only-contained':
      return t(
        'Its results stand inside other resources, such as reports, and can’t be shown from there. Ask for an export with each result as an Observation of its own.',
      )
    case 'only-notice':
      return t(
        'This holds a message of a server, as of an error, and neither a patient nor results. Sign in where you export it, and download it again.',
      )
    case 'nothing-here':
      return t(
        'This is FHIR, but holds neither a patient nor results (Patient, Observation). Choose the file that does.',
      )
    case 'unreadable':
      return t(
        'The browser could not read the file. Close it elsewhere, or copy it, and try again.',
      )
  }
}

/** Says why results may be missing that the files hold, or held before they were cut; empty where nothing says so. */
export function formatMissing(leftOut: LeftOut): string[] {
  const { broken, cutOff, parts, withNotice, garbled } = leftOut
  const { oldVersion, contained, clashing, nobodys } = leftOut
  return [
    ...(broken > 0
      ? [
          tn(
            broken,
            '{n} line or entry could not be read, and was left out.',
            '{n} lines or entries could not be read, and were left out.',
          ),
        ]
      : []),
    ...cutOff.map((name) =>
      t(
        '“{name}” breaks off, or is no valid JSON from some place on. What stands before is shown.',
        {
          name,
        },
      ),
    ),
    ...parts.map((name) =>
      t('“{name}” says that it is a part: there is more than it holds.', { name }),
    ),
    ...withNotice.map((name) =>
      t(
        '“{name}” holds a message of the server that it comes from, which may say that something is missing.',
        { name },
      ),
    ),
    ...garbled.map((name) =>
      t(
        '“{name}” holds characters that could not be read: names, texts and units may be wrong. Ask for it in UTF-8.',
        { name },
      ),
    ),
    ...(oldVersion > 0
      ? [
          tn(
            oldVersion,
            '{n} result was left out: it is in an older version of FHIR (DSTU2 or STU3).',
            '{n} results were left out: they are in an older version of FHIR (DSTU2 or STU3).',
          ),
        ]
      : []),
    ...(contained > 0
      ? [
          tn(
            contained,
            '{n} result was left out: it stands inside another resource, such as a report.',
            '{n} results were left out: they stand inside other resources, such as reports.',
          ),
        ]
      : []),
    ...(clashing > 0
      ? [
          tn(
            clashing,
            '{n} result was left out: another has the same id and says something else, and neither is known to be newer.',
            '{n} results were left out: others have the same ids and say something else, and none is known to be newer.',
          ),
        ]
      : []),
    ...(nobodys > 0
      ? [
          tn(
            nobodys,
            '{n} result was left out: it does not say whose it is.',
            '{n} results were left out: they do not say whose they are.',
          ),
        ]
      : []),
  ]
}

/** Says what else the files hold that is not shown, by intent. */
export function formatOthers(leftOut: LeftOut): string[] {
  const { ofOthers, notOfPatients, takenBack, otherTypes } = leftOut
  const types = otherTypes.map(({ type, count }) =>
    t('{type} ({count})', { type, count: formatCount(count) }),
  )
  return [
    ...(ofOthers > 0
      ? [
          tn(
            ofOthers,
            '{n} result of somebody else is not shown.',
            '{n} results of other people are not shown.',
          ),
        ]
      : []),
    ...(notOfPatients > 0
      ? [
          tn(
            notOfPatients,
            '{n} result of a group, a device or a place is not shown.',
            '{n} results of groups, devices or places are not shown.',
          ),
        ]
      : []),
    ...(takenBack > 0
      ? [
          tn(
            takenBack,
            '{n} result is not shown: the file says that it was deleted.',
            '{n} results are not shown: the file says that they were deleted.',
          ),
        ]
      : []),
    ...(types.length > 0
      ? [
          t('The app does not show these types of resources: {types}.', {
            types: formatList(types),
          }),
        ]
      : []),
  ]
}
