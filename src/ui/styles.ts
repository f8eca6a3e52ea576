// The style sheets that every page needs, in their order.
import './tokens.css'
import './base.css'
import './layout.css'
