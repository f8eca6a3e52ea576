const name = 'count'
const usual = '1000'

/** Keeps the page size that the address of the launch asks for, which the way over the EHR would lose. */
export function keepPageSize(): void {
  const asked = new URLSearchParams(location.search).get(name)
  if (asked) sessionStorage.setItem(name, asked)
}

/** How many results to ask for at a time: as the address says, or that of the launch. */
export function readPageSize(): string {
  return new URLSearchParams(location.search).get(name) ?? sessionStorage.getItem(name) ?? usual
}
