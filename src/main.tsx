import { openPage } from './app/open-page.ts'

void openPage()
