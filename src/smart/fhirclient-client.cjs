// In place of fhirclient's `Client`, which sends the token to any absolute address (LEAK-01). `ready` makes one at
// its end; the app reads its `state` and nothing else.
exports.default = class Client {
  constructor(_adapter, state) {
    this.state = state
  }
}
