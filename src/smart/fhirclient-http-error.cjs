// In place of fhirclient's `HttpError`, which reads and repeats what a server says of a failure. It is thrown for answers
// that are no success, and `fhirclient-fetch.ts` gives none: what fails there is thrown as our own error.
exports.default = class HttpError extends Error {
  constructor(response) {
    super(String(response.status))
  }
  async parse() {
    return this
  }
}
