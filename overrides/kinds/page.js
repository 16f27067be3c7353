import { setupLanguages } from '../components/languages/languages.js'
import { setupMenu } from '../components/menu/menu.js'

setupMenu(document)
setupLanguages(document)
