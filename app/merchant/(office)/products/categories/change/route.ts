import { again, kept } from '@/app/forms/flash'
import { merchantRoute } from '@/app/merchant/merchant-route'
import { addCategory, deleteCategory, moveCategory, renameCategory } from '@/lib/catalog/edit-categories'
import { seeOther } from '@/lib/see-other'
import type { TypedCategory } from '../typed-category'

const PAGE = '/merchant/products/categories'

/** Adds, renames, moves or deletes a category by the button that was pressed: 303 back to the list. */
export const POST = merchantRoute(async ({ field }) => {
  const fields = { slug: kept(field('slug')), name: kept(field('name')), nameEn: kept(field('nameEn')) }
  const refuse = (typed: Omit<TypedCategory, 'fields'>) =>
    again(PAGE, { ...typed, fields } satisfies TypedCategory)
  switch (field('do')) {
    case 'add': {
      const added = await addCategory(fields)
      return added.ok ? seeOther(`${PAGE}?done=added`) : refuse({ isNew: true, errors: added.errors })
    }
    case 'rename': {
      const renamed = await renameCategory(fields)
      return renamed.ok ? seeOther(`${PAGE}?done=renamed`) : refuse({ isNew: false, errors: renamed.errors })
    }
    case 'up':
      await moveCategory(fields.slug, 'up')
      return seeOther(PAGE)
    case 'down':
      await moveCategory(fields.slug, 'down')
      return seeOther(PAGE)
    case 'delete':
      return seeOther(`${PAGE}?done=${(await deleteCategory(fields.slug)) ? 'deleted' : 'not_empty'}`)
    default:
      return seeOther(PAGE)
  }
})
