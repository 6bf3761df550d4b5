import type { ProductFilter } from '@/lib/catalog/search-products'
import { dictionary } from '@/lib/dictionary'

/** The words of the list and of a product's page; those of its form are in product-form-words.ts. */
export const productWords = dictionary({
  zh: {
    title: '商品',
    add: '添加商品',
    categories: '管理分类',
    deleted: '商品已删除。',
    filterNames: { all: '全部', on: '在售', off: '已下架', low: '库存紧张' } as Record<ProductFilter, string>,
    category: '分类',
    allCategories: '全部分类',
    nameOrAddress: '商品名称或网址',
    search: '搜索',
    none: '还没有商品，请先添加一件。',
    notFound: '没有找到相关商品。',
    noProduct: '没有这件商品。',
    all: '查看全部商品',
    found: '找到的商品',
    onSale: '在售',
    off: '已下架',
    noVariants: '没有规格',
    stock: (total: number) => `库存 ${total}`,
    lowStock: (isSoldOut: boolean, isOneOfSeveral: boolean) =>
      (isOneOfSeveral ? '有规格' : '') + (isSoldOut ? '已售完' : '库存紧张'),
    moveUp: (name: string) => `上移：${name}`,
    moveDown: (name: string) => `下移：${name}`,

    allProducts: '全部商品',
    preview: '预览',
    saved: (onSale: boolean): string =>
      onSale ? '商品已保存，已在店铺上架。' : '商品已保存。它已下架，买家看不到。',
    cannotDelete: '这件商品已有订单，不能删除；不想再卖，请取消勾选“在售”。',
    canDelete: '这件商品还没有订单，可以删除，删除后不能恢复；只是暂时不卖，请取消勾选“在售”。',
    delete: '删除商品',
    askDelete: (name: string) => `确定删除“${name}”吗？`,
    deleteHint: '它的文字、图片、价格和库存都会删除，不能恢复。',
    deleteForGood: '确定删除',
    keep: '取消',
  },
  en: {
    title: 'Products',
    add: 'Add product',
    categories: 'Categories',
    deleted: 'The product was deleted.',
    filterNames: { all: 'All', on: 'On sale', off: 'Not on sale', low: 'Low stock' },
    category: 'Category',
    allCategories: 'All categories',
    nameOrAddress: 'Name or address of a product',
    search: 'Search',
    none: 'There are no products yet. Add the first one.',
    notFound: 'No products found.',
    noProduct: 'There is no such product.',
    all: 'See all products',
    found: 'Products found',
    onSale: 'On sale',
    off: 'Not on sale',
    noVariants: 'No variants',
    stock: (total) => `${total} in stock`,
    lowStock: (isSoldOut, isOneOfSeveral) =>
      isOneOfSeveral
        ? `a variant is ${isSoldOut ? 'sold out' : 'low'}`
        : isSoldOut
          ? 'sold out'
          : 'low stock',
    moveUp: (name) => `Move up: ${name}`,
    moveDown: (name) => `Move down: ${name}`,

    allProducts: 'All products',
    preview: 'Preview',
    saved: (onSale) =>
      onSale
        ? 'The product was saved and is on sale.'
        : 'The product was saved. It is not on sale, and buyers do not see it.',
    cannotDelete: 'This product has orders and cannot be deleted. To stop selling it, untick “On sale”.',
    canDelete:
      'This product has no orders and can be deleted for good. To stop selling it for a while, untick “On sale”.',
    delete: 'Delete product',
    askDelete: (name) => `Delete “${name}”?`,
    deleteHint: 'Its texts, pictures, prices and stock will be deleted. This cannot be undone.',
    deleteForGood: 'Delete for good',
    keep: 'Cancel',
  },
})
