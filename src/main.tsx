import { openPage } from './app/open-page.ts'
import { showPlainMessage } from './app/plain-message.ts'

openPage().catch(() => showPlainMessage())
