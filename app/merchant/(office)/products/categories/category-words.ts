import { dictionary, plural } from '@/lib/dictionary'

export const categoryWords = dictionary({
  zh: {
    title: '商品分类',
    products: '商品',
    intro:
      '店铺按这个顺序显示分类；没有在售商品的分类不显示。“试单”里的商品不在全部商品里，下单也不用填地址。',
    name: '中文名称',
    nameEn: '英文名称',
    slug: '网址',
    slugHint: '例如 green-tea；添加后不能修改',
    count: (products: number) => `${products} 件商品`,
    moveUp: (name: string) => `上移：${name}`,
    moveDown: (name: string) => `下移：${name}`,
    rename: '保存',
    renameOf: (name: string) => `保存名称：${name}`,
    nameOf: (name: string) => `${name}的中文名称`,
    nameEnOf: (name: string) => `${name}的英文名称`,
    delete: '删除',
    deleteOf: (name: string) => `删除分类：${name}`,
    askDelete: (name: string) => `确定删除分类“${name}”吗？`,
    deleteForGood: '确定删除',
    add: '添加分类',
    done: { added: '分类已添加。', renamed: '分类已保存。', deleted: '分类已删除。' } as Record<
      string,
      string
    >,
    notEmpty: '这个分类里还有商品，不能删除：请先把商品移到其他分类。',
  },
  en: {
    title: 'Categories',
    products: 'Products',
    intro:
      'The shop shows the categories in this order, without those that have nothing on sale. Products of “Test purchase” are not among all products, and are ordered without an address.',
    name: 'Chinese name',
    nameEn: 'English name',
    slug: 'Address',
    slugHint: 'Such as green-tea. It cannot be changed later.',
    count: (products) => plural(products, 'product'),
    moveUp: (name) => `Move up: ${name}`,
    moveDown: (name) => `Move down: ${name}`,
    rename: 'Save',
    renameOf: (name) => `Save the names: ${name}`,
    nameOf: (name) => `Chinese name of ${name}`,
    nameEnOf: (name) => `English name of ${name}`,
    delete: 'Delete',
    deleteOf: (name) => `Delete category: ${name}`,
    askDelete: (name) => `Delete the category “${name}”?`,
    deleteForGood: 'Delete for good',
    add: 'Add category',
    done: {
      added: 'The category was added.',
      renamed: 'The category was saved.',
      deleted: 'The category was deleted.',
    },
    notEmpty: 'This category has products and cannot be deleted. Move them to another category first.',
  },
})
