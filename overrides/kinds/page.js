import { setupLanguages } from '../components/languages/languages.js'
import { setupMenu } from '../components/menu/menu.js'
import { setupPrint } from '../components/print/print.js'

setupMenu(document)
setupLanguages(document)
setupPrint(document)
