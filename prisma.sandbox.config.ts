import { namespaceConfig } from './prisma.config'

export default namespaceConfig('sandbox')
