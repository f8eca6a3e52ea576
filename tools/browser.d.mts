/** Path of a Chrome or Chromium, installed if need be. Rejects with one line that says what to install. */
export function findBrowser(): Promise<string>
/** Path of Chromium's headless shell; undefined where there is none, or CHROME_PATH stands for every browser. */
export function findHeadlessShell(): string | undefined
