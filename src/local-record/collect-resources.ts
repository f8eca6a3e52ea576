import { readFrame } from '../fhir/bundle.ts'
import {
  isPresent,
  parseJson,
  toList,
  toObject,
  toObjects,
  toText,
  type JsonObject,
} from '../fhir/json.ts'
import type { FileContents, FoundCategory, FoundPatient, FoundResult } from './file-contents.ts'
import { createDeletions } from './deletions.ts'
import { cutMember } from './json-text.ts'
import { splitBundle, type Part, type TextEnding } from './split-text.ts'
import { idOfAddress, readResourceName, readSubject } from './subject-name.ts'

/** Takes in the parts of one file, and gives what it holds. */
export type Collector = {
  readonly take: (parts: readonly Part[]) => void
  /** @param isGarbled whether characters could not be read */
  readonly end: (ending: TextEnding, isGarbled: boolean) => FileContents
}

/** Bundles in Bundles are followed so deep. */
const deepest = 3

/** Members that Observation had before R4, and has no more (DSTU2, STU3). */
const formerMembers = ['comment', 'comments', 'context', 'related']

/** @param name a word for ids that resources without one are given; of each file its own */
export function createCollector(name: string): Collector {
  const patients: FoundPatient[] = []
  const results: FoundResult[] = []
  const others = new Map<string, number>()
  const deletions = createDeletions()
  let broken = 0
  let contained = 0
  let oldVersion = 0
  let nameless = 0
  let isPart = false
  let hasNotice = false

  function takeEntry(text: string, depth: number): void {
    const entry = toObject(parseJson(text))
    if (!entry) {
      broken += 1
      return
    }
    const fullUrl = toText(entry.fullUrl)
    const resource = toObject(entry.resource)
    const response = toObject(entry.response)
    const isRefused = /^[45]\d\d/.test(toText(response?.status)?.trim() ?? '')
    hasNotice ||= isRefused || isPresent(response?.outcome)
    if (resource) takeResource(resource, cutMember(text, 'resource') ?? '', fullUrl, depth)
    else if (isRefused || !deletions.take(entry, results.length)) broken += 1
  }

  function takeResource(
    json: JsonObject,
    text: string,
    fullUrl: string | undefined,
    depth: number,
  ): void {
    const type = toText(json.resourceType)
    const inside = toObjects(toList(json.contained))
    contained += inside.filter(({ resourceType }) => resourceType === 'Observation').length
    if (type === 'Bundle') {
      noteFrame(json)
      if (depth >= deepest) broken += 1
      else for (const part of splitBundle(text)) takeEntry(part.text, depth + 1)
    } else if (type === 'Patient') patients.push({ json, ...identify(json, text, fullUrl) })
    else if (type === 'Observation') takeObservation(json, text, fullUrl)
    else if (type === undefined) broken += 1
    else {
      hasNotice ||= type === 'OperationOutcome'
      const key = /^[A-Za-z]{1,40}$/.test(type) ? type : '?'
      others.set(key, (others.get(key) ?? 0) + 1)
    }
  }

  function takeObservation(json: JsonObject, text: string, fullUrl: string | undefined): void {
    if (isFormer(json)) {
      oldVersion += 1
      return
    }
    const identity = identify(json, text, fullUrl)
    const { id, base } = identity
    const { status, meta } = json
    results.push({
      ...identity,
      version: { resourceType: 'Observation', id, status, meta },
      subject: readSubject(json.subject, base),
      categories: readCategories(json),
    })
  }

  function identify(json: JsonObject, text: string, fullUrl: string | undefined) {
    const own = toText(json.id)
    const named = fullUrl === undefined ? undefined : readResourceName(fullUrl)
    return {
      text,
      base: named?.base ?? '',
      id: own ?? idOfAddress(fullUrl) ?? nextId(),
      hasOwnId: own !== undefined,
      fullUrl,
    }
  }

  function nextId(): string {
    nameless += 1
    return `${name}-${nameless}`
  }

  function noteFrame(json: unknown): void {
    const frame = readFrame(json)
    if (frame.kind === 'frame') isPart ||= frame.next.kind !== 'none' || frame.isSubsetted
    else broken += 1
  }

  return {
    take(parts) {
      for (const { kind, text } of parts) {
        if (kind === 'entry') takeEntry(text, 0)
        else {
          const json = toObject(parseJson(text))
          if (json) takeResource(json, text, undefined, 0)
          else broken += 1
        }
      }
    },
    end(ending, isGarbled) {
      if (ending.kind === 'whole' && ending.frame !== undefined) noteFrame(ending.frame)
      const isCutOff = ending.kind === 'cut-off'
      return {
        patients,
        ...deletions.apply(results),
        others,
        broken,
        oldVersion,
        contained,
        isCutOff,
        isPart,
        hasNotice,
        isGarbled,
      }
    },
  }
}

/** Whether it is written for a version before R4: what that says elsewhere, as its comment, would be lost. */
function isFormer(json: JsonObject): boolean {
  const hasFormer = formerMembers.some((member) => json[member] !== undefined)
  return hasFormer || toObject(json.category) !== undefined
}

function readCategories(json: JsonObject): readonly FoundCategory[] {
  return toObjects(toList(json.category))
    .flatMap(({ coding }) => toObjects(toList(coding)))
    .flatMap(({ system, code, display }) => {
      const found = toText(code)
      return found === undefined
        ? []
        : [{ system: toText(system) ?? '', code: found, display: toText(display) }]
    })
}
