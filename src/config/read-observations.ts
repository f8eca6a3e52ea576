import { isMembers, reportUnknown, type Report } from './config-faults.ts'
import {
  usualSettings,
  type ConfiguredCategory,
  type ObservationSettings,
} from './observation-settings.ts'
import { readSwitch } from './read-server-fields.ts'

/** Reads `observations` of a server: categories, bareCodes, pageSize, maxPages. What isn't there is as usual. */
export function readObservations(
  json: unknown,
  field: string,
  report: Report,
): ObservationSettings {
  if (json === undefined) return usualSettings
  if (!isMembers(json)) {
    report(field, 'must be an object with categories, bareCodes, pageSize or maxPages.')
    return usualSettings
  }
  reportUnknown(json, Object.keys(usualSettings), `${field}.`, report)
  return {
    categories: readCategories(json['categories'], `${field}.categories`, report),
    bareCodes: readSwitch(json['bareCodes'], `${field}.bareCodes`, report),
    pageSize: readCount(json['pageSize'], usualSettings.pageSize, `${field}.pageSize`, report),
    maxPages: readCount(json['maxPages'], usualSettings.maxPages, `${field}.maxPages`, report),
  }
}

function readCount(json: unknown, usual: number, field: string, report: Report): number {
  if (json === undefined) return usual
  if (typeof json === 'number' && Number.isInteger(json) && json >= 1 && json <= 10_000) return json
  report(field, 'must be a whole number from 1 to 10000.')
  return usual
}

function readCategories(json: unknown, field: string, report: Report): ConfiguredCategory[] {
  if (json === undefined) return []
  if (!Array.isArray(json)) {
    report(field, 'must be a list of categories, each with code and title.')
    return []
  }
  return json.flatMap((one: unknown, index) => {
    const place = `${field}[${index}]`
    if (!isMembers(one)) {
      report(place, 'must be an object with code, title and, mostly, system.')
      return []
    }
    reportUnknown(one, ['code', 'system', 'title'], `${place}.`, report)
    const { code, system = '', title } = one
    if (typeof code !== 'string' || !/^[\w.-]{1,64}$/.test(code)) {
      report(`${place}.code`, 'must be a code: letters, digits, ".", "-" and "_", 64 at most.')
      return []
    }
    if (typeof system !== 'string' || /[|\s]/.test(system)) {
      report(`${place}.system`, 'must be the address of a code system, without white space or "|".')
      return []
    }
    if (typeof title !== 'string' || title.trim() === '') {
      report(`${place}.title`, 'must be what people call it.')
      return []
    }
    return [{ code, system, title }]
  })
}
