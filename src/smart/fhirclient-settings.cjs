// In place of fhirclient's `settings`: tables of search parameters that only its `Client` reads, and this one name.
exports.SMART_KEY = 'SMART_KEY'
