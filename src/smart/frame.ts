/** Whether the app is shown inside another page. Nothing more is asked of that page (EMB-05). */
export function isFramed(): boolean {
  return window.self !== window.top
}
