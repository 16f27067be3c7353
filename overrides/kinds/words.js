import { setupLanguages } from '../components/languages/languages.js'
import { setupMenu } from '../components/menu/menu.js'
import { setupWords } from '../components/words/words.js'

setupMenu(document)
setupLanguages(document)
setupWords(document)
