import { setupLanguages } from '../components/languages/languages.js'
import { setupMenu } from '../components/menu/menu.js'
import { setupPrint } from '../components/print/print.js'
import { setupTerms } from '../components/term/term.js'

setupMenu(document)
setupLanguages(document)
setupPrint(document)
setupTerms(document)
