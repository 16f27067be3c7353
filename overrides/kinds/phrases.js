import { setupLanguages } from '../components/languages/languages.js'
import { setupMenu } from '../components/menu/menu.js'
import { setupPhrases } from '../components/phrases/phrases.js'

setupMenu(document)
setupLanguages(document)
setupPhrases(document)
