import { setupMenu } from '../components/menu/menu.js'

setupMenu(document)
