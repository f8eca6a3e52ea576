import { html } from 'hono/html'

import { groupFaults } from './fault-catalogue.ts'
import type { CatalogueFault } from './fault-catalogue.ts'
import { faultsElsewhere } from './fault-ids.ts'
import { hasFaults } from './fault-switch.ts'
import type { Html } from './page-layout.ts'
import type { Tenant } from './tenant.ts'

/** Styles of {@link toFaultPanel}. */
export const faultPanelStyles = `
.ehrs { display: flex; flex-wrap: wrap; gap: .4rem .5rem; list-style: none; margin: .5rem 0 1rem; padding: 0; }
.ehrs a { display: block; padding: .3rem .7rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
.ehrs a[aria-current] { border-color: var(--accent); background: var(--tint); color: var(--ink); font-weight: 650; }
.faults { list-style: none; margin: .5rem 0; padding: 0; }
.faults li { display: grid; grid-template-columns: 17rem 1fr; gap: .3rem 1rem; align-items: start; padding: .55rem 0;
  border-bottom: 1px solid var(--line); }
.faults p { margin: .25rem 0 0; max-width: none; }
.faults button { padding: .3rem .6rem; text-align: left; font-weight: 400; overflow-wrap: anywhere; }
.faults button[aria-pressed=true] { background: var(--warn); border-color: var(--warn); color: var(--page); }
@media (max-width: 44rem) { .faults li { grid-template-columns: 1fr; } }
.faults small { color: var(--soft); font-size: .9rem; }
`

/** Every fault of one tenant by group, each with a switch; another tenant is a link away. */
export function toFaultPanel(
  tenants: readonly Tenant[],
  tenant: Tenant,
  openGroup: string | undefined,
): Html {
  return html`<nav aria-label="Faults of">
      <ul class="ehrs">
        ${tenants.map(
          ({ id }) =>
            html`<li>
              <a
                href="/?faults=${encodeURIComponent(id)}#faults"
                ${id === tenant.id ? 'aria-current=true' : ''}
                >${id}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    ${groupFaults().map(({ letter, title, faults }) => {
      const count = faults.filter((fault) => hasFaults(tenant.faults, fault.faults)).length
      return html`<details ${letter === openGroup ? 'open' : ''}>
        <summary>
          ${title} of ${tenant.id}: ${faults.length} faults${count === 0 ? '' : `, ${count} on`}
        </summary>
        <form method="post" action="/faults/toggle">
          <input type="hidden" name="tenant" value="${tenant.id}" />
          <input type="hidden" name="group" value="${letter}" />
          <ul class="faults">
            ${faults.map((fault) => toSwitch(fault, hasFaults(tenant.faults, fault.faults)))}
          </ul>
        </form>
      </details>`
    })}
    ${byHand}`
}

/** What no answer of a server makes, and how to meet it all the same. */
const byHand = html`<details>
  <summary>
    To be met by hand: ${Object.keys(faultsElsewhere).length} faults without a switch
  </summary>
  <ul class="faults">
    ${Object.entries(faultsElsewhere).map(
      ([id, { byHand: how }]) =>
        html`<li>
          <code>${id}</code>
          <p>${how}</p>
        </li>`,
    )}
  </ul>
</details>`

function toSwitch({ id, name, does }: CatalogueFault, isOn: boolean): Html {
  return html`<li>
    <button name="fault" value="${name}" aria-pressed="${String(isOn)}">
      <code>${name}</code>${isOn ? html` <span aria-hidden="true">is on</span>` : ''}
    </button>
    <p>${does} <small>${id}</small></p>
  </li>`
}
