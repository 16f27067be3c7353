import { setupLanguages } from '../components/languages/languages.js'
import { setupMenu } from '../components/menu/menu.js'
import { setupQuiz } from '../components/quiz/quiz.js'
import { setupTerms } from '../components/term/term.js'

setupMenu(document)
setupLanguages(document)
setupQuiz(document)
setupTerms(document)
